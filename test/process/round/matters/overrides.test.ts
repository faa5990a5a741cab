// Overrides: a typed reason, a second person, effect at once, nothing edited.
import { definitionSchema, type Definition } from '../../../../services/process/definition/schema';
import { as, type MandateId, type OverrideId } from '../../../../services/process/ids';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import { differencesOf } from '../../../../services/process/round/matters/overrides/amendment';
import type { Change } from '../../../../services/process/round/matters/overrides/state';
import type { RoundStep } from '../../given';
import {
  both,
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  person,
  seat,
  started,
  taskId,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'siden', kind: 'vote', after: ['valg'], workingDays: 5 },
  { id: 'ud', kind: 'publish', bodies: ['sekretariat'], after: ['siden'], effects: ['publishResult'] },
  { id: 'sidst', kind: 'approve', after: ['ud'] },
]);
const seats = [
  seat('simon', 'sekretariat'),
  seat('anna', 'udvalg'),
  seat('bo', 'udvalg'),
  seat('cille', 'udvalg', { role: 'chair' as const }),
];
const electorate = electorateOf(definition, ...seats);
const start = started(definition, electorate);
const later = '2027-02-01T11:00:00.000Z';

const id = as<OverrideId>('o1');
const reopen: Change = { kind: 'reopen', taskId: taskId('valg'), deadlineAt: later };
const closeEarly: Change = { kind: 'closeEarly', taskId: taskId('valg') };

function propose(change: Change, who = 'sine', fields: readonly string[] = ['reason']): RoundStep {
  return by(who, { type: 'ProposeOverride', overrideId: id, change, texts: texts(...fields) });
}
const confirm = (who: string): RoundStep => by(who, { type: 'ConfirmOverride', overrideId: id });
const decline = (who: string, reason = true): RoundStep =>
  by(who, { type: 'DeclineOverride', overrideId: id, texts: reason ? texts('reason') : null });
const all = ['anna', 'bo', 'cille'].map((name) => castBallot({ by: name, task: 'valg' }));
const voted = [start, ...all, tick('2027-01-18T11:01:00.000Z')] as const;

describe('an override', () => {
  it('takes effect when a second person of the secretariat confirms it', () => {
    given(start, ...all, propose(closeEarly))
      .when(confirm('simon'))
      .thenEvents('OverrideConfirmed', { type: 'TaskClosed', texts: texts('reason') }, 'TaskOpened')
      .thenState((round) => {
        expect(round.matters.overrides.all[id]).toMatchObject({ status: 'done', second: { by: 'simon' } });
      });
  });

  it('can be confirmed by the chair of the body it concerns, so that one secretary is not stuck', () => {
    given(start, ...all, propose(closeEarly))
      .when(confirm('cille'))
      .thenEvents('OverrideConfirmed', 'TaskClosed', 'TaskOpened');
  });

  it('is refused to the one who proposed it, and to members', () => {
    given(start, propose(closeEarly)).when(confirm('sine')).thenRefused('SecondPersonNeeded');
    given(start, propose(closeEarly)).when(confirm('anna')).thenRefused('SecondPersonNeeded');
  });

  it('is proposed by the secretariat only, and never without a reason', () => {
    given(start).when(propose(closeEarly, 'cille')).thenRefused('NotSecretariat');
    given(start)
      .when(propose(closeEarly, 'sine', []))
      .thenRefused('ReasonMissing');
  });

  it('does nothing until it is confirmed', () => {
    given(start, ...all)
      .when(propose(closeEarly))
      .thenEvents('OverrideProposed')
      .thenState((round) => {
        expect(round.tasks[taskId('valg')]?.status).toBe('open');
      });
  });

  it('waits for those who may confirm it, and for nobody else', () => {
    const { state } = given(start, propose(closeEarly));
    if (state === null) throw new Error('nothing stands');
    const wanted = (name: string) =>
      outstandingFor(state, person(name), '2027-01-11').flatMap(({ entries }) => entries.map((entry) => entry.wanted));
    expect(wanted('simon')).toEqual(['override']);
    expect(wanted('cille')).toEqual(['ballot', 'override']);
    expect(wanted('sine')).toEqual([]);
    expect(wanted('anna')).toEqual(['ballot']);
  });

  it('said twice changes nothing', () => {
    given(start, propose(closeEarly)).when(propose(closeEarly)).thenUnchanged();
    given(start, propose(closeEarly), confirm('simon')).when(confirm('cille')).thenUnchanged();
  });

  it('is declined with a reason by the second, and taken back without by the first', () => {
    given(start, propose(closeEarly)).when(decline('simon', false)).thenRefused('ReasonMissing');
    given(start, propose(closeEarly)).when(decline('simon')).thenEvents('OverrideDeclined');
    given(start, propose(closeEarly), decline('sine', false)).when(confirm('simon')).thenRefused('OverrideDeclined');
  });

  it('that is no longer possible when it is confirmed is refused then', () => {
    given(start, ...all, propose(closeEarly), tick('2027-01-18T11:01:00.000Z'))
      .when(confirm('simon'))
      .thenRefused('TaskClosed');
  });
});

describe('reopening', () => {
  it('opens a closed task with its answers, and sets back what had begun after it', () => {
    given(...voted, propose(reopen))
      .when(confirm('simon'))
      .thenEvents('OverrideConfirmed', { type: 'TaskReopened', because: 'override', setBack: ['siden'] })
      .thenState((round) => {
        expect(round.tasks[taskId('valg')]).toMatchObject({ status: 'open', deadlineAt: later });
        expect(round.tasks[taskId('valg')]?.work).toMatchObject({ ballots: { 'udvalg-anna': { choice: 'for' } } });
        expect(round.tasks[taskId('siden')]?.status).toBe('waiting');
      });
  });

  it('is refused for a task that is open', () => {
    given(start).when(propose(reopen)).thenRefused('TaskNotClosed');
  });

  it('is refused once something that came after it has been published', () => {
    const sidenVotes = ['anna', 'bo', 'cille'].map((name) => castBallot({ by: name, task: 'siden' }));
    const published = by('sine', { type: 'Publish', taskId: taskId('ud'), nextRoundId: null });
    given(...voted, ...sidenVotes, tick('2027-01-25T11:01:00.000Z'), published)
      .when(propose(reopen))
      .thenRefused('AlreadyPublished');
  });
});

describe('replacing a person', () => {
  const mandateId = as<MandateId>('udvalg-bo');
  const replace: Change = { kind: 'replacePerson', mandateId, personId: person('berit') };

  it('lets the new one answer for the seat, and keeps what was answered', () => {
    const replaced = given(start, castBallot({ by: 'bo', task: 'valg' }), propose(replace), confirm('simon'));
    expect(replaced.state?.tasks[taskId('valg')]?.work).toMatchObject({ ballots: { [mandateId]: { by: 'bo' } } });
    replaced
      .when(castBallot({ by: 'bo', task: 'valg', mandate: mandateId, choice: 'against' }))
      .thenRefused('NoMandate');
    replaced
      .when(castBallot({ by: 'berit', task: 'valg', mandate: mandateId, choice: 'against' }))
      .thenEvents('BallotCast');
  });

  it('cannot be confirmed by the one who gets the seat', () => {
    const own: Change = { kind: 'replacePerson', mandateId, personId: person('simon') };
    given(start, propose(own)).when(confirm('simon')).thenRefused('SecondPersonNeeded');
  });

  it('stands while the organisation still names the one who was replaced, and no longer', () => {
    const follow = (orgSeq: number, holder: string): RoundStep =>
      by('system', {
        type: 'FollowOrganisation',
        orgSeq,
        electorate: electorateOf(definition, ...seats.slice(0, 2), seat(holder, 'udvalg', { id: mandateId })),
      });
    const replaced = given(start, propose(replace), confirm('simon'), follow(2, 'bo'));
    expect(replaced.state?.electorate.mandates[mandateId]?.holder).toBe('berit');
    replaced.when(follow(3, 'bjarne')).thenState((round) => {
      expect(round.electorate.mandates[mandateId]?.holder).toBe('bjarne');
    });
  });
});

describe('a correction', () => {
  const correct: Change = { kind: 'correct', taskId: taskId('valg'), nominationId: null };

  it('is a new entry that says what ought to stand; nothing that stood changes', () => {
    const before = given(...voted, propose(correct, 'sine', ['reason', 'right']));
    before
      .when(confirm('simon'))
      .thenEvents('OverrideConfirmed', { type: 'EntryCorrected', taskId: 'valg' })
      .thenState((round) => {
        expect(round.tasks).toEqual(before.state?.tasks);
      });
  });

  it('is nothing without what ought to stand', () => {
    given(...voted)
      .when(propose(correct))
      .thenRefused('CorrectionMissing');
  });
});

describe('amending the definition', () => {
  const amended = (change: (task: Definition['steps'][number]['tasks'][number]) => object): Definition =>
    definitionSchema.parse({
      ...definition,
      steps: definition.steps.map((step) => ({
        ...step,
        tasks: step.tasks.map((task) => ({ ...task, ...change(task) })),
      })),
    });
  const longer = amended(({ id: of }) => (of === taskId('siden') ? { workingDays: 20 } : {}));
  it('neither opens a secret ballot that has begun nor makes an open one secret', () => {
    const secret = amended(({ id: of }) => (of === taskId('valg') ? { visibility: 'secret' } : {}));
    given(start)
      .when(propose({ kind: 'amend', definition: secret, definitionHash: 'another' }))
      .thenRefused('AmendmentUnfit');
  });

  const amend = (after: Definition): Change => ({ kind: 'amend', definition: after, definitionHash: 'another' });

  it('runs the round by the new version from then on', () => {
    given(start, ...all, propose(amend(longer)), confirm('simon'))
      .when(tick('2027-01-18T11:01:00.000Z'))
      .thenEvents('TaskClosed', { type: 'TaskOpened', taskId: 'siden', deadlineAt: '2027-02-15T11:00:00.000Z' });
  });

  it('shows the difference', () => {
    expect(differencesOf(definition, longer)).toEqual([
      { taskId: 'siden', path: ['workingDays'], before: '5', after: '20' },
    ]);
  });

  it('that loses a task that has begun is refused', () => {
    const without: Definition = {
      ...definition,
      steps: [{ ...longer.steps[0], tasks: longer.steps[0]?.tasks.slice(1) } as never],
    };
    given(start)
      .when(propose(amend(without)))
      .thenRefused('AmendmentUnfit', { path: 'tasks.valg' });
  });

  describe('that measures begun answers otherwise', () => {
    const measured = definitionWith(
      [
        { id: 'vurder', kind: 'assess', about: 'submitted', workingDays: 5 },
        { id: 'ordn', kind: 'rank', workingDays: 5 },
        { id: 'valg', kind: 'vote', after: ['ordn'], workingDays: 5, choices: ['for', 'against'] },
      ],
      {
        principles: [
          { id: 'nytte', label: both('Nytte'), scored: true },
          { id: 'lige', label: both('Lige adgang'), scored: false },
        ],
        scale: [0, 1].map((value) => ({ id: `trin-${value}`, label: both(String(value)), value })),
        evidence: ['svag', 'god'].map((grade) => ({ id: grade, label: both(grade) })),
      },
    );
    const began = started(measured, electorate);
    const withSettings = (change: object): Change => amend(definitionSchema.parse({ ...measured, ...change }));
    const tasks = (of: string, change: object): Change =>
      withSettings({
        steps: measured.steps.map((step) => ({
          ...step,
          tasks: step.tasks.map((task) => (task.id === taskId(of) ? { ...task, ...change } : task)),
        })),
      });
    const two = ['high', 'low'].map((tier) => ({ id: tier, label: both(tier) }));

    it.each([
      ['scale', withSettings({ scale: measured.scale.toReversed() })],
      ['principles', withSettings({ principles: measured.principles.slice(1) })],
      ['evidence', withSettings({ evidence: measured.evidence.slice(1) })],
      ['tasks.ordn.tiers', tasks('ordn', { tiers: two })],
    ])('is refused: %s', (path, change) => {
      given(began).when(propose(change)).thenRefused('MeasureInUse', { path });
    });

    it('is possible while the task has not begun', () => {
      given(began)
        .when(propose(tasks('valg', { choices: ['for', 'against', 'abstain'] })))
        .thenEvents('OverrideProposed');
    });

    it('is possible for the words beside it', () => {
      const [first, ...rest] = measured.principles;
      given(began)
        .when(propose(withSettings({ principles: [{ ...first, label: both('rettet') }, ...rest] })))
        .thenEvents('OverrideProposed');
    });

    it('is asked again when it is confirmed: the task may have begun meanwhile', () => {
      const fewer = amended(({ id: of }) => (of === taskId('siden') ? { choices: ['for', 'against'] } : {}));
      given(start, ...all, propose(amend(fewer)), tick('2027-01-18T11:01:00.000Z'))
        .when(confirm('simon'))
        .thenRefused('MeasureInUse', { path: 'tasks.siden.choices' });
    });
  });

  it('to what stands is refused', () => {
    const unchanged: Change = { kind: 'amend', definition, definitionHash: 'hash-of-definition' };
    given(start).when(propose(unchanged)).thenRefused('NothingToAmend');
  });
});

describe('a closed round', () => {
  const over = [started(definitionWith([{ id: 'valg', kind: 'vote' }]), electorate), ...all] as const;

  it('takes corrections and nothing else', () => {
    const told = given(...over, tick('2027-02-18T11:01:00.000Z'));
    expect(told.state?.status).toBe('closed');
    told.when(propose(reopen)).thenRefused('RoundClosed');
    told
      .when(propose({ kind: 'correct', taskId: taskId('valg'), nominationId: null }, 'sine', ['reason', 'right']))
      .thenEvents('OverrideProposed');
  });
});
