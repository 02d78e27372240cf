// Where data are: what the panel says is what is so, it is reached from everywhere, and what is new is told quietly.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn } from './lib/study.mjs';
import { words } from './lib/words.mjs';

const english = words('en');
const firefox = process.env.EMIC_ENGINE === 'firefox';
const panel = (page, say = english) => page.getByRole('dialog', { name: say('action-privacy'), exact: true });
/** What the panel says of something. */
const fact = (page, key, say = english) => panel(page, say).getByRole('term').filter({ hasText: new RegExp(`^${say(key)}$`) })
  .locator('xpath=following-sibling::dd');

/** Waits until nothing moves or fades any more. */
const still = (page) => page.evaluate(() => Promise.all(document.getAnimations().map((motion) => motion.finished.catch(() => {}))));

journey(test, 'it is reached from the foot of the start page, from what is saved, by name and from help', {}, async ({ page, origin }) => {
  const foot = page.getByRole('contentinfo');
  await foot.getByText(/^Version \d+\.\d+\.\d+, build [0-9a-f]{4,8}$/).waitFor();
  const opener = foot.getByRole('button', { name: 'Where your data are' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await panel(page).getByText(english('privacy-lead')).waitFor();
  await still(page);
  await axe(page);
  await panel(page).getByText(new URL(origin).host).first().waitFor();
  // This browser's own steps are open.
  const steps = [['In Chrome, Edge and their relatives', 'tick “Preserve log”'], ['In Firefox', 'choose “Persist Logs”']];
  const [[, own], [other, others]] = firefox ? steps.toReversed() : steps;
  await panel(page).getByText(own).waitFor();
  assert.equal(await panel(page).getByText(others).isVisible(), false);
  await panel(page).getByText(other, { exact: true }).click();
  await panel(page).getByText(others).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await opener.evaluate((button) => button === document.activeElement), true, 'the focus is where it was');

  await begin(page);
  await bringIn(page, { 'one.txt': 'I: Why?\n\nP: Because of the river.' });
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByRole('dialog', { name: 'Saved work and exports' }).getByRole('button', { name: 'Where your data are' }).click();
  await panel(page).getByRole('link', { name: english('privacy-to-backups') }).click();
  await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
  await panel(page).waitFor({ state: 'hidden' });
  for (const typed of ['encryption', 'خصوصية', 'where your']) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Where your data are' }).click();
  await panel(page).waitFor();
});

journey(test, 'what it says is kept is kept there', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'one.txt': 'I: Why?\n\nP: Because of the river.' });
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.keys()).some((name) => name.startsWith('emic-files-')));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('privacy');
  await page.keyboard.press('Enter');
  assert.equal(await fact(page, 'projects').innerText(), english('privacy-projects-indexeddb'));
  await fact(page, 'privacy-app').getByText(english('privacy-app-kept')).waitFor();
  assert.equal(await fact(page, 'privacy-prefs').innerText(), english('privacy-prefs-kept'));
  await fact(page, 'privacy-room').getByText(/^\d.* of about /).waitFor();
  await fact(page, 'privacy-clearing').getByText(/^The browser /).waitFor();
  // And is that so?
  const stored = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    caches: (await caches.keys()).map((name) => name.replace(/-[0-9a-f]+$/, '-*')).sort(),
    local: Object.keys(localStorage).filter((key) => !key.startsWith('emic.')),
    session: sessionStorage.length,
    cookies: document.cookie,
  }));
  // Where a backup file can be chosen, which one that is has a database of its own.
  const databases = firefox ? ['emic'] : ['emic', 'emic-files'];
  assert.deepEqual(stored, { databases, caches: ['emic-files-*', 'emic-notes'], local: [], session: 0, cookies: '' });
  // The name that one codes under can be forgotten.
  const named = () => page.evaluate(() => Object.values(localStorage).some((value) => value.includes('"LM"')));
  assert.equal(await named(), true);
  await panel(page).getByRole('button', { name: english('privacy-name-forget') }).click();
  await panel(page).getByText(english('privacy-name-forgotten')).and(page.locator(':focus')).waitFor();
  assert.equal(await named(), false);
});

journey(test, 'where nothing can be stored it says so', {}, async (emic) => {
  await emic.context.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'caches']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
    }
  });
  const page = await emic.open();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Where your data are' }).click();
  await fact(page, 'projects').getByText(english('privacy-projects-memory')).waitFor();
  await fact(page, 'privacy-app').getByText(/are loaded from/).waitFor();
  await fact(page, 'privacy-prefs').getByText(english('privacy-prefs-memory')).waitFor();
  assert.equal(await panel(page).getByText(english('privacy-clearing'), { exact: true }).count(), 0);
});

journey(test, 'in Arabic, at 360 px, in the dark', { locale: 'ar', viewport: { width: 360, height: 740 }, colorScheme: 'dark' }, async ({ page }) => {
  const arabic = words('ar');
  await page.getByRole('contentinfo').getByRole('button', { name: arabic('action-privacy') }).click();
  await panel(page, arabic).getByText(arabic('privacy-lead')).waitFor();
  await still(page);
  await axe(page);
  const wide = await panel(page, arabic).evaluate((dialog) => [dialog, ...dialog.querySelectorAll('.dialog__body')].some((part) => part.scrollWidth > part.clientWidth + 1));
  assert.equal(wide, false, 'nothing is cut off at the side');
  await screenshot(page, 'privacy-arabic-360');
});

journey(test, 'news are told to those who come back to a newer version, quietly, and never to a newcomer', {}, async (emic) => {
  const unread = /^What’s new: version /;
  const foot = () => emic.page.getByRole('contentinfo');
  await foot().getByRole('button', { name: 'What’s new', exact: true }).waitFor();
  assert.equal(await foot().getByRole('button', { name: unread }).count(), 0);
  // As one who used an older version last.
  await emic.page.evaluate(() => {
    const prefs = JSON.parse(localStorage.getItem('emic.prefs'));
    localStorage.setItem('emic.prefs', JSON.stringify({ ...prefs, news_seen: '0.0.9' }));
  });
  await emic.open('/#/');
  await emic.page.reload();
  await foot().getByRole('button', { name: unread }).waitFor();
  assert.equal(await emic.page.getByRole('dialog').count(), 0, 'nothing opens by itself');
  await still(emic.page);
  await axe(emic.page);
  await screenshot(emic.page, 'news-dot');
  await emic.page.getByRole('button', { name: 'Help', exact: true }).click();
  await emic.page.getByRole('menuitem', { name: unread }).click();
  const dialog = emic.page.getByRole('dialog', { name: 'What’s new' });
  await dialog.getByRole('heading', { name: /^Version/ }).first().waitFor();
  await still(emic.page);
  await axe(emic.page);
  await emic.page.keyboard.press('Escape');
  await foot().getByRole('button', { name: 'What’s new', exact: true }).waitFor();
  await emic.page.reload();
  await foot().getByRole('button', { name: 'What’s new', exact: true }).waitFor();
});
