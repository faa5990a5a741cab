// Questions to nominators: asked by a body with a deadline, answered by any of those who nominated, never holding anything up.
import { outstanding } from '../../../services/process/round/outstanding';
import { reminders } from '../../../services/process/round/reminders';
import type { RoundState } from '../../../services/process/round/state';
import { calendarOf } from '../../../services/schedule/calendar';
import { given, texts, tick } from '../given';
import { drafted, nominationIn, send, signed, withdraw } from '../kinds/sketches';
import { answers, asks, asksForMore, checks, definition, open, submitted, supplements, takesBack } from './round';

const received = [open, ...submitted('klara', 'n1', 'kurt')] as const;

/** Who has a question to answer, as `klara question/q1`. */
function asked(state: RoundState | null): readonly string[] {
  return outstanding(state as RoundState, '2027-01-11').flatMap(({ matter, entries }) =>
    entries.filter(({ wanted }) => wanted === 'question').map(({ personId }) => `${personId} ${matter}`),
  );
}

describe('asking a nominator', () => {
  it('is done by the members of a body that assesses, with a deadline, in the name of the body', () => {
    given(...received)
      .when(asks('anna', 'n1', 'q1'))
      .thenEvents({ type: 'NominatorAsked', bodyId: 'udvalg', deadlineAt: '2027-01-22T11:00:00.000Z' });
  });

  it('waits for every nominator with the question’s own deadline and reminders', () => {
    const { state } = given(...received, asks('anna', 'n1', 'q1'));
    expect(asked(state)).toEqual(['klara question/q1', 'kurt question/q1']);
    const due = reminders(state as RoundState, '2027-01-21T08:00:00.000Z', calendarOf(definition.calendar));
    expect(due.filter(({ matter }) => matter === 'question/q1').map(({ personId, rung }) => [personId, rung])).toEqual([
      ['klara', 'before-1'],
      ['kurt', 'before-1'],
    ]);
  });

  it('is refused to observers, to strangers, to other bodies and in the name of another body', () => {
    const told = given(...received);
    told.when(asks('otto', 'n1', 'q1')).thenRefused('NoMandate');
    told.when(asks('fremmed', 'n1', 'q1')).thenRefused('NoMandate');
    told.when(asks('nord', 'n1', 'q1', { task: 'indstil', body: 'region-nord' })).thenRefused('NoMandate');
    told.when(asks('sine', 'n1', 'q1')).thenRefused('NoMandate');
    told.when(asks('system', 'n1', 'q1')).thenRefused('NoMandate');
  });

  it('is refused without words, and with a deadline that has passed', () => {
    given(...received)
      .when(asks('anna', 'n1', 'q1', { texts: texts() }))
      .thenRefused('TextMissing');
    given(...received)
      .when(asks('anna', 'n1', 'q1', { until: '2027-01-01T11:00:00.000Z' }))
      .thenRefused('DeadlineInPast');
  });

  it('is refused about what is not submitted, withdrawn or unknown', () => {
    given(open, send('klara', 'n1'))
      .when(asks('anna', 'n1', 'q1'))
      .thenRefused('NominationSettled');
    given(...received, withdraw('klara', 'n1'))
      .when(asks('anna', 'n1', 'q1'))
      .thenRefused('NominationSettled');
    given(...received)
      .when(asks('anna', 'n9', 'q1'))
      .thenRefused('UnknownNomination');
  });

  it('a second time changes nothing', () => {
    given(...received, asks('anna', 'n1', 'q1'))
      .when(asks('anna', 'n1', 'q1'))
      .thenUnchanged();
  });
});

describe('answering a question', () => {
  const waiting = given(...received, asks('anna', 'n1', 'q1'));

  it('is done by any nominator, and then nobody is asked any more', () => {
    waiting
      .when(answers('kurt', 'q1'))
      .thenEvents({ type: 'QuestionAnswered', questionId: 'q1' })
      .thenState((state) => expect(asked(state)).toEqual([]));
  });

  it('is refused to anybody else, without words, and when nobody asked', () => {
    waiting.when(answers('anna', 'q1')).thenRefused('NotNominator');
    waiting.when(answers('klara', 'q1', texts())).thenRefused('TextMissing');
    waiting.when(answers('klara', 'q9')).thenRefused('UnknownQuestion');
  });

  it('once: the same words again change nothing, other words come too late', () => {
    const told = given(...received, asks('anna', 'n1', 'q1'), answers('klara', 'q1'));
    told.when(answers('kurt', 'q1')).thenUnchanged();
    told.when(answers('kurt', 'q1', texts('answer', 'more'))).thenRefused('QuestionSettled');
  });

  it('counts after the deadline too, until the advice is signed', () => {
    const late = { ...answers('klara', 'q1'), at: '2027-01-25T10:00:00.000Z' };
    waiting.when(late).thenEvents('QuestionAnswered');
    const told = given(...received, asks('anna', 'n1', 'q1'), drafted('sine', 'n1', 'qualified'), signed('mette', 1));
    expect(asked(told.state)).toEqual([]);
    told.when(answers('klara', 'q1')).thenRefused('QuestionSettled');
  });

  it('is nothing to be waited for once the nomination is withdrawn', () => {
    expect(asked(given(...received, asks('anna', 'n1', 'q1'), withdraw('klara', 'n1')).state)).toEqual([]);
  });
});

describe('taking a question back', () => {
  const waiting = given(...received, asks('anna', 'n1', 'q1'));

  it('is done by anyone of the body that asked', () => {
    waiting
      .when(takesBack('mette', 'q1'))
      .thenEvents('QuestionWithdrawn')
      .thenState((state) => expect(asked(state)).toEqual([]));
  });

  it('is refused to others, and once it is answered', () => {
    waiting.when(takesBack('klara', 'q1')).thenRefused('NoMandate');
    waiting.when(takesBack('sine', 'q1')).thenRefused('NoMandate');
    given(...received, asks('anna', 'n1', 'q1'), answers('klara', 'q1'))
      .when(takesBack('anna', 'q1'))
      .thenRefused('QuestionSettled');
  });

  it('a second time changes nothing', () => {
    given(...received, asks('anna', 'n1', 'q1'), takesBack('anna', 'q1'))
      .when(takesBack('mette', 'q1'))
      .thenUnchanged();
  });
});

describe('the secretariat’s check of what was received', () => {
  it('is recorded for the text it has read', () => {
    given(...received)
      .when(checks('sine', 'n1'))
      .thenEvents({ type: 'NominationChecked', nominationId: 'n1', revision: 1 });
    given(...received, checks('sine', 'n1'))
      .when(checks('sine', 'n1'))
      .thenUnchanged();
  });

  it('is refused to others and on a text that has changed', () => {
    given(...received)
      .when(checks('anna', 'n1'))
      .thenRefused('NotSecretariat');
    given(...received)
      .when(checks('sine', 'n1', 0))
      .thenRefused('AnswerChangedMeanwhile', { basis: 1 });
  });

  it('can ask for more, which only the secretariat can', () => {
    given(...received)
      .when(asksForMore('n1', 'q1'))
      .thenEvents({ type: 'NominatorAsked', kind: 'more' });
    given(...received)
      .when(asks('anna', 'n1', 'q1', { kind: 'more' }))
      .thenRefused('NotSecretariat');
  });
});

describe('adding to a nomination on request', () => {
  const closed = given(...received, asksForMore('n1', 'q1'), tick('2027-01-26T08:00:00.000Z'));

  it('is possible after the deadline of nominating, and answers the request', () => {
    closed
      .when(supplements('klara', 'n1', 'q1'))
      .thenEvents('NominationRevised', 'QuestionAnswered')
      .thenState((state) => {
        expect(nominationIn(state, 'n1')).toMatchObject({ status: 'submitted', number: '2027-001', revision: 2 });
        expect(asked(state)).toEqual([]);
      });
  });

  it('is refused to others, without what the form needs, and on a text that has changed', () => {
    closed.when(supplements('anna', 'n1', 'q1')).thenRefused('NotNominator');
    closed.when(supplements('klara', 'n1', 'q1', texts())).thenRefused('FieldsMissing');
    closed.when(supplements('klara', 'n1', 'q1', undefined, 0)).thenRefused('AnswerChangedMeanwhile');
  });

  it('is refused where only words were asked for, and the second time changes nothing', () => {
    given(...received, asks('anna', 'n1', 'q1'))
      .when(supplements('klara', 'n1', 'q1'))
      .thenRefused('QuestionSettled');
    given(...received, asksForMore('n1', 'q1'), supplements('klara', 'n1', 'q1'))
      .when(supplements('klara', 'n1', 'q1'))
      .thenUnchanged();
  });
});
