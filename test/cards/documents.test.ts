// The documents of a case, from states the rules' own fold has made: what was decided at a meeting, by whom, and why a task
// was closed by hand. Their words are what an archive gets.
import { caseDocuments } from '../../cards/documents/case';
import type { RoundEvent } from '../../services/process/round/events';
import { as, type MeetingId } from '../../services/process/ids';
import { after } from './samples/governing';
import { bodyId, now, opened, person, seatId, taskId, type World } from './world';
import { selecting } from './worlds';

const plan = taskId('approve-plan');
const seat = (name: string) => seatId('bestyrelsen', name);

function contentOf({ round, words }: World, name: string): string {
  const { ofCase } = caseDocuments({ round, language: 'da', look: words.look() });
  return ofCase.find((document) => document.name === name)?.content ?? '';
}

describe('a meeting', () => {
  const meetingId = as<MeetingId>('m1');
  const base = opened(selecting(), 'approve-plan');
  const texts = base.words.keep('met', { reason: 'Planen godkendes. Status om et halvt år.' });
  const called: RoundEvent = {
    type: 'MeetingCalled',
    meetingId,
    bodyId: bodyId('bestyrelsen'),
    at: '2027-06-14T08:00:00.000Z',
    agenda: [plan],
  };
  const attended: RoundEvent = {
    type: 'AttendanceRecorded',
    meetingId,
    present: [seat('bente'), seat('bo')],
    apologies: [seat('birgit')],
  };
  const decided: RoundEvent = {
    type: 'DecidedAtMeeting',
    meetingId,
    taskId: plan,
    choices: { [seat('bente')]: 'approve', [seat('bo')]: 'doNotApprove' },
    givers: { [seat('bente')]: { by: person('bente'), without: [] }, [seat('bo')]: { by: person('bo'), without: [] } },
    left: [seat('birgit')],
    texts,
  };
  const closing = (at: string): RoundEvent => {
    const result = { version: 'majority/1', outcome: 'approved', arithmetic: null };
    return { type: 'TaskClosed', taskId: plan, asOf: at, result, texts: null };
  };
  const held = after(base, 'sara', called, attended, decided, closing(now));

  it('has minutes with who was there, who left, what was decided and who answered what', () => {
    const minutes = contentOf(held, 'referat-moede-1');
    expect(minutes).toContain('Planen godkendes. Status om et halvt år.');
    expect(minutes).toMatch(/Til stede: .*Bente.*Bo/i);
    expect(minutes).toMatch(/Afbud: .*Birgit/i);
    expect(minutes).toMatch(/Godkend ikke/);
    expect(minutes).toMatch(/Birgit/);
  });

  it('stands in the minutes of the round as where its answers were given', () => {
    const minutes = contentOf(held, 'referat');
    expect(minutes).toContain('Besluttet på mødet den 14. juni 2027.');
    expect(minutes).toMatch(/Bente[^\n]*: Godkend, indført af Sara/i);
    expect(minutes).toMatch(/Bo[^\n]*: Godkend ikke, indført af Sara/i);
  });

  it('is where it was decided also where the commit came a moment after the clock was read', () => {
    const moment = after(base, 'sara', called, attended, decided, closing('2027-06-14T14:04:59.900Z'));
    expect(contentOf(moment, 'referat')).toContain('Besluttet på mødet den 14. juni 2027.');
  });
});

test('a task closed by hand stands in the minutes with who did it and why', () => {
  const base = opened(selecting(), 'approve-plan');
  const texts = base.words.keep('closed', { reason: 'Bestyrelsen har svaret pr. brev.' });
  const result = { version: 'closed-by-hand/1', outcome: 'closedByHand', arithmetic: null };
  const closed = after(base, 'sara', { type: 'TaskClosed', taskId: plan, asOf: now, result, texts });
  expect(contentOf(closed, 'referat')).toMatch(
    /Afsluttet af Sara[^\n]*\. Begrundelse: Bestyrelsen har svaret pr\. brev\./i,
  );
});
