// Telling the nominators: every decision with its reason, and afterwards what is new about those not selected, which then go
// on to the next round.
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  person,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
} from '../given';
import { form, nominationIn, published, reasoned, toldNew, waitingIn, written } from './sketches';

const people = [
  seat('anna', 'udvalg'),
  seat('bente', 'bestyrelse', { role: 'chair' }),
  seat('nord', 'region-nord', { role: 'contact' }),
];
const nominations = ['n1', 'n2', 'n3'].map((id, at) =>
  submittedNomination(id, `2026-00${at + 1}`, {
    onBehalfOf: ['region-nord'] as never,
    backedBy: ['region-nord'] as never,
  }),
);

const definition = definitionWith(
  [
    { id: 'indstil', kind: 'nominate', bodies: ['kind:region'], workingDays: 1 },
    {
      id: 'udvaelg',
      kind: 'vote',
      after: ['indstil'],
      closes: 'whenAnswered',
      about: 'submitted',
      proposal: { of: 'selection', by: ['sekretariat'] },
    },
    {
      id: 'besked',
      kind: 'publish',
      bodies: ['sekretariat'],
      after: ['udvaelg'],
      effects: ['notifyNominators'],
      reasons: 'required',
    },
    { id: 'offentlig', kind: 'publish', bodies: ['bestyrelse'], after: ['besked'], effects: ['openNextRound'] },
  ],
  { form },
);

/** n1 is selected, n2 and n3 are not; nobody has been told. */
const decided = [
  started(definition, electorateOf(definition, ...people), { carriedOver: nominations }),
  tick('2027-01-14T08:00:00.000Z'),
  by('sine', {
    type: 'ProposeSelection',
    taskId: taskId('udvaelg'),
    nominationIds: [nominationId('n1')],
    basis: 0,
  }),
  castBallot({ by: 'anna', task: 'udvaelg', choice: 'for' }),
] as const;
const both = reasoned('sine', null, texts('selected', 'notSelected'));
const told = [...decided, both, published('sine', 'besked')] as const;

describe('the reason of a decision', () => {
  it('must be there before anybody is told, shared or its own', () => {
    const open = given(...decided);
    expect(waitingIn(open.state, 'besked', '2027-01-14')).toEqual(['sine reasons 3/3']);
    open.when(published('sine', 'besked')).thenRefused('ReasonsMissing', { missing: 3 });
    const some = given(...decided, reasoned('sine', null, texts('selected')), reasoned('sine', 'n2', texts('reason')));
    some.when(published('sine', 'besked')).thenRefused('ReasonsMissing', { missing: 1 });
    expect(waitingIn(given(...decided, both).state, 'besked', '2027-01-14')).toEqual(['sine publication 1/1']);
    given(...decided, both)
      .when(published('sine', 'besked'))
      .thenEvents('Published', 'TaskClosed', 'TaskOpened');
  });

  it('is written by those who tell, about a nomination there is, from a view that showed what stands', () => {
    const open = given(...decided, both);
    open.when(reasoned('anna', 'n2', texts('reason'))).thenRefused('NoMandate');
    open.when(reasoned('sine', 'n9', texts('reason'))).thenRefused('UnknownNomination');
    open.when(reasoned('sine', null, written('2', 'selected'), 0)).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
  });

  describe('of what the writer is held out of', () => {
    const out = by('sine', {
      type: 'ReportConflict',
      personId: person('sine'),
      nominationId: nominationId('n2'),
      grounds: ['other'],
      texts: null,
    });
    const office = [
      started(definition, electorateOf(definition, ...people, seat('simon', 'sekretariat')), {
        carriedOver: nominations,
      }),
      ...decided.slice(1),
      out,
    ] as const;

    it('is not his to write, neither its own nor the words it would share', () => {
      const open = given(...office);
      open.when(reasoned('sine', 'n2', texts('reason'))).thenRefused('HeldOut', { nominationIds: ['n2'] });
      open.when(reasoned('sine', null, texts('selected', 'notSelected'))).thenRefused('HeldOut');
      open.when(reasoned('sine', 'n3', texts('reason'))).thenEvents('ReasonWritten');
    });

    it('is written by another, and then the shared words are his to write', () => {
      given(...office, reasoned('simon', 'n2', texts('reason')))
        .when(reasoned('sine', null, texts('selected', 'notSelected')))
        .thenEvents('ReasonWritten');
    });
  });

  it('may be taken away again, written twice without change, and stands once told', () => {
    const own = given(...decided, both, reasoned('sine', 'n2', texts('reason')));
    own.when(reasoned('sine', 'n2', texts('reason'))).thenUnchanged();
    own.when(reasoned('sine', 'n2', null)).thenEvents({ type: 'ReasonWritten', nominationId: 'n2', texts: null });
    given(...told)
      .when(reasoned('sine', 'n2', texts('reason')))
      .thenRefused('TaskClosed');
  });
});

describe('new information', () => {
  it('takes what was not selected on to the next round, where it is backed again', () => {
    const closing = given(...told, toldNew('nina', 'n2')).when(published('bente', 'offentlig', 'r2'));
    closing.thenEvents('Published', 'TaskClosed', { type: 'RoundClosed', carriedOver: ['n2'] }).thenState((state) => {
      expect(nominationIn(state, 'n2')).toMatchObject({
        status: 'carriedOver',
        newInformation: { fields: ['information'] },
      });
      const next = given(
        started(definition, electorateOf(definition, ...people), { carriedOver: [nominationIn(state, 'n2')] }),
      );
      expect(nominationIn(next.state, 'n2')).toMatchObject({
        status: 'awaitingBacking',
        backedBy: [],
        number: '2026-002',
      });
      expect(waitingIn(next.state, 'indstil')).toEqual(['nord backing 1/1']);
    });
  });

  it('is told by a nominator who knows the decision, and only of what was decided against', () => {
    given(...decided)
      .when(toldNew('nina', 'n2'))
      .thenRefused('NotDecidedAgainst');
    const open = given(...told);
    open.when(toldNew('nina', 'n1')).thenRefused('NotDecidedAgainst');
    open.when(toldNew('anna', 'n2')).thenRefused('NotNominator');
    open.when(toldNew('nina', 'n2', texts())).thenRefused('InformationMissing');
    given(...told, published('bente', 'offentlig'))
      .when(toldNew('nina', 'n2'))
      .thenRefused('RoundClosed');
  });

  it('told twice is told once, and what nobody said anything about stays behind', () => {
    const open = given(...told, toldNew('nina', 'n2'));
    open.when(toldNew('nina', 'n2')).thenUnchanged();
    open
      .when(toldNew('nina', 'n2', written('2', 'information'), 0))
      .thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    given(...told)
      .when(published('bente', 'offentlig', 'r2'))
      .thenEvents('Published', 'TaskClosed', { type: 'RoundClosed', carriedOver: [] });
  });
});
