// Sending something back: it opens again for who made it, and comes again when it has been made anew.
import type { RoundStep } from '../../given';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  {
    id: 'udvaelg',
    kind: 'vote',
    about: 'submitted',
    workingDays: 5,
    closes: 'whenAnswered',
    proposal: { of: 'selection', by: ['sekretariat'] },
  },
  { id: 'godkend', kind: 'approve', bodies: ['bestyrelse'], after: ['udvaelg'], basedOn: ['udvaelg'] },
  { id: 'plan', kind: 'document', bodies: ['sekretariat'], after: ['godkend'], agreedBy: ['udvalg'] },
  { id: 'godkend-plan', kind: 'approve', bodies: ['bestyrelse'], after: ['plan'] },
  { id: 'luk', kind: 'publish', bodies: ['sekretariat'], after: ['godkend-plan'], effects: ['publishResult'] },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bente', 'bestyrelse'));
const start = started(definition, electorate, {
  carriedOver: [submittedNomination('n1', '2026-001'), submittedNomination('n2', '2026-002')],
});

function propose(ids: readonly string[], basis: number): RoundStep {
  const nominationIds = ids.map((id) => nominationId(id));
  return by('sine', { type: 'ProposeSelection', taskId: taskId('udvaelg'), nominationIds, basis });
}

function submit(version: number): RoundStep {
  return by('sine', { type: 'SubmitDocument', taskId: taskId('plan'), version, texts: texts('link', `v${version}`) });
}

function agree(version: number): RoundStep {
  const bodyId = electorate.mandates[Object.keys(electorate.mandates)[1] as never]?.bodyId;
  if (bodyId === undefined) throw new Error('no body');
  return by('anna', { type: 'AgreeToDocument', taskId: taskId('plan'), bodyId, version });
}

const vote = castBallot({ by: 'anna', task: 'udvaelg', choice: 'for' });
const back = (task: string): RoundStep => castBallot({ by: 'bente', task, choice: 'return', reason: true });
const approve = (task: string): RoundStep => castBallot({ by: 'bente', task, choice: 'approve' });
const returned = [start, propose(['n1'], 0), vote, back('godkend')] as const;

describe('a selection that is sent back', () => {
  it('opens again for who proposed it, with what is wanted, and the approval waits for it', () => {
    given(start, propose(['n1'], 0), vote)
      .when(back('godkend'))
      .thenEvents(
        'BallotCast',
        { type: 'TaskClosed', result: { outcome: 'returned' } },
        {
          type: 'TaskReopened',
          taskId: 'udvaelg',
          because: 'returned',
          from: 'godkend',
          setBack: ['godkend'],
          texts: [texts('reason')],
        },
      )
      .thenState((round) => {
        expect(round.tasks[taskId('udvaelg')]?.status).toBe('open');
        expect(round.tasks[taskId('godkend')]?.status).toBe('waiting');
        expect(round.nominations[nominationId('n1')]?.decision).toBeNull();
      });
  });

  it('is not voted on before it has been proposed anew', () => {
    given(...returned)
      .when(vote)
      .thenRefused('ProposalMissing');
  });

  it('is selected by the new proposal, and approved at its second coming', () => {
    const again = given(...returned, propose(['n1', 'n2'], 1), vote);
    expect(again.state?.tasks[taskId('godkend')]).toMatchObject({ status: 'open', reopening: { turn: 1 } });
    again
      .when(approve('godkend'))
      .thenEvents('BallotCast', 'TaskClosed', 'TaskOpened')
      .thenState((round) => {
        expect(round.nominations[nominationId('n2')]?.decision).toBe('selected');
      });
  });

  it('may be proposed as it was, for whoever sent it back was perhaps mistaken', () => {
    given(...returned)
      .when(propose(['n1'], 1))
      .thenEvents('SelectionProposed');
  });

  it('stays open however often time is asked, until somebody does something', () => {
    given(...returned)
      .when(tick('2027-01-12T08:00:00.000Z'))
      .thenUnchanged();
  });
});

describe('a plan that is sent back', () => {
  const planned = [start, propose(['n1'], 0), vote, approve('godkend'), submit(1), agree(1)] as const;

  it('is wanted in a new version before anybody can agree', () => {
    const told = given(...planned, back('godkend-plan'));
    expect(told.state?.tasks[taskId('plan')]).toMatchObject({ status: 'open', result: null });
    told.when(agree(1)).thenRefused('DocumentMissing');
    told.when(submit(2)).thenEvents('DocumentSubmitted');
  });

  it('comes again to who sent it back', () => {
    given(...planned, back('godkend-plan'), submit(2))
      .when(agree(2))
      .thenEvents('DocumentAgreed', 'TaskClosed', { type: 'TaskOpened', taskId: 'godkend-plan' });
  });

  it('leaves what was decided before it as it was', () => {
    const told = given(...planned, back('godkend-plan'));
    expect(told.state?.tasks[taskId('udvaelg')]).toMatchObject({ status: 'closed' });
    expect(told.state?.nominations[nominationId('n1')]?.decision).toBe('selected');
  });
});

describe('a definition', () => {
  it('can say where an answer of "return" leads', () => {
    const own = definitionWith([
      { id: 'liste', kind: 'rank', closes: 'whenAnswered' },
      { id: 'plan', kind: 'document', bodies: ['sekretariat'], after: ['liste'] },
      { id: 'godkend', kind: 'approve', bodies: ['bestyrelse'], after: ['plan'], returnsTo: 'liste' },
    ]);
    const ranked = castBallot({ by: 'anna', task: 'liste', tiers: { n1: 'high' } });
    given(
      started(own, electorateOf(own, seat('anna', 'udvalg'), seat('bente', 'bestyrelse')), {
        carriedOver: [submittedNomination('n1', '2026-001')],
      }),
      ranked,
      submit(1),
    )
      .when(back('godkend'))
      .thenEvents('BallotCast', 'TaskClosed', {
        type: 'TaskReopened',
        taskId: 'liste',
        setBack: ['plan', 'godkend'],
      });
  });
});
