// The appointed answer for themselves: a yes fills the seat, a no frees it, and who was appointed by mistake is taken back.
import { definitionWith, electorateOf, given, seat, started, submittedNomination, type TaskSketch } from '../given';
import { appointed, confirmed, grouped, saidTo, takenBack, taskIn, waitingIn } from './sketches';

const people = [
  seat('carl', 'udvalg', { role: 'chair' }),
  seat('nord', 'region-nord', { role: 'contact' }),
  seat('syd', 'region-syd', { role: 'contact' }),
];
const grupper: TaskSketch = {
  id: 'grupper',
  kind: 'group',
  bodies: ['sekretariat'],
  confirmedBy: ['udvalg'],
  about: 'submitted',
};
const udpeg: TaskSketch = {
  id: 'udpeg',
  kind: 'appoint',
  bodies: ['region-nord'],
  after: ['grupper'],
  acceptance: 'asked',
};

function appointing(more: object = {}) {
  const definition = definitionWith([grupper, { ...udpeg, ...more }]);
  const nominations = ['n1', 'n2'].map((id, at) => submittedNomination(id, `2026-00${at + 1}`));
  return [
    started(definition, electorateOf(definition, ...people), { carriedOver: nominations }),
    grouped('sine', { g1: ['n1'], g2: ['n2'] }),
    confirmed('carl'),
  ] as const;
}

const ida = appointed('nord', 'region-nord', 'g1', { person: 'ida' });
const idaToo = appointed('nord', 'region-nord', 'g2', { person: 'ida' });

describe('who is appointed', () => {
  it('is asked once for all networks of a body, and the body no more', () => {
    const told = given(...appointing(), ida, idaToo);
    expect(waitingIn(told.state, 'udpeg')).toEqual(['ida acceptance 2/2']);
  });

  it('is not asked where the task does not, nor when known by name only', () => {
    const told = given(...appointing({ acceptance: 'none' }), ida);
    expect(waitingIn(told.state, 'udpeg')).toEqual(['nord appointments 1/2']);
    given(...appointing(), appointed('nord', 'region-nord', 'g1'))
      .when(appointed('nord', 'region-nord', 'g2'))
      .thenEvents('MemberAppointed', { type: 'TaskClosed', result: { outcome: 'filled' } }, 'RoundClosed');
  });

  it('has a term where the task sets one, until the day before the same date', () => {
    given(...appointing({ termMonths: 24 }))
      .when(ida)
      .thenEvents({ type: 'MemberAppointed', asked: true, lastDay: '2029-01-10' });
  });
});

describe('taking the seat', () => {
  it('fills it, and the last yes closes the task', () => {
    given(...appointing(), ida, idaToo, saidTo('ida', true))
      .when(saidTo('ida', true, { network: 'g2' }))
      .thenEvents(
        { type: 'AppointmentAnswered', network: 'g2', index: 0, accepts: true },
        { type: 'TaskClosed', result: { outcome: 'filled', arithmetic: { filled: 2, of: 2 } } },
        'RoundClosed',
      );
  });

  it('is for the appointed alone', () => {
    const told = given(...appointing(), ida);
    told.when(saidTo('nord', true)).thenRefused('NotAppointed');
    told.when(saidTo('ida', true, { index: 1 })).thenRefused('UnknownAppointment');
    told.when(saidTo('ida', true, { body: 'region-syd' })).thenRefused('UnknownAppointment');
    given(...appointing(), appointed('nord', 'region-nord', 'g1'))
      .when(saidTo('ida', true))
      .thenRefused('NotAppointed');
  });

  it('twice changes nothing, and a late copy of a yes does not undo a no', () => {
    const told = given(...appointing(), ida, saidTo('ida', true));
    told.when(saidTo('ida', true, { basis: 0 })).thenUnchanged();
    given(...appointing(), ida, saidTo('ida', true), saidTo('ida', false))
      .when(saidTo('ida', true, { basis: 0 }))
      .thenRefused('AnswerChangedMeanwhile', { basis: 2 });
  });
});

describe('declining the seat', () => {
  const declined = [...appointing(), ida, saidTo('ida', false)] as const;

  it('frees it for another, or for the same one asked again', () => {
    const told = given(...declined);
    expect(waitingIn(told.state, 'udpeg')).toEqual(['nord appointments 2/2']);
    told.when(appointed('nord', 'region-nord', 'g1', { person: 'eva' })).thenEvents('MemberAppointed');
    told.when(ida).thenEvents('MemberAppointed');
  });

  it('can be thought better of while the seat is free', () => {
    given(...declined)
      .when(saidTo('ida', true))
      .thenEvents({ type: 'AppointmentAnswered', accepts: true });
    given(...declined, appointed('nord', 'region-nord', 'g1', { person: 'eva' }))
      .when(saidTo('ida', true))
      .thenRefused('SeatsTaken');
  });

  it('stays in the record, in its place', () => {
    const told = given(...declined, appointed('nord', 'region-nord', 'g1', { person: 'eva' }));
    expect(taskIn(told.state, 'udpeg')?.work).toMatchObject({
      seats: { g1: { 'region-nord': [{ answer: 'declined' }, { personId: 'eva', answer: 'asked' }] } },
    });
  });
});

describe('taking an appointment back', () => {
  it('frees the seat, whatever was answered', () => {
    const told = given(...appointing(), ida, saidTo('ida', true), takenBack('nord'));
    expect(waitingIn(told.state, 'udpeg')).toEqual(['nord appointments 2/2']);
    told.when(saidTo('ida', true)).thenRefused('UnknownAppointment');
  });

  it('is for those who appoint', () => {
    const told = given(...appointing(), ida);
    told.when(takenBack('syd')).thenRefused('NoMandate');
    told.when(takenBack('ida')).thenRefused('NoMandate');
    told.when(takenBack('nord', { index: 3 })).thenRefused('UnknownAppointment');
  });

  it('once done is done', () => {
    given(...appointing(), ida, takenBack('nord'))
      .when(takenBack('nord'))
      .thenUnchanged();
  });
});
