// What a person sees and presses on a card: in a real browser, against the real local Teams and a real bot over HTTP.

import { EventEmitter, once } from 'node:events';
import { describeInBrowser } from './browser';
import { bo, jens, karen, mette, react, sample } from './stage';
import { button, visit } from './visit';

describeInBrowser('cards on the page', () => {
  const here = visit();

  it('shows a press its own view, which nobody else sees, and keeps the keyboard on the card', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'nominate');
    const mine = await here.goAs(mette, channel);
    const others = await here.openBeside(here.stage.address(jens, channel));
    await button(mine, 'Se indsendte').press('Enter');
    await mine.getByRole('heading', { name: 'Indsendt af Region Midtjylland' }).waitFor();
    await mine.getByText('Kun du ser dette').waitFor();
    expect(await mine.evaluate("document.activeElement.matches('.card')")).toBe(true);
    await button(others, 'Se indsendte').waitFor();
    expect(await others.getByText('Indsendt af Region Midtjylland').count()).toBe(0);
  });

  it('shows a message in a status region, and a refusal at the card', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'odds');
    const page = await here.goAs(karen, channel);
    await button(page, 'Beskeden').click();
    await page.getByRole('status').getByText('Du godkendte mandag den 14. juni 2027 kl. 16.05.').waitFor();
    await button(page, 'Fejl').click();
    await page.getByRole('alert').getByText('Fristen udløb fredag den 26. februar kl. 12.00.').waitFor();
  });

  it('asks for the own view of whoever sees a card that names him, and of nobody else', async () => {
    const channel = await here.stage.channel();
    const action = { type: 'Action.Execute', verb: 'list', data: { task: 'nominate' } };
    await here.stage.post(channel, { ...sample('nominate'), refresh: { action, userIds: [mette.id] } });
    const page = await here.goAs(mette, channel);
    await page.getByRole('heading', { name: 'Indsendt af Region Midtjylland' }).waitFor();
    const others = await here.openBeside(here.stage.address(jens, channel));
    await button(others, 'Se indsendte').waitFor();
    const asked = here.stage.bot.invokes('adaptiveCard/action');
    expect(asked.map(({ value, from }) => ({ value, from }))).toEqual([
      { value: expect.objectContaining({ trigger: 'automatic' }), from: expect.objectContaining({ id: mette.id }) },
    ]);
  });

  it('keeps lesser buttons behind one that shows them', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'odds');
    const page = await here.goAs(karen, channel);
    await button(page, 'Flere valg').waitFor();
    expect(await button(page, 'Mindre vigtigt').count()).toBe(0);
    await button(page, 'Flere valg').press('Enter');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Mindre vigtigt');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Du godkendte').waitFor();
  });

  it('offers to try again when the app cannot be reached', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'approve');
    here.stage.bot.react = () => 'cut';
    const page = await here.goAs(karen, channel);
    await button(page, 'Godkend forslaget').click();
    await page.getByText('Appen kunne ikke nås. Prøv igen.').waitFor();
    here.stage.bot.react = react;
    await button(page, 'Prøv igen').click();
    await page.getByRole('status').getByText('Du godkendte').waitFor();
    expect(await page.getByText('Appen kunne ikke nås').count()).toBe(0);
  });

  it('lets no press go twice, and shows the wait on the button', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'approve');
    const page = await here.goAs(karen, channel);
    const held = new EventEmitter();
    here.stage.bot.react = async (activity) => {
      await once(held, 'release');
      return react(activity);
    };
    await button(page, 'Godkend forslaget').dblclick();
    await page.locator('.ac-pushButton[aria-busy=true]').waitFor();
    await button(page, 'Andet svar').click();
    held.emit('release');
    await page.getByRole('status').getByText('Du godkendte').waitFor();
    expect(here.stage.bot.invokes('adaptiveCard/action')).toHaveLength(1);
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  });

  it('says what is missing in words, at the field, and sends nothing', async () => {
    const { page } = await here.goToChat(mette, 'assess');
    await button(page, 'Afgiv og næste').click();
    await page.getByText('Skriv en kort begrundelse.').waitFor();
    const select = page.getByLabel('Faglighed og værdi for patienten');
    expect(await select.getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
    expect(here.stage.bot.invokes('adaptiveCard/action')).toEqual([]);
  });

  it('sends what was typed with the press', async () => {
    const { page } = await here.goToChat(jens, 'assess');
    await page.getByLabel('Faglighed og værdi for patienten').selectOption('I høj grad');
    await page.getByLabel('Adgang til hurtig og bedre behandling nationalt').selectOption('Kan ikke vurderes');
    await page.getByRole('radiogroup', { name: 'Evidens' }).getByLabel('Moderat').check();
    await page.getByLabel('Begrundelse').fill('Kort, men god.');
    await button(page, 'Afgiv og næste').click();
    await page.getByRole('status').getByText('Du godkendte').waitFor();
    const data = { nomination: 14, quality: '3', access: 'na', evidence: 'moderate', reason: 'Kort, men god.' };
    expect(here.stage.bot.invokes('adaptiveCard/action')[0]?.['value']).toMatchObject({
      action: { type: 'Action.Execute', verb: 'give', data },
      trigger: 'manual',
    });
  });

  it('leaves alone what someone is typing while other messages change', async () => {
    const { page, chat, ids } = await here.goToChat(karen, 'assess', 'remind');
    const [id = '', other = ''] = ids;
    await page.getByLabel('Begrundelse').fill('Halvvejs');
    await here.stage.edit(chat, other, 'rank');
    await here.stage.edit(chat, id, 'assess');
    await button(page, 'Se og ret').waitFor();
    await page.locator(`[data-message="${id}"]`).getByText('redigeret').waitFor();
    expect(await page.getByLabel('Begrundelse').inputValue()).toBe('Halvvejs');
    const changed = [{ type: 'TextBlock', text: 'Indstilling 15 af 38' }, ...(sample('assess')['body'] as unknown[])];
    await here.stage.edit(chat, id, { ...sample('assess'), body: changed });
    await page.getByText('Indstilling 15 af 38').waitFor();
    expect(await page.getByLabel('Begrundelse').inputValue()).toBe('');
  });

  it('opens what is hidden, and the card inside a card', async () => {
    const { page } = await here.goToChat(bo, 'assess', 'rank');
    const read = button(page, 'Læs indstillingen');
    expect(await read.getAttribute('aria-expanded')).toBe('false');
    await read.click();
    await page.getByRole('link', { name: 'Styrende principper' }).waitFor();
    expect(await read.getAttribute('aria-expanded')).toBe('true');
    await button(page, 'Send retur til forbereder').click();
    await page.getByLabel('Hvad skal ændres?').fill('Rækkefølgen');
    await button(page, 'Send retur').click();
    await page.getByRole('status').getByText('Du godkendte').waitFor();
    const value = here.stage.bot.invokes('adaptiveCard/action')[0]?.['value'];
    expect(value).toMatchObject({ action: { verb: 'return', data: { note: 'Rækkefølgen' } } });
  });

  it('shows the fallback of what only Teams draws, and never a blank card', async () => {
    const channel = await here.stage.channel();
    const page = await here.goAs(karen, channel);
    await here.stage.post(channel, 'rank');
    await page.getByText('Ikke i denne runde').waitFor();
    await here.stage.post(channel, 'odds');
    await page.getByText('Vises kun i Teams (Chart.Donut).').waitFor();
    await page.getByText('Anden side').waitFor();
    await page.getByText('4 af 5').waitFor();
  });

  it('opens an address of the web in a tab of its own, which knows nothing of this one', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'nominate');
    const page = await here.openBeside(here.stage.address(mette, channel));
    await page.context().route('https://example.org/**', (route) => route.fulfill({ body: 'Vejledning' }));
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Vejledning og principper' }).click(),
    ]);
    await tab.getByText('Vejledning').waitFor();
    expect(await tab.evaluate('[location.href, window.opener, document.referrer]')).toEqual([
      'https://example.org/vejledning',
      null,
      '',
    ]);
  });

  it('takes nothing that anyone writes for markup, and follows no address but the web', async () => {
    const channel = await here.stage.channel();
    const evil = '<img src=x onerror="document.title=\'evil\'"> [klik](javascript:alert(1))';
    const body = [{ type: 'TextBlock', text: evil, wrap: true }];
    await here.stage.post(channel, { type: 'AdaptiveCard', version: '1.5', body });
    await here.stage.write(channel, evil);
    await here.stage.post(channel, 'odds');
    const page = await here.goAs(mette, channel);
    await page.getByLabel('Skriv et opslag').fill('<script>alert(1)</script> https://example.org/a');
    await page.getByLabel('Skriv et opslag').press('Enter');
    await page.getByText('<script>alert(1)</script>').waitFor();
    expect(await page.getByText('<img src=x').count()).toBe(2);
    expect(await page.locator('.messages img, .messages script').count()).toBe(0);
    const links = await page.locator('.messages a').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(['https://example.org/a']);
    await page.getByRole('link', { name: 'Farlig adresse' }).click();
    expect(page.context().pages()).toHaveLength(1);
  });
});
