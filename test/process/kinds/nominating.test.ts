// Nominating: clinicians draft, contacts back, and only then is a nomination submitted with its number.
import { definitionWith, electorateOf, given, seat, started, texts, tick } from '../given';
import type { TaskSketch } from '../given';
import {
  back,
  form,
  giveBack,
  nominationIn,
  published,
  revise,
  send,
  taskIn,
  waitingIn,
  withdraw,
  written,
} from './sketches';

const indstil: TaskSketch = { id: 'indstil', kind: 'nominate', bodies: ['kind:region', 'selskab'] };
const contacts = [
  seat('nord', 'region-nord', { role: 'contact' }),
  seat('syd', 'region-syd', { role: 'contact' }),
  seat('lars', 'selskab', { role: 'chair' }),
];

function taking(task: Partial<TaskSketch> = {}, ...more: readonly TaskSketch[]) {
  const definition = definitionWith([{ ...indstil, ...task }, ...more], { form });
  return started(definition, electorateOf(definition, ...contacts, seat('mette', 'udvalg')));
}

const open = taking();

describe('sending a nomination', () => {
  it('asks the organisations it names for their backing', () => {
    given(open)
      .when(send('klara', 'n1', { of: ['region-nord', 'selskab'] }))
      .thenEvents({
        type: 'NominationSentForBacking',
        taskId: 'indstil',
        nominators: ['klara'],
        onBehalfOf: ['region-nord', 'selskab'],
        facts: { 'paa-vegne-af': ['region-nord', 'selskab'] },
      });
  });

  it('is open to anyone, with colleagues', () => {
    const told = given(open, send('klara', 'n1', { with: ['kurt', 'klara'] }));
    expect(nominationIn(told.state, 'n1')).toMatchObject({
      status: 'awaitingBacking',
      nominators: ['klara', 'kurt'],
      number: null,
    });
  });

  it('is refused with every field that is missing', () => {
    given(open)
      .when(send('klara', 'n1', { texts: texts() }))
      .thenRefused('FieldsMissing', { fields: ['titel'] });
  });

  it('is refused without an organisation, and with one that cannot nominate', () => {
    given(open)
      .when(send('klara', 'n1', { of: [] }))
      .thenRefused('OrganisationsMissing');
    given(open)
      .when(send('klara', 'n1', { of: ['bestyrelse'] }))
      .thenRefused('UnknownOrganisation', { bodyId: 'bestyrelse' });
  });

  it('changes nothing the second time, and does not take over the nomination of somebody else', () => {
    const told = given(open, send('klara', 'n1'));
    told.when(send('klara', 'n1')).thenUnchanged();
    told.when(send('kurt', 'n1')).thenRefused('NominationExists');
    told.when(send('klara', 'n1', { texts: written('2', 'titel') })).thenRefused('NominationExists');
  });

  it('is nothing the system does', () => {
    given(open).when(send('system', 'n1')).thenRefused('NoMandate');
  });

  it('is too late after the deadline', () => {
    const late = { ...send('klara', 'n1'), at: '2027-02-01T08:00:00.000Z' };
    given(open).when(late).thenRefused('DeadlinePassed');
  });
});

describe('backing a nomination', () => {
  const sent = given(open, send('klara', 'n1', { of: ['region-nord', 'selskab'] }));

  it('by one of two organisations leaves it waiting for the other', () => {
    sent.when(back('nord', 'n1', 'region-nord')).thenEvents({ type: 'NominationBacked', bodyId: 'region-nord' });
  });

  it('by the last organisation submits it, with a number of the year', () => {
    given(open, send('klara', 'n1', { of: ['region-nord', 'selskab'] }), back('nord', 'n1', 'region-nord'))
      .when(back('lars', 'n1', 'selskab'))
      .thenEvents('NominationBacked', { type: 'NominationSubmitted', number: '2027-001' })
      .thenState((state) => expect(nominationIn(state, 'n1').status).toBe('submitted'));
  });

  it('numbers nominations in the order they are submitted', () => {
    const told = given(
      open,
      send('klara', 'n1'),
      send('kurt', 'n2'),
      back('nord', 'n2', 'region-nord'),
      back('nord', 'n1', 'region-nord'),
    );
    expect([nominationIn(told.state, 'n2').number, nominationIn(told.state, 'n1').number]).toEqual([
      '2027-001',
      '2027-002',
    ]);
  });

  it('is refused to anyone but a contact, the chair or the deputy of that organisation', () => {
    sent.when(back('klara', 'n1', 'region-nord')).thenRefused('NotContact', { bodyId: 'region-nord' });
    sent.when(back('syd', 'n1', 'region-nord')).thenRefused('NotContact');
  });

  it('is refused for an organisation that is not asked, and for a nomination nobody knows', () => {
    sent.when(back('syd', 'n1', 'region-syd')).thenRefused('UnknownOrganisation');
    sent.when(back('syd', 'n9', 'region-syd')).thenRefused('UnknownNomination');
  });

  it('is refused to a text that has changed since it was shown', () => {
    given(open, send('klara', 'n1'), revise('klara', 'n1'))
      .when(back('nord', 'n1', 'region-nord', 1))
      .thenRefused('AnswerChangedMeanwhile', { basis: 2 });
  });

  it('changes nothing the second time', () => {
    given(open, send('klara', 'n1'), back('nord', 'n1', 'region-nord'))
      .when(back('nord', 'n1', 'region-nord', 0))
      .thenUnchanged();
  });
});

describe('returning a nomination', () => {
  const returned = given(
    open,
    send('klara', 'n1', { of: ['region-nord', 'selskab'] }),
    back('lars', 'n1', 'selskab'),
    giveBack('nord', 'n1', 'region-nord'),
  );

  it('sends it back to its nominators with a reason, and takes every backing back', () => {
    expect(nominationIn(returned.state, 'n1')).toMatchObject({
      status: 'returned',
      backedBy: [],
      returned: { by: 'region-nord' },
    });
    given(open, send('klara', 'n1'))
      .when(giveBack('nord', 'n1', 'region-nord', texts()))
      .thenRefused('ReasonMissing');
  });

  it('is refused to those who may not back', () => {
    given(open, send('klara', 'n1'))
      .when(giveBack('klara', 'n1', 'region-nord'))
      .thenRefused('NotContact');
  });

  it('waits for its first nominator, who can send it again', () => {
    expect(waitingIn(returned.state, 'indstil')).toContain('klara nominating 1/1');
    returned
      .when(send('klara', 'n1', { of: ['region-nord'], texts: written('2', 'titel') }))
      .thenEvents('NominationSentForBacking');
    returned.when(revise('klara', 'n1')).thenEvents('NominationRevised');
  });

  it('cannot be backed until then', () => {
    returned.when(back('nord', 'n1', 'region-nord')).thenRefused('NominationSettled');
    returned.when(giveBack('nord', 'n1', 'region-nord')).thenUnchanged();
  });
});

describe('revising a nomination', () => {
  const waiting = given(open, send('klara', 'n1', { of: ['region-nord', 'selskab'] }), back('lars', 'n1', 'selskab'));
  const submitted = given(open, send('klara', 'n1'), back('nord', 'n1', 'region-nord'));

  it('before it is submitted asks every organisation anew', () => {
    waiting
      .when(revise('klara', 'n1', { of: ['region-nord', 'selskab'] }))
      .thenEvents('NominationRevised')
      .thenState((state) =>
        expect(nominationIn(state, 'n1')).toMatchObject({ backedBy: [], revision: 2, status: 'awaitingBacking' }),
      );
  });

  it('after it is submitted leaves it submitted, while it names no new organisation', () => {
    submitted
      .when(revise('klara', 'n1'))
      .thenEvents('NominationRevised')
      .thenState((state) =>
        expect(nominationIn(state, 'n1')).toMatchObject({ status: 'submitted', number: '2027-001', revision: 2 }),
      );
  });

  it('with a new organisation asks all of them again, and it keeps its number', () => {
    const told = given(
      open,
      send('klara', 'n1'),
      back('nord', 'n1', 'region-nord'),
      revise('klara', 'n1', { of: ['region-nord', 'selskab'] }),
      back('nord', 'n1', 'region-nord'),
      back('lars', 'n1', 'selskab'),
      send('kurt', 'n2'),
      back('nord', 'n2', 'region-nord'),
    );
    expect(nominationIn(told.state, 'n1')).toMatchObject({ status: 'submitted', number: '2027-001' });
    expect(nominationIn(told.state, 'n2').number).toBe('2027-002');
  });

  it('is refused to others, without what the form needs, and on a text that has changed', () => {
    submitted.when(revise('nord', 'n1')).thenRefused('NotNominator');
    submitted.when(revise('klara', 'n1', { texts: texts() })).thenRefused('FieldsMissing');
    submitted.when(revise('klara', 'n1', { basis: 0 })).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
  });

  it('with the same words changes nothing', () => {
    submitted.when(revise('klara', 'n1', { texts: texts('titel'), basis: 7 })).thenUnchanged();
  });
});

describe('withdrawing a nomination', () => {
  const submitted = given(open, send('klara', 'n1'), back('nord', 'n1', 'region-nord'));

  it('is the nominator’s own choice', () => {
    submitted.when(withdraw('klara', 'n1')).thenEvents('NominationWithdrawn');
    submitted.when(withdraw('nord', 'n1')).thenRefused('NotNominator');
  });

  it('ends it', () => {
    const told = given(open, send('klara', 'n1'), withdraw('klara', 'n1'));
    told.when(withdraw('klara', 'n1')).thenUnchanged();
    told.when(revise('klara', 'n1')).thenRefused('NominationSettled');
    told.when(back('nord', 'n1', 'region-nord')).thenRefused('NominationSettled');
  });
});

describe('without backing', () => {
  it('a nomination is submitted as it is sent', () => {
    given(taking({ backing: false }))
      .when(send('klara', 'n1'))
      .thenEvents('NominationSentForBacking', { type: 'NominationSubmitted', number: '2027-001' });
  });

  it('and a revision leaves it submitted', () => {
    given(taking({ backing: false }), send('klara', 'n1'))
      .when(revise('klara', 'n1', { of: ['region-syd'] }))
      .thenEvents('NominationRevised')
      .thenState((state) =>
        expect(nominationIn(state, 'n1')).toMatchObject({ status: 'submitted', onBehalfOf: ['region-syd'] }),
      );
  });
});

describe('a list that is not open to all', () => {
  const closed = taking({ openToAll: false, backing: false, bodies: ['udvalg'] });

  it('is added to by the members of its bodies, in their own name', () => {
    given(closed).when(send('mette', 'n1')).thenEvents('NominationSentForBacking', 'NominationSubmitted');
  });

  it('refuses everybody else', () => {
    given(closed).when(send('klara', 'n1')).thenRefused('NoMandate');
  });
});

describe('what is outstanding while nominations are taken in', () => {
  it('is a nomination for every contact whose organisation has none', () => {
    expect(waitingIn(given(open).state, 'indstil')).toEqual(['nord nominating 1/1', 'syd nominating 1/1']);
  });

  it('is the backing of those asked: contacts first, the chair where there is none', () => {
    const told = given(open, send('klara', 'n1', { of: ['region-nord', 'selskab'] }), send('kurt', 'n2'));
    expect(waitingIn(told.state, 'indstil')).toEqual(['lars backing 1/1', 'nord backing 2/2', 'syd nominating 1/1']);
  });

  it('is nothing more for those who have backed', () => {
    const told = given(open, send('klara', 'n1'), back('nord', 'n1', 'region-nord'));
    expect(waitingIn(told.state, 'indstil')).toEqual(['syd nominating 1/1']);
  });
});

describe('the end of nominating', () => {
  const after = tick('2027-02-01T08:00:00.000Z');

  it('comes with the deadline and counts what has come, submitted or not', () => {
    given(
      open,
      send('klara', 'n1'),
      send('kurt', 'n2'),
      back('nord', 'n1', 'region-nord'),
      send('kirsten', 'n3'),
      withdraw('kirsten', 'n3'),
    )
      .when(after)
      .thenEvents(
        {
          type: 'TaskClosed',
          result: {
            version: 'nominations/1',
            outcome: 'received',
            arithmetic: { submitted: 1, awaitingBacking: 1, returned: 0, withdrawn: 1 },
          },
        },
        'RoundClosed',
      );
  });

  it('does not come because everybody has nominated', () => {
    const told = given(
      open,
      send('klara', 'n1', { of: ['region-nord', 'region-syd', 'selskab'] }),
      back('nord', 'n1', 'region-nord'),
      back('syd', 'n1', 'region-syd'),
      back('lars', 'n1', 'selskab'),
    );
    expect(taskIn(told.state, 'indstil')?.status).toBe('open');
  });

  it('leaves what was not backed in time where it is, for the next round', () => {
    const told = given(open, send('klara', 'n1'), after);
    told.when(back('nord', 'n1', 'region-nord')).thenRefused('RoundClosed');
    expect(nominationIn(told.state, 'n1').status).toBe('awaitingBacking');
  });
});

test('a command of another kind is refused', () => {
  given(open).when(published('klara', 'indstil')).thenRefused('NotThisTask');
});

describe('the history of a nomination', () => {
  const first = texts('titel');

  it('is empty when it is sent', () => {
    expect(nominationIn(given(open, send('klara', 'n1')).state, 'n1')).not.toHaveProperty('changes');
  });

  it('keeps what stood before each change, with who and when', () => {
    const told = given(
      open,
      send('klara', 'n1', { with: ['kurt'], texts: first }),
      revise('kurt', 'n1'),
      revise('klara', 'n1', { texts: written('3', 'titel') }),
    );
    expect(nominationIn(told.state, 'n1')).toMatchObject({
      revision: 3,
      changes: [
        { by: 'kurt', before: { texts: first } },
        { by: 'klara', before: { texts: written('2', 'titel') } },
      ],
    });
  });

  it('goes on when it is sent again after it was returned', () => {
    const told = given(
      open,
      send('klara', 'n1'),
      giveBack('nord', 'n1', 'region-nord'),
      send('klara', 'n1', { texts: written('2', 'titel') }),
    );
    expect(nominationIn(told.state, 'n1')).toMatchObject({
      changes: [{ by: 'klara', before: { texts: first } }],
      askedAt: 2,
    });
  });
});
