// Dialogs, the clock and the panel for the curious: in a real browser, against the real local Teams and a real bot.

import type { Page } from 'playwright-core';
import { describeInBrowser } from './browser';
import { karen, mette, react } from './stage';
import { button, visit } from './visit';

describeInBrowser('dialogs on the page', () => {
  const here = visit();

  async function openDialog(): Promise<Page> {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'nominate');
    const page = await here.goAs(mette, channel);
    await button(page, 'Indstil').click();
    await page.getByRole('dialog', { name: 'Ny indstilling (1 af 4)' }).waitFor();
    return page;
  }

  it('is filled in by keyboard alone, type-ahead and people picker too', async () => {
    const page = await openDialog();
    await page.keyboard.type('Arvelig nethindesygdom');
    await page.getByLabel('Sygdomsområde').focus();
    await page.keyboard.type('syg');
    await page.getByRole('option', { name: 'Nyresygdomme' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('kar');
    await page.getByRole('option', { name: karen.name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByLabel('Hvorfor denne gruppe?').fill('Fordi');
    await page.getByLabel('Ingen personhenførbare patientoplysninger').press('Space');
    await button(page, 'Næste').press('Enter');
    await page.getByRole('dialog', { name: 'Ny indstilling (2 af 4)' }).waitFor();
    expect(here.stage.bot.invokes('task/submit')[0]?.['value']).toMatchObject({
      data: {
        verb: 'next',
        step: 1,
        title: 'Arvelig nethindesygdom',
        behalf: 'rm',
        area: 'area-1',
        contact: karen.aadObjectId,
        why: 'Fordi',
        clean: 'yes',
      },
    });
    await button(page, 'Send til tilslutning').click();
    await page.getByRole('status').getByText('Kladden er gemt.').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('closes on Esc, but asks first where something was typed', async () => {
    const page = await openDialog();
    await page.keyboard.type('Halvvejs');
    await page.keyboard.press('Escape');
    await button(page, 'Skriv videre').press('Enter');
    expect(await page.getByLabel('Titel').inputValue()).toBe('Halvvejs');
    await page.getByLabel('Titel').fill('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Indstil');
  });

  it('keeps what was typed when the app cannot be reached', async () => {
    const page = await openDialog();
    await page.getByLabel('Titel').fill('Bevares');
    await page.getByLabel('Sygdomsområde').fill('nyre');
    await page.getByRole('option', { name: 'Nyresygdomme' }).click();
    await page.getByLabel('Hvorfor denne gruppe?').fill('Fordi');
    await page.getByLabel('Ingen personhenførbare patientoplysninger').check();
    here.stage.bot.react = () => 'cut';
    await button(page, 'Gem kladde').click();
    await page.getByRole('dialog').getByText('Appen kunne ikke nås. Prøv igen.').waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Bevares');
    here.stage.bot.react = react;
    await page.getByRole('dialog').getByRole('button', { name: 'Prøv igen' }).click();
    await page.getByRole('status').getByText('Kladden er gemt.').waitFor();
  });
});
describeInBrowser('the clock and the panel for the curious', () => {
  const here = visit();

  it('moves the time to the morning on which people are told, which is no deadline', async () => {
    const channel = await here.stage.channel();
    const page = await here.goAs(mette, channel);
    const clock = page.getByRole('region', { name: 'Tiden i øvelsen' });
    await clock.getByText('onsdag den 24. februar 2027 kl. 14.05').waitFor();
    await button(clock, 'Til næste morgen').click();
    await clock.locator('.clock-time').getByText('torsdag den 25. februar 2027 kl. 08.00').waitFor();
    await clock.getByRole('button', { name: /Til næste frist.*Frist for indstillinger/ }).waitFor();
  });

  it('moves the time to the next deadline, in words', async () => {
    const channel = await here.stage.channel();
    const page = await here.goAs(mette, channel);
    const clock = page.getByRole('region', { name: 'Tiden i øvelsen' });
    await clock
      .getByRole('button', { name: /Til næste frist.*Frist for indstillinger, fre\. 26\. feb\. kl\. 12\.00/ })
      .click();
    await clock.locator('.clock-time').getByText('fredag den 26. februar 2027 kl. 12.00').waitFor();
    await page.locator('#announcer').getByText('Tiden er nu fredag den 26. februar 2027 kl. 12.00.').waitFor();
    expect(here.stage.bot.ticks).toHaveLength(1);
  });

  it('moves it to a moment chosen, over the change to summer time', async () => {
    const channel = await here.stage.channel();
    const page = await here.goAs(mette, channel);
    await button(page, 'Vælg dato og tid').click();
    await page.getByLabel('Vælg dato og tid').last().fill('2027-03-29T08:00');
    await page.locator('.clock-form').getByRole('button', { name: 'Gå dertil' }).click();
    await page.locator('.clock-time').getByText('mandag den 29. marts 2027 kl. 08.00').waitFor();
    expect(here.stage.bot.ticks[0]?.slice(0, 16)).toBe('2027-03-29T06:00');
  });

  it('shows the curious what a press sent, as JSON', async () => {
    const channel = await here.stage.channel();
    await here.stage.post(channel, 'approve');
    const page = await here.goAs(karen, channel);
    await button(page, 'Godkend forslaget').click();
    await button(page, 'For de nysgerrige').click();
    const entry = page.locator('.traffic-list li').filter({ hasText: 'invoke adaptiveCard/action' });
    await entry.getByText('Til botten').waitFor();
    await entry.locator('summary').click();
    await entry.getByRole('region', { name: 'Sendt' }).getByText('"verb": "approve"').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('complementary').count()).toBe(0);
  });
});
