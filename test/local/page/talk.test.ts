// What a person sees and writes on the page: choosing who one is, conversations, threads, what arrives.
// In a real browser, against the real local Teams and a real bot over HTTP.

import { describeInBrowser } from './browser';
import { bo, DIRECTORS, ida, jens, karen, mette, NOMINATIONS } from './stage';
import { button, visit } from './visit';

describeInBrowser('choosing who one is', () => {
  const here = visit();

  it('suggests a clinician, a chair and the secretariat to a newcomer', async () => {
    const page = await here.goAs();
    await page.getByRole('heading', { name: 'Prøv Trinvis' }).waitFor();
    const tries = await page.locator('.try').allInnerTexts();
    expect(tries.map((text) => text.split('\n').slice(-3))).toEqual([
      ['Prøv som kliniker', mette.name, mette.title],
      ['Prøv som formand', bo.name, bo.title],
      ['Prøv som sekretariat', ida.name, ida.title],
    ]);
    expect(await page.getByText('Eksempeldata', { exact: true }).first().isVisible()).toBe(true);
  });

  it('finds people by title, and keeps the choice in the address', async () => {
    const page = await here.goAs();
    await page.getByLabel('Søg på navn eller titel').fill('kontaktperson midt');
    await page.getByText('1 person', { exact: true }).waitFor();
    await page.locator('.people').getByRole('link', { name: jens.name }).click();
    await page.getByRole('button', { name: `${jens.name} ${jens.title}` }).waitFor();
    expect(page.url()).toContain(`#as=${jens.aadObjectId}`);
    await page.reload();
    await page.getByRole('link', { name: 'Indstillinger' }).waitFor();
  });

  it('leads to the choice when the address names someone unknown', async () => {
    here.expectComplaints();
    const page = await here.goAs({ ...mette, aadObjectId: '00000000-0000-4000-8000-999999999999' });
    await page.getByRole('heading', { name: 'Prøv Trinvis' }).waitFor();
    expect(page.url()).not.toContain('999999999999');
  });

  it('says when the local Teams does not answer, and goes on when it does', async () => {
    here.expectComplaints();
    const page = await here.openBeside('about:blank');
    await page.context().route('**/local/directory', (route) => route.abort());
    await page.goto(here.stage.address(mette, NOMINATIONS));
    await page.getByText('Siden kan ikke få forbindelse til den lokale Teams.').waitFor();
    await page.context().unroute('**/local/directory');
    await button(page, 'Prøv igen').click();
    await page.getByLabel('Skriv et opslag').waitFor();
  });

  it('speaks English when asked, and keeps to it', async () => {
    const page = await here.goAs(mette, NOMINATIONS);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Channel in Region Midtjylland').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { name: 'Teams and channels' }).waitFor();
  });
});

describeInBrowser('conversations on the page', () => {
  const here = visit();

  it('shows what is unread, and what arrives without a reload', async () => {
    await here.stage.post(DIRECTORS, 'approve');
    const channel = await here.stage.channel();
    const page = await here.goAs(karen, channel);
    await page.getByRole('link', { name: 'Prioritering og udvælgelse 1 ulæst' }).waitFor();
    await page.getByText('Her er ingen opslag endnu.').waitFor();
    await here.stage.post(channel, 'nominate');
    await page.getByRole('heading', { name: 'Indstil patientgrupper til helgenomsekventering' }).waitFor();
    await page.locator('#announcer').getByText('Ny besked fra Trinvis: Trin 1 · Runde 2027').waitFor();
  });

  it('indents replies below their root, and folds a long thread', async () => {
    const channel = await here.stage.channel();
    const root = await here.stage.post(channel, 'approve');
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await here.stage.write(channel, `Svar **${number}**`, root);
    }
    const page = await here.goAs(karen, channel);
    await page.getByText('Svar 6').waitFor();
    expect(await page.locator('.replies article:visible').allInnerTexts()).toHaveLength(3);
    await button(page, 'Vis 3 tidligere svar').click();
    await page.getByText('Svar 1').waitFor();
    expect(await page.locator('.replies strong').first().innerText()).toBe('1');
  });

  it('tells the bot what is written in a channel only when it is mentioned', async () => {
    const channel = await here.stage.channel();
    const root = await here.stage.post(channel, 'nominate');
    const page = await here.goAs(mette, channel);
    await page.getByText('Uden @Trinvis ser botten ikke beskeden.').waitFor();
    await page.getByLabel('Skriv et opslag').fill('Hej alle');
    await page.getByLabel('Skriv et opslag').press('Enter');
    await page.getByText('Hej alle').waitFor();
    await button(page, 'Svar i tråden').first().click();
    await page.keyboard.type('@Trinvis hjælp\n');
    await page.locator('.replies').getByText('hjælp').waitFor();
    const heard = here.stage.bot.ofType('message').map(({ text, conversation }) => ({ text, conversation }));
    expect(heard).toEqual([
      {
        text: '<at>Trinvis</at> hjælp',
        conversation: expect.objectContaining({ id: `${channel};messageid=${root}` }),
      },
    ]);
  });

  it('sends everything in the personal chat to the bot, and breaks lines on Shift+Enter', async () => {
    const page = await here.goAs(mette);
    await page.getByLabel('Skriv en besked').pressSequentially('én');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('to\n');
    await page.locator('.mine').getByText('én').waitFor();
    expect(here.stage.bot.ofType('message').map(({ text }) => text)).toEqual(['én\nto']);
  });

  it('keeps what was written when it cannot be sent', async () => {
    here.expectComplaints();
    const page = await here.openBeside(here.stage.address(mette));
    await page.getByLabel('Skriv en besked').fill('vigtigt');
    await page.context().route('**/local/say', (route) => route.abort());
    await button(page, 'Send').click();
    await page.getByText('Beskeden blev ikke sendt. Teksten står her stadig.').waitFor();
    expect(await page.getByLabel('Skriv en besked').inputValue()).toBe('vigtigt');
  });

  it('polls where events do not come through', async () => {
    here.expectComplaints();
    const channel = await here.stage.channel();
    const page = await here.openBeside('about:blank');
    await page.context().route('**/local/events*', (route) => route.abort());
    await page.clock.install();
    await page.goto(here.stage.address(mette, channel));
    await page.getByText('Her er ingen opslag endnu.').waitFor();
    await here.stage.post(channel, 'nominate');
    await page.clock.fastForward(3_000);
    await page.getByRole('heading', { name: 'Indstil patientgrupper til helgenomsekventering' }).waitFor();
  });
});
