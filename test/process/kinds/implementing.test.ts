// After the decision: groups proposed and confirmed, networks filled, a plan written and agreed to, the round published.
import {
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  texts,
  tick,
  type TaskSketch,
} from '../given';
import {
  agreedTo,
  appointed,
  confirmed,
  grouped,
  nominationIn,
  published,
  remarkedOn,
  sentBack,
  submittedDocument,
  taskIn,
  undone,
  waitingIn,
  written,
} from './sketches';

const people = [
  seat('carl', 'udvalg', { role: 'chair' }),
  seat('mette', 'udvalg'),
  seat('nord', 'region-nord', { role: 'contact' }),
  seat('syd', 'region-syd', { role: 'contact' }),
  seat('bente', 'bestyrelse', { role: 'chair' }),
  seat('bo', 'bestyrelse'),
];
const nominations = ['n1', 'n2', 'n3'].map((id, at) => submittedNomination(id, `2026-00${at + 1}`));

function running(...tasks: readonly TaskSketch[]) {
  const definition = definitionWith(tasks);
  return started(definition, electorateOf(definition, ...people), { carriedOver: nominations });
}

const grupper: TaskSketch = {
  id: 'grupper',
  kind: 'group',
  bodies: ['sekretariat'],
  confirmedBy: ['udvalg'],
  about: 'submitted',
};
const udpeg: TaskSketch = { id: 'udpeg', kind: 'appoint', bodies: ['kind:region'], after: ['grupper'] };
const whole = { g1: ['n1', 'n2'], g2: ['n3'] };

function proposedIn(state: Parameters<typeof taskIn>[0]) {
  const work = taskIn(state, 'grupper')?.work;
  return work?.family === 'groups' ? work.proposed.map(({ nominationIds }) => nominationIds) : null;
}

describe('proposing groups', () => {
  const open = given(running(grupper));

  it('is the work of the task’s bodies', () => {
    open.when(grouped('sine', whole)).thenEvents({ type: 'GroupsProposed', groups: [{ id: 'g1' }, { id: 'g2' }] });
    open.when(grouped('mette', whole)).thenRefused('NoMandate');
  });

  it('puts every nomination in exactly one group', () => {
    open.when(grouped('sine', { g1: ['n1', 'n2'] })).thenRefused('GroupsIncomplete', { ungrouped: 1 });
    open.when(grouped('sine', { g1: ['n1', 'n2', 'n3'], g2: ['n3'] })).thenRefused('GroupsOverlap');
    open.when(grouped('sine', { ...whole, g3: [] })).thenRefused('GroupsIncomplete', { ungrouped: 0 });
    open.when(grouped('sine', {})).thenRefused('GroupsIncomplete', { ungrouped: 3 });
    open.when(grouped('sine', { g1: ['n1', 'n2', 'n3', 'n9'] })).thenRefused('UnknownNomination');
  });

  it('anew replaces the proposal, from a view that showed it', () => {
    const told = given(running(grupper), grouped('sine', whole));
    told.when(grouped('sine', { g1: ['n1', 'n2', 'n3'] })).thenEvents('GroupsProposed');
    told.when(grouped('sine', { g1: ['n1', 'n2', 'n3'] }, 0)).thenRefused('AnswerChangedMeanwhile');
    told.when(grouped('sine', whole, 0)).thenUnchanged();
  });
});

describe('taking a proposal of groups back', () => {
  const other = { g1: ['n1'], g2: ['n2', 'n3'] };

  it('brings back the one before it, and at last none', () => {
    const told = given(running(grupper), grouped('sine', whole), grouped('sine', other), undone('sine'));
    expect(proposedIn(told.state)).toEqual([['n1', 'n2'], ['n3']]);
    expect(proposedIn(told.when(undone('sine')).state)).toEqual([]);
    expect(waitingIn(told.when(undone('sine')).state, 'grupper')).toEqual(['sine grouping 1/1']);
  });

  it('is for those who proposed it, from a view that showed it, while there is one', () => {
    given(running(grupper), grouped('sine', whole)).when(undone('mette')).thenRefused('NoMandate');
    given(running(grupper)).when(undone('sine')).thenRefused('NothingToUndo');
    given(running(grupper), grouped('sine', whole), grouped('sine', other))
      .when(undone('sine', 1))
      .thenRefused('AnswerChangedMeanwhile', { basis: 2 });
  });

  it('leaves a confirmation in the air without what it was given to', () => {
    given(running(grupper), grouped('sine', whole), grouped('sine', other), undone('sine'))
      .when(confirmed('mette', 2))
      .thenRefused('AnswerChangedMeanwhile', { basis: 3 });
  });
});

describe('sending groups back', () => {
  it('asks those who proposed again, and is answered by a proposal, the same or another', () => {
    const told = given(running(grupper), grouped('sine', whole), sentBack('mette'));
    expect(waitingIn(told.state, 'grupper')).toEqual(['sine grouping 1/1']);
    told.when(grouped('sine', whole)).thenEvents('GroupsProposed');
    const again = given(running(grupper), grouped('sine', whole), sentBack('mette'), grouped('sine', whole));
    expect(waitingIn(again.state, 'grupper')).toEqual(['carl confirmation 1/1']);
  });

  it('needs what is wanted, a proposal, and somebody who confirms', () => {
    const told = given(running(grupper), grouped('sine', whole));
    told.when(sentBack('mette', texts())).thenRefused('ReasonMissing');
    told.when(sentBack('sine')).thenRefused('NoMandate');
    given(running(grupper)).when(sentBack('mette')).thenRefused('ProposalMissing');
    told.when(sentBack('mette', texts('reason'), 0)).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
  });

  it('keeps the proposal from being confirmed, and once done is done', () => {
    const told = given(running(grupper), grouped('sine', whole), sentBack('mette'));
    told.when(confirmed('mette')).thenRefused('ProposalReturned');
    told.when(confirmed('carl', 1)).thenRefused('AnswerChangedMeanwhile');
    told.when(sentBack('mette')).thenUnchanged();
  });
});

describe('confirming groups', () => {
  it('makes them the round’s, and closes the task', () => {
    given(running(grupper), grouped('sine', whole))
      .when(confirmed('mette'))
      .thenEvents(
        'GroupsConfirmed',
        {
          type: 'TaskClosed',
          result: { version: 'groups/1', outcome: 'confirmed', arithmetic: { groups: 2, nominations: 3 } },
        },
        'RoundClosed',
      )
      .thenState((state) =>
        expect([nominationIn(state, 'n2').groupId, nominationIn(state, 'n3').groupId]).toEqual(['g1', 'g2']),
      );
  });

  it('is for those who confirm, when there is something to confirm', () => {
    given(running(grupper), grouped('sine', whole)).when(confirmed('sine')).thenRefused('NoMandate');
    given(running(grupper)).when(confirmed('mette')).thenRefused('GroupsIncomplete', { ungrouped: 3 });
  });

  it('never confirms another proposal than the one that was shown', () => {
    const first = given(running(grupper), grouped('sine', whole));
    const seen = first.when(confirmed('mette', -1)).decision;
    const basis = seen.kind === 'refused' && 'basis' in seen.refusal ? seen.refusal.basis : 0;
    given(running(grupper), grouped('sine', whole), grouped('sine', { g1: ['n1'], g2: ['n2', 'n3'] }))
      .when(confirmed('mette', basis))
      .thenRefused('AnswerChangedMeanwhile');
    first.when(confirmed('mette', basis)).thenEvents('GroupsConfirmed', 'TaskClosed', 'RoundClosed');
  });

  it('is outstanding once something is proposed', () => {
    expect(waitingIn(given(running(grupper)).state, 'grupper')).toEqual(['sine grouping 1/1']);
    expect(waitingIn(given(running(grupper), grouped('sine', whole)).state, 'grupper')).toEqual([
      'carl confirmation 1/1',
    ]);
  });
});

describe('appointing', () => {
  const open = given(running(grupper, udpeg), grouped('sine', whole), confirmed('mette'));

  it('fills a seat of a body in the network of a group, with a person or a name', () => {
    open
      .when(appointed('nord', 'region-nord', 'g1'))
      .thenEvents({ type: 'MemberAppointed', network: 'g1', bodyId: 'region-nord', personId: null });
    open
      .when(appointed('nord', 'region-nord', 'g1', { person: 'ida' }))
      .thenEvents({ type: 'MemberAppointed', personId: 'ida' });
    open.when(appointed('nord', 'region-nord', 'g1', {})).thenRefused('AppointeeMissing');
  });

  it('is for the body’s own people, in a network there is', () => {
    open.when(appointed('syd', 'region-nord', 'g1')).thenRefused('NoMandate');
    open.when(appointed('carl', 'udvalg', 'g1')).thenRefused('NoMandate');
    open.when(appointed('nord', 'region-nord', 'g9')).thenRefused('UnknownGroup');
    open.when(appointed('nord', 'region-nord', 'round')).thenRefused('UnknownGroup');
  });

  it('takes no more than there are seats, and nobody twice', () => {
    const told = given(
      running(grupper, udpeg),
      grouped('sine', whole),
      confirmed('mette'),
      appointed('nord', 'region-nord', 'g1', { person: 'ida' }),
    );
    told.when(appointed('nord', 'region-nord', 'g1', { person: 'ida' })).thenUnchanged();
    told.when(appointed('nord', 'region-nord', 'g1', { person: 'eva' })).thenRefused('SeatsTaken');
  });

  it('is outstanding per body, and closes with the last seat', () => {
    const told = given(
      running(grupper, udpeg),
      grouped('sine', whole),
      confirmed('mette'),
      appointed('nord', 'region-nord', 'g1'),
      appointed('nord', 'region-nord', 'g2'),
      appointed('syd', 'region-syd', 'g1'),
    );
    expect(waitingIn(told.state, 'udpeg')).toEqual(['syd appointments 1/2']);
    told.when(appointed('syd', 'region-syd', 'g2')).thenEvents(
      'MemberAppointed',
      {
        type: 'TaskClosed',
        result: {
          version: 'appointments/1',
          outcome: 'filled',
          arithmetic: { networks: 2, bodies: 2, filled: 4, of: 4 },
        },
      },
      'RoundClosed',
    );
  });

  it('can be to one network for the whole round', () => {
    given(running({ ...udpeg, after: [], per: 'round' }))
      .when(appointed('nord', 'region-nord', 'round'))
      .thenEvents('MemberAppointed');
  });
});

describe('a document', () => {
  const plan: TaskSketch = {
    id: 'plan',
    kind: 'document',
    bodies: ['udvalg'],
    agreedBy: ['region-nord', 'bestyrelse'],
  };
  const open = given(running(plan));

  it('is handed in by its authors, version after version', () => {
    open.when(submittedDocument('mette', 1)).thenEvents({ type: 'DocumentSubmitted', version: 1 });
    open.when(submittedDocument('mette', 2)).thenRefused('OtherVersion', { version: 0 });
    open.when(submittedDocument('mette', 1, texts())).thenRefused('DocumentMissing');
    open.when(submittedDocument('nord', 1)).thenRefused('NoMandate');
    given(running(plan), submittedDocument('mette', 1)).when(submittedDocument('mette', 1)).thenUnchanged();
  });

  it('is agreed to by those who speak for a body', () => {
    const told = given(running(plan), submittedDocument('mette', 1));
    told
      .when(agreedTo('nord', 'region-nord', 1))
      .thenEvents({ type: 'DocumentAgreed', bodyId: 'region-nord', version: 1 });
    told.when(agreedTo('bo', 'bestyrelse', 1)).thenRefused('NotContact', { bodyId: 'bestyrelse' });
    told.when(agreedTo('carl', 'udvalg', 1)).thenRefused('NoMandate');
    told.when(agreedTo('nord', 'region-nord', 2)).thenRefused('OtherVersion', { version: 1 });
    open.when(agreedTo('nord', 'region-nord', 1)).thenRefused('DocumentMissing');
  });

  it('in a new version needs every agreement anew', () => {
    const told = given(
      running(plan),
      submittedDocument('mette', 1),
      agreedTo('nord', 'region-nord', 1),
      submittedDocument('mette', 2, written('2', 'link')),
    );
    expect(waitingIn(told.state, 'plan')).toEqual(['bente agreement 1/1', 'nord agreement 1/1']);
    told.when(agreedTo('nord', 'region-nord', 1)).thenRefused('OtherVersion', { version: 2 });
  });

  it('is done when all agree to the newest version', () => {
    given(running(plan), submittedDocument('mette', 1), agreedTo('nord', 'region-nord', 1))
      .when(agreedTo('bente', 'bestyrelse', 1))
      .thenEvents(
        'DocumentAgreed',
        {
          type: 'TaskClosed',
          result: { version: 'document/1', outcome: 'agreed', arithmetic: { version: 1, agreed: 2, of: 2 } },
        },
        'RoundClosed',
      );
  });

  it('is done when it is handed in, where nobody has to agree', () => {
    given(running({ ...plan, agreedBy: [] }))
      .when(submittedDocument('mette', 1))
      .thenEvents('DocumentSubmitted', { type: 'TaskClosed', result: { outcome: 'submitted' } }, 'RoundClosed');
  });

  it('takes remarks of its authors and of those who agree, on the newest version', () => {
    const told = given(running(plan), submittedDocument('mette', 1));
    told
      .when(remarkedOn('nord', 'region-nord', 1))
      .thenEvents({ type: 'DocumentRemarked', bodyId: 'region-nord', version: 1, groupId: null });
    told.when(remarkedOn('syd', 'region-syd', 1)).thenRefused('NoMandate');
    told.when(remarkedOn('nord', 'region-nord', 2)).thenRefused('OtherVersion', { version: 1 });
    told.when(remarkedOn('nord', 'region-nord', 1, { group: 'g9' })).thenRefused('UnknownGroup');
    told.when(remarkedOn('nord', 'region-nord', 1, { texts: texts() })).thenRefused('ReasonMissing');
    open.when(remarkedOn('nord', 'region-nord', 1)).thenRefused('DocumentMissing');
  });

  it('keeps remarks over versions, and the same one once', () => {
    const told = given(
      running(plan),
      submittedDocument('mette', 1),
      remarkedOn('nord', 'region-nord', 1),
      submittedDocument('mette', 2, written('2', 'link')),
    );
    expect(taskIn(told.state, 'plan')?.work).toMatchObject({ remarks: [{ version: 1, bodyId: 'region-nord' }] });
    given(running(plan), submittedDocument('mette', 1), remarkedOn('nord', 'region-nord', 1))
      .when(remarkedOn('nord', 'region-nord', 1))
      .thenUnchanged();
  });

  it('is outstanding for its authors first', () => {
    expect(waitingIn(open.state, 'plan')).toEqual(['carl document 1/1']);
  });
});

describe('publishing', () => {
  const offentlig: TaskSketch = {
    id: 'offentlig',
    kind: 'publish',
    bodies: ['bestyrelse'],
    effects: ['openNextRound'],
  };
  const open = given(running(offentlig));

  it('is one act of a member of its bodies', () => {
    open.when(published('bo')).thenEvents(
      'Published',
      {
        type: 'TaskClosed',
        result: { version: 'publication/1', outcome: 'published', arithmetic: { effects: ['openNextRound'] } },
      },
      { type: 'RoundClosed', next: null },
    );
    open.when(published('carl')).thenRefused('NoMandate');
  });

  it('ends the round and hands over what was not settled', () => {
    open
      .when(published('bente', 'offentlig', 'r2'))
      .thenEvents('Published', 'TaskClosed', { type: 'RoundClosed', next: 'r2', carriedOver: ['n1', 'n2', 'n3'] });
  });

  it('is outstanding for the chair, and never happens by itself', () => {
    expect(waitingIn(open.state, 'offentlig')).toEqual(['bente publication 1/1']);
    open.when(tick('2027-02-01T08:00:00.000Z')).thenUnchanged();
  });

  it('once done is done', () => {
    const told = given(running({ ...offentlig, closes: 'atDeadline' }), published('bo'));
    told.when(published('bente')).thenUnchanged();
    expect(taskIn(told.state, 'offentlig')?.status).toBe('open');
  });
});
