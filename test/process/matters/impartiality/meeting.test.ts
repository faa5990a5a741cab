// Impartiality at meetings: an answer the secretariat enters counts as its giver's, about what he may take part in.
import { as, type MandateId, type MeetingId } from '../../../../services/process/ids';
import type { RoundStep } from '../../given';
import { bodyId, by, given, taskId, texts } from '../../given';
import { recused, report, roundWith } from './builders';

const meetingId = as<MeetingId>('m1');
const names = ['karl', 'dorte', 'anna', 'bo'];
const mandate = (name: string) => as<MandateId>(`udvalg-${name}`);
const vote = { id: 'valg', kind: 'vote', about: 'submitted', rule: { method: 'majority' } } as const;

const called = by('sine', {
  type: 'CallMeeting',
  meetingId,
  bodyId: bodyId('udvalg'),
  at: '2027-01-20T09:00:00.000Z',
  agenda: [taskId('valg')],
});
const met = by('sine', {
  type: 'RecordAttendance',
  meetingId,
  present: names.map((name) => mandate(name)),
  apologies: [],
});
const decided: RoundStep = by('sine', {
  type: 'DecideAtMeeting',
  meetingId,
  taskId: taskId('valg'),
  choice: 'for',
  otherwise: {},
  left: [],
  texts: texts('reason'),
});

describe('a decision at a meeting', () => {
  it('does not count who is held out of the only nomination, though he was there', () => {
    given(roundWith({ tasks: [vote], nominations: ['n1'] }), ...recused('karl', 'n1'), called, met)
      .when(decided)
      .thenEvents(
        'DecidedAtMeeting',
        {
          type: 'TaskClosed',
          result: { arithmetic: { quorum: { seats: 4, recused: 1, answered: 3 }, vote: { for: 3 } } },
        },
        'RoundClosed',
      )
      .thenState((round) => {
        expect(round.tasks[taskId('valg')]?.work).toMatchObject({ ballots: { [mandate('dorte')]: { by: 'dorte' } } });
        expect(round.tasks[taskId('valg')]?.work).not.toHaveProperty(['ballots', mandate('karl')]);
      });
  });

  it('of a list counts him about the rest alone', () => {
    given(roundWith({ tasks: [vote] }), ...recused('karl', 'n1'), called, met)
      .when(decided)
      .thenEvents(
        'DecidedAtMeeting',
        {
          type: 'TaskClosed',
          result: {
            arithmetic: {
              vote: { for: 4 },
              apart: [{ nominationIds: ['n1'], quorum: { recused: 1, answered: 3 } }],
            },
          },
        },
        'RoundClosed',
      );
  });

  it('counts everybody though the secretary who enters it is held out himself', () => {
    given(roundWith({ tasks: [vote], nominations: ['n1'] }), report('sine', 'n1'), called, met)
      .when(decided)
      .thenEvents(
        'DecidedAtMeeting',
        { type: 'TaskClosed', result: { arithmetic: { vote: { for: 4 } } } },
        'RoundClosed',
      );
  });
});
