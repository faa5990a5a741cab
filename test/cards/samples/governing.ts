// Samples of overrides, conditions and meetings: what two people change, what is owed, what a body decides together.
// One of the galleries of gallery.ts: the names say what is seen. States are made by the rules' own fold.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { MandateId, MeetingId, ObligationId, OverrideId } from '../../../services/process/ids';
import { evolve } from '../../../services/process/round/evolve';
import type { RoundEvent } from '../../../services/process/round/events';
import { differencesOf } from '../../../services/process/round/matters/overrides/amendment';
import type { Change } from '../../../services/process/round/matters/overrides/state';
import type { Language } from '../../../services/process/words';
import { form, of } from '../sample';
import type { Sample } from '../sample';
import { bodyId, closed, ngc, nominationId, now, opened, person, seatId, taskId } from '../world';
import type { World } from '../world';
import { selecting } from '../worlds';

/** The world after some events, as the fold makes it. */
export function after(base: World, who: string, ...events: readonly RoundEvent[]): World {
  const by = person(who);
  const round = events.reduce((state, event) => evolve(state, { event, by, at: now }), base.round);
  return { ...base, round };
}

const overrideId = as<OverrideId>('o1');
const select = taskId('select');
const reopen: Change = { kind: 'reopen', taskId: select, deadlineAt: '2027-06-25T10:00:00.000Z' };
const correct: Change = { kind: 'correct', taskId: select, nominationId: nominationId(3) };
const replace: Change = {
  kind: 'replacePerson',
  mandateId: as<MandateId>('bestyrelsen.bo'),
  personId: person('viggo'),
};

function proposed(base: World, change: Change): World {
  const texts = base.words.keep(`override-${change.kind}`, {
    reason: 'Region Nordjyllands svar nåede ikke frem, fordi kanalen var lukket.',
    wrong: 'Ca. 120 patienter pr. år.',
    right: 'Ca. 12 patienter pr. år.',
  });
  return after(base, 'sara', { type: 'OverrideProposed', overrideId, change, texts });
}

function confirmed(base: World, change: Change): World {
  const texts = base.words.keep('override-texts', {});
  const effects: Readonly<Record<Change['kind'], readonly RoundEvent[]>> = {
    reopen: [
      {
        type: 'TaskReopened',
        taskId: select,
        because: 'override',
        from: null,
        texts: [base.words.keep('override-reopen', { reason: 'Region Nordjyllands svar nåede ikke frem.' })],
        deadlineAt: '2027-06-25T10:00:00.000Z',
        setBack: [],
      },
    ],
    replacePerson: [
      {
        type: 'PersonReplaced',
        mandateId: as<MandateId>('bestyrelsen.bo'),
        was: person('bo'),
        personId: person('viggo'),
      },
    ],
    correct: [{ type: 'EntryCorrected', taskId: select, nominationId: nominationId(3), texts }],
    closeEarly: [],
    amend: [],
  };
  return after(proposed(base, change), 'nina', { type: 'OverrideConfirmed', overrideId }, ...effects[change.kind]);
}

const amended = {
  ...ngc,
  steps: ngc.steps.map((step) => ({
    ...step,
    tasks: step.tasks.map((task) => (task.id === select ? { ...task, workingDays: 20 } : task)),
  })),
};

export function overrideSamples(): readonly Sample[] {
  const done = closed(selecting(), 'select');
  const seen = (base: World, l: Language, name = 'sara') => of(base).own(l, name, 'select');
  const proposing = (l: Language) => ({ ...seen(selecting(), l), ...form, overrideId, reason: '' });
  return [
    {
      name: 'override-proposed',
      make: (l) => cards.overrideCard({ ...seen(proposed(done, reopen), l, 'nina'), overrideId }),
    },
    { name: 'override-own', make: (l) => cards.overrideCard({ ...seen(proposed(done, reopen), l), overrideId }) },
    { name: 'override-done', make: (l) => cards.overrideCard({ ...seen(confirmed(done, replace), l), overrideId }) },
    { name: 'overrides', make: (l) => cards.overridesCard({ ...seen(confirmed(done, replace), l), page: 0 }) },
    { name: 'overrides-none', make: (l) => cards.overridesCard({ ...seen(done, l), page: 0 }) },
    {
      name: 'override-posted',
      make: (l) => cards.overridePostedCard({ ...of(confirmed(done, correct)).shared(l, 'select'), overrideId }),
    },
    { name: 'task-select-reopened', make: (l) => cards.taskCard(of(confirmed(done, reopen)).shared(l, 'select')) },
    { name: 'own-select-closed-secretariat', make: (l) => cards.ownTaskCard(of(done).ownCard(l, 'sara', 'select')) },
    {
      name: 'nomination-corrected',
      make: (l) =>
        cards.nominationCard({ ...seen(confirmed(done, correct), l), nominationId: nominationId(3), page: 0 }),
    },
    { name: 'form-reopen', make: (l) => cards.reopenForm({ ...proposing(l), taskId: select, date: null }) },
    { name: 'form-close-early', make: (l) => cards.closeEarlyForm({ ...proposing(l), taskId: select }) },
    {
      name: 'form-correct',
      make: (l) => cards.correctForm({ ...proposing(l), taskId: select, nominationId: null, wrong: '', right: '' }),
    },
    { name: 'form-replace', make: (l) => cards.replaceForm(proposing(l)) },
    {
      name: 'form-amend',
      make: (l) => cards.amendForm({ ...proposing(l), differences: differencesOf(ngc, amended) }),
    },
    { name: 'form-amend-none', make: (l) => cards.amendForm({ ...proposing(l), differences: [] }) },
    {
      name: 'form-override-decline',
      make: (l) => cards.declineOverrideForm({ ...seen(proposed(done, reopen), l), ...form, overrideId, reason: '' }),
    },
  ];
}

const meetingId = as<MeetingId>('m1');
const board = bodyId('bestyrelsen');
const planId = taskId('approve-plan');

/** The board wants a meeting on the plan, and has one. */
function meeting(...events: readonly RoundEvent[]): World {
  const wish = { choice: 'wantsMeeting', texts: null, tiers: null, order: [] } as const;
  return after(
    after(opened(selecting(), 'approve-plan'), 'bo', {
      type: 'BallotCast',
      taskId: planId,
      mandateId: seatId('bestyrelsen', 'bo'),
      ballot: wish,
    }),
    'sara',
    { type: 'MeetingCalled', meetingId, bodyId: board, at: '2027-06-21T08:00:00.000Z', agenda: [planId] },
    ...events,
  );
}

const attended: RoundEvent = {
  type: 'AttendanceRecorded',
  meetingId,
  present: [seatId('bestyrelsen', 'bente'), seatId('bestyrelsen', 'bo')],
  apologies: [seatId('bestyrelsen', 'birgit')],
};

function decided(): World {
  const base = meeting(attended);
  const texts = base.words.keep('met', { reason: 'Planen godkendes. Status gives efter et halvt år.' });
  const choices = { [seatId('bestyrelsen', 'bente')]: 'approve', [seatId('bestyrelsen', 'bo')]: 'approve' } as const;
  const event: RoundEvent = { type: 'DecidedAtMeeting', meetingId, taskId: planId, choices, left: [], texts };
  const result = { version: 'majority/1', outcome: 'approved', arithmetic: null };
  return after(base, 'sara', event, { type: 'TaskClosed', taskId: planId, asOf: now, result, texts: null });
}

export function meetingSamples(): readonly Sample[] {
  const seen = (base: World, l: Language, name = 'sara') => of(base).own(l, name, 'approve-plan');
  const calling = { ...form, meetingId, bodyId: board, date: null, time: null, agenda: null };
  return [
    { name: 'meetings', make: (l) => cards.meetingsCard({ ...seen(meeting(), l), page: 0 }) },
    { name: 'meetings-none', make: (l) => cards.meetingsCard({ ...seen(selecting(), l), page: 0 }) },
    { name: 'meeting-called', make: (l) => cards.meetingCard({ ...seen(meeting(), l), meetingId }) },
    { name: 'meeting-attended', make: (l) => cards.meetingCard({ ...seen(meeting(attended), l), meetingId }) },
    { name: 'meeting-decided', make: (l) => cards.meetingCard({ ...seen(decided(), l, 'bente'), meetingId }) },
    {
      name: 'minutes',
      make: (l) =>
        cards.minutesCard({ ...seen(decided(), l), meetingId, fileUrl: 'https://contoso.sharepoint.com/referat.md' }),
    },
    { name: 'task-taken-to-meeting', make: (l) => cards.taskCard(of(meeting()).shared(l, 'approve-plan')) },
    { name: 'task-decided-at-meeting', make: (l) => cards.taskCard(of(decided()).shared(l, 'approve-plan')) },
    { name: 'form-meeting-call', make: (l) => cards.meetingCallForm({ ...seen(meeting(), l), ...calling }) },
    {
      name: 'form-attendance',
      make: (l) => cards.attendanceForm({ ...seen(meeting(attended), l), ...form, meetingId }),
    },
    {
      name: 'form-meeting-decide',
      make: (l) =>
        cards.meetingDecideForm({ ...seen(meeting(attended), l), ...form, meetingId, taskId: planId, reason: '' }),
    },
  ];
}

const obligationId = as<ObligationId>('approve-plan.0.1');

function conditional(...events: readonly RoundEvent[]): World {
  const base = opened(selecting(), 'approve-plan');
  const texts = base.words.keep('condition', { reason: 'Bemandingen af laboratoriet skal være på plads.' });
  const result = { version: 'majority/1', outcome: 'approvedWithConditions', arithmetic: null };
  const laid = {
    id: obligationId,
    mandateId: seatId('bestyrelsen', 'bo'),
    texts,
    bodyId: bodyId('ngc'),
    deadlineAt: '2027-06-25T10:00:00.000Z',
    gates: true,
  };
  return after(
    base,
    'bo',
    { type: 'TaskClosed', taskId: planId, asOf: now, result, texts: null },
    { type: 'ObligationsLaidDown', taskId: planId, closing: 'approve-plan', obligations: [laid] },
    ...events,
  );
}

export function conditionSamples(): readonly Sample[] {
  const reported: RoundEvent = { type: 'ObligationReported', obligationId, texts: null };
  const own = (base: World, l: Language, name: string) => of(base).ownCard(l, name, 'approve-plan');
  const asked = (l: Language) => ({ ...of(conditional(reported)).own(l, 'bo', 'approve-plan'), ...form, obligationId });
  return [
    { name: 'own-condition-owner', make: (l) => cards.ownTaskCard(own(conditional(), l, 'gerda')) },
    { name: 'own-condition-checker', make: (l) => cards.ownTaskCard(own(conditional(reported), l, 'bo')) },
    { name: 'task-with-condition', make: (l) => cards.taskCard(of(conditional()).shared(l, 'approve-plan')) },
    { name: 'form-condition-back', make: (l) => cards.conditionBackForm(asked(l)) },
    { name: 'form-condition-assign', make: (l) => cards.conditionAssignForm(asked(l)) },
  ];
}

export function governingSamples(): readonly Sample[] {
  return [...overrideSamples(), ...meetingSamples(), ...conditionSamples()];
}
