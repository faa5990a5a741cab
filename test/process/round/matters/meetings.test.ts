// Meetings: one member takes an item out of written procedure; the body decides it at a meeting, entered on its behalf.
import type { ChoiceId } from '../../../../services/process/definition/schema';
import { as, type MandateId, type MeetingId } from '../../../../services/process/ids';
import { outstanding } from '../../../../services/process/round/outstanding';
import { agendaFor, decidedOn } from '../../../../services/process/round/matters/meetings/queries';
import type { RoundStep } from '../../given';
import {
  bodyId,
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  taskId,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'plan', kind: 'approve', workingDays: 5, rule: { method: 'approval', needs: 2 } },
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'siden', kind: 'vote', after: ['plan'], workingDays: 5 },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg'),
  seat('bo', 'udvalg'),
  seat('cille', 'udvalg', { role: 'chair' }),
);
const start = started(definition, electorate);
const id = as<MeetingId>('m1');
const mandate = (name: string) => as<MandateId>(`udvalg-${name}`);

const wish = castBallot({ by: 'bo', task: 'plan', choice: 'wantsMeeting' });

function call(who = 'sine', agenda: readonly string[] = ['plan']): RoundStep {
  const at = '2027-01-20T09:00:00.000Z';
  return by(who, {
    type: 'CallMeeting',
    meetingId: id,
    bodyId: bodyId('udvalg'),
    at,
    agenda: agenda.map((one) => taskId(one)),
  });
}
function attend(present: readonly string[], apologies: readonly string[] = []): RoundStep {
  return by('sine', {
    type: 'RecordAttendance',
    meetingId: id,
    present: present.map((name) => mandate(name)),
    apologies: apologies.map((name) => mandate(name)),
  });
}
function decide(
  choice: ChoiceId,
  more: { otherwise?: Readonly<Record<string, ChoiceId>>; left?: readonly string[]; task?: string; who?: string } = {},
): RoundStep {
  const otherwise = Object.fromEntries(Object.entries(more.otherwise ?? {}).map(([name, one]) => [mandate(name), one]));
  return by(more.who ?? 'sine', {
    type: 'DecideAtMeeting',
    meetingId: id,
    taskId: taskId(more.task ?? 'plan'),
    choice,
    otherwise,
    left: (more.left ?? []).map((name) => mandate(name)),
    texts: texts('reason'),
  });
}
const met = [start, wish, call(), attend(['anna', 'bo'], ['cille'])] as const;

describe('a wish for a meeting', () => {
  it('takes the task out of written procedure at once', () => {
    given(start, wish)
      .when(castBallot({ by: 'anna', task: 'plan', choice: 'approve' }))
      .thenRefused('TakenToMeeting');
  });

  it('keeps it open past its deadline and whoever has answered', () => {
    given(start, castBallot({ by: 'anna', task: 'plan', choice: 'approve' }), wish)
      .when(tick('2027-01-25T11:00:31.000Z'))
      .thenUnchanged();
  });

  it('can be taken back by who had it, and answers go on in writing', () => {
    given(start, wish, castBallot({ by: 'bo', task: 'plan', choice: 'approve' }))
      .when(castBallot({ by: 'anna', task: 'plan', choice: 'approve' }))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'TaskOpened');
  });

  it('asks the secretariat for the meeting, and nobody for an answer', () => {
    const { state } = given(start, wish);
    if (state === null) throw new Error('nothing stands');
    const left = outstanding(state, '2027-01-11').filter((one) => one.taskId === taskId('plan'));
    expect(left.flatMap(({ entries }) => entries.map(({ personId, wanted }) => [personId, wanted]))).toEqual([
      ['sine', 'meeting'],
    ]);
  });
});

describe('a meeting', () => {
  it('has an agenda of open tasks, those that somebody wants a meeting on first', () => {
    const { state } = given(start, castBallot({ by: 'bo', task: 'valg', choice: 'wantsMeeting' }));
    if (state === null) throw new Error('nothing stands');
    expect(agendaFor(state, bodyId('udvalg'), '2027-01-11')).toEqual(['valg', 'plan']);
  });

  it('is called by the secretariat or the chair, about open tasks', () => {
    given(start).when(call('cille')).thenEvents('MeetingCalled');
    given(start).when(call('anna')).thenRefused('NotSecretariat');
    given(start)
      .when(call('sine', ['siden']))
      .thenRefused('TaskNotOpen');
    given(start).when(call('sine', [])).thenRefused('AgendaEmpty');
  });

  it('is not moved by the chair of another body', () => {
    const other = definitionWith([
      { id: 'plan', kind: 'approve', bodies: ['udvalg'] },
      { id: 'valg', kind: 'vote', bodies: ['sekretariat'] },
    ]);
    const chair = seat('leo', 'sekretariat', { role: 'chair' });
    const open = started(other, electorateOf(other, seat('anna', 'udvalg'), seat('bo', 'udvalg'), chair));
    given(open, call())
      .when(
        by('sine', {
          type: 'CallMeeting',
          meetingId: id,
          bodyId: bodyId('sekretariat'),
          at: '2027-01-21T09:00:00.000Z',
          agenda: [taskId('valg')],
        }),
      )
      .thenRefused('UnknownMeeting');
  });

  it('decides by the rule of the task, with those who were there', () => {
    given(...met)
      .when(decide('approve'))
      .thenEvents('DecidedAtMeeting', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'TaskOpened')
      .thenState((round) => {
        expect(decidedOn(round, taskId('plan'))?.meeting.id).toBe(id);
        expect(round.tasks[taskId('plan')]?.work).toMatchObject({
          ballots: { [mandate('anna')]: { choice: 'approve', by: 'anna', enteredBy: 'sine' } },
        });
      });
  });

  it('counts nobody who left for the item, nor anyone who was not there', () => {
    given(...met)
      .when(decide('approve', { left: ['bo'] }))
      .thenRefused('NotQuorate');
    given(...met)
      .when(decide('approve', { otherwise: { cille: 'doNotApprove' } }))
      .thenEvents('DecidedAtMeeting', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'TaskOpened');
  });

  it('records who answered otherwise', () => {
    given(...met)
      .when(decide('approve', { otherwise: { bo: 'doNotApprove' } }))
      .thenEvents(
        { type: 'DecidedAtMeeting', choices: { [mandate('anna')]: 'approve', [mandate('bo')]: 'doNotApprove' } },
        { type: 'TaskClosed', result: { outcome: 'notApproved' } },
      );
  });

  it('decides nothing before it is known who was there, off the agenda, or by anyone but the secretariat', () => {
    given(start, wish, call()).when(decide('approve')).thenRefused('AttendanceMissing');
    given(...met)
      .when(decide('for', { task: 'valg' }))
      .thenRefused('NotOnAgenda');
    given(...met)
      .when(decide('approve', { who: 'cille' }))
      .thenRefused('NotSecretariat');
    given(...met)
      .when(decide('for'))
      .thenRefused('UnknownChoice');
  });

  it('said twice changes nothing, and once held takes nothing more', () => {
    given(...met)
      .when(attend(['anna', 'bo'], ['cille']))
      .thenUnchanged();
    const held = by('sine', { type: 'CloseMeeting', meetingId: id });
    given(...met, held)
      .when(held)
      .thenUnchanged();
    given(...met, held)
      .when(decide('approve'))
      .thenRefused('MeetingHeld');
  });
});
