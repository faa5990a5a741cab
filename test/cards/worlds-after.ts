// Rounds after the decision, in the states that samples of cards show: telling, grouping, appointing, planning.
import { as } from '../../services/process/ids';
import type { GroupId } from '../../services/process/ids';
import type { Appointment, RoundState } from '../../services/process/round/state';
import { allIds } from './sample';
import { bodyId, nominationId, now, opened, person, taskId, withTask } from './world';
import type { World } from './world';
import { once } from './once';
import { selected } from './worlds';

export const grouping = once((): World => {
  const base = opened(selected(), 'group');
  const names = ['Arvelige øjensygdomme', 'Nyresvigt', 'Arvelige hjertesygdomme'];
  const texts = base.words.keep('g', Object.fromEntries(names.map((name, n) => [`g${n}`, name])));
  const proposed = names.map((_, n) => ({
    id: as<GroupId>(`g${n}`),
    texts,
    nominationIds: allIds(base).slice(n * 9, n * 9 + 9),
  }));
  return withTask(base, 'group', {
    work: { family: 'groups', proposed, by: person('sara'), before: [], returned: null, revision: 1 },
  });
});

export const returned = once((): World => {
  const base = grouping();
  const work = base.round.tasks[taskId('group')]?.work;
  const texts = base.words.keep('g-back', { reason: 'Saml øjensygdomme og nyresvigt hver for sig.' });
  if (work?.family !== 'groups') return base;
  return withTask(base, 'group', {
    work: { ...work, returned: { by: person('gerda'), at: '2027-06-14T09:00:00.000Z', texts }, revision: 2 },
  });
});

export const appointing = once((): World => {
  const base = grouping();
  const work = base.round.tasks[taskId('group')]?.work;
  const groups = work?.family === 'groups' ? work.proposed : [];
  const round: RoundState = { ...base.round, groups: Object.fromEntries(groups.map((group) => [group.id, group])) };
  const appointed = base.words.keep('ap1', { name: 'Overlæge E. Eksempel' });
  const made = {
    by: person('rikke'),
    at: '2027-06-10T09:00:00.000Z',
    answeredAt: null,
    answerTexts: null,
    revision: 0,
    lastDay: '2029-06-09',
  };
  const seat: Appointment = { ...made, personId: null, texts: appointed, answer: 'notAsked' };
  const asked: Appointment = { ...made, personId: person('nora'), texts: null, answer: 'asked' };
  const seats = {
    [as<GroupId>('g0')]: { [bodyId('region-midtjylland')]: [seat], [bodyId('lvs')]: [asked] },
  };
  return opened({ round, words: base.words }, 'appoint', { work: { family: 'appointments', seats } });
});

export const planning = once((): World => {
  const base = appointing();
  const texts = base.words.keep('plan', {
    link: 'https://eksempel.dk/plan.docx',
    summary: 'Planen beskriver, hvordan grupperne tages i brug.',
    chapter_g0: 'Øjengruppen begynder i efteråret.',
  });
  return opened(base, 'plan', {
    work: {
      family: 'document',
      versions: [{ version: 1, texts, by: person('ulla'), at: '2027-06-09T09:00:00.000Z' }],
      remarks: [
        {
          version: 1,
          groupId: as<GroupId>('g0'),
          bodyId: bodyId('ngc'),
          texts: base.words.keep('plan-remark', { remark: 'Skriv, hvornår den første prøve kan analyseres.' }),
          by: person('gerda'),
          at: '2027-06-10T08:00:00.000Z',
        },
      ],
      agreements: { [bodyId('ngc')]: { by: person('gerda'), at: '2027-06-10T09:00:00.000Z' } },
    },
  });
});

export const publishing = once((): World => {
  const base = opened(selected(), 'notice');
  const common = base.words.keep('reasons', {
    selected: 'Stor værdi for patienten, og infrastrukturen er klar.',
    notSelected: 'Andre indstillinger lever i højere grad op til principperne i denne runde.',
  });
  const own = base.words.keep('reason-29', { reason: 'Udbyttet er endnu ikke tilstrækkeligt belyst.' });
  return withTask(base, 'notice', {
    work: {
      family: 'publication',
      publishedAt: null,
      common: { texts: common, revision: 1 },
      own: { [nominationId(29)]: { texts: own, revision: 1 } },
    },
  });
});

export const closedNotice = once((): World => {
  return withTask(publishing(), 'notice', { status: 'closed', closedAt: now });
});
