// Links into Trinvis, and the address of a nomination: it leads into Teams and tells nothing by itself.
import type { HttpRequest } from '../../bot/http/server';
import { openInTeams } from '../../bot/http/open';
import { linksOf } from '../../bot/teamsLinks';

const tenant = '22222222-2222-4222-8222-222222222222';
const inTeams = linksOf('28:the-app', tenant, 'https://trinvis.example.dk');
const sandbox = linksOf(null, tenant, null);
const place = { channelId: '19:a b@thread.tacv2', messageId: '1700000000001', rootId: '1700000000000' };

const asked = async (links: typeof inTeams, number: string | undefined) =>
  openInTeams(links)({ params: { number } } as unknown as HttpRequest);

test('the address of a nomination leads into the chat with Trinvis, with its number ready to be sent', async () => {
  expect(inTeams.nomination('2027-014')).toBe('https://trinvis.example.dk/n/2027-014');
  expect(await asked(inTeams, '2027-014')).toEqual({
    status: 302,
    headers: { Location: 'https://teams.microsoft.com/l/chat/0/0?users=28:the-app&message=2027-014' },
  });
});

test.each(['', '2027-1', '2027-014/..', '2027-014&x=1', 'https://elsewhere.dk', undefined])(
  'anything else leads nowhere: %s',
  async (number) => {
    expect(await asked(inTeams, number)).toEqual({ status: 404 });
  },
);

test('a message is linked to with its thread, team and tenant', () => {
  const link = new URL(inTeams.message({ ...place, groupId: 'group' }) ?? '');
  expect(link.origin + link.pathname).toBe(
    'https://teams.microsoft.com/l/message/19%3Aa%20b%40thread.tacv2/1700000000001',
  );
  expect(Object.fromEntries(link.searchParams)).toEqual({
    tenantId: tenant,
    groupId: 'group',
    parentMessageId: '1700000000000',
  });
});

test('in a sandbox there is no Teams to lead to', async () => {
  expect(sandbox.message({ ...place, groupId: 'group' })).toBeNull();
  expect(await asked(sandbox, '2027-014')).toEqual({ status: 404 });
});
