// Every screen and dialog, empty and filled, in each look and language: no violation that axe knows, the focus never
// lost, and nothing wider than a narrow phone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, exportOpen, pick, saved } from './lib/study.mjs';
import { pdfText } from './lib/transcript.mjs';
import { around, words } from './lib/words.mjs';

/** Waits until nothing fades or moves any more. */
const still = (page) => page.evaluate(() => Promise.all(document.getAnimations()
  .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
  .map((animation) => animation.finished.catch(() => {}))));

/** What moves longer than a frame. */
const moving = (page) => page.evaluate(() => document.getAnimations()
  .filter((animation) => animation.effect?.getComputedTiming().endTime > 16)
  .map((animation) => animation.effect.target?.className));

const text = (page) => page.getByRole('article').first();

/** Fails if nothing that the keyboard could go on from has the focus. */
async function focusKept(page, after) {
  // What is closed gives its focus back in the next frame.
  await page.waitForFunction(() => document.activeElement && document.activeElement !== document.body, null, { timeout: 2000 })
    .catch(() => assert.fail(`the focus is lost after: ${after}`));
}

/** Closes what is open by key; the focus goes back to where it came from. */
async function escape(page, dialog, what) {
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await focusKept(page, `${what} is closed`);
}

/** Goes to a screen by the navigation, which is a drawer where there is little room. */
async function go(page, say, key) {
  const drawer = page.getByRole('button', { name: say('open-navigation') });
  if (await drawer.isVisible()) await drawer.click();
  await page.getByRole('navigation', { name: say('nav-project') }).getByRole('link', { name: new RegExp(`^${say(key)}`) }).click();
}

/** Opens what stands beside the text, where it is a drawer. */
async function aside(page, say) {
  const drawer = page.getByRole('button', { name: say('open-details') });
  if (await drawer.isVisible()) await drawer.click();
}

/** A project with a text, two codes and three quotations, and who sees it first sees the start page. */
async function prepare(page) {
  await begin(page, { title: 'Leaving Marrow Valley' });
  await bringIn(page, { 'nadia.txt': pdfText() });
  await text(page).focus();
  for (const key of ['Control+Home', 'Control+ArrowDown', 's', 'c']) await page.keyboard.press(key);
  await pick(page, 'Beginnings');
  for (const key of ['Control+ArrowDown', 'p', 'c']) await page.keyboard.press(key);
  await pick(page, 'Neighbours');
  for (const key of ['Control+ArrowDown', 'p', 'q']) await page.keyboard.press(key);
  await saved(page);
}

/** Goes through everything that there is, in the language of `say`, and looks at each with `check(name)`. */
async function walk(page, say, check) {
  const button = (key, args) => page.getByRole('button', { name: around(say(key, args)) });
  const dialog = (key, args) => page.getByRole('dialog', { name: around(say(key, args)) });

  // The start page, with a project, its menu and its dialogs.
  await page.getByRole('link', { name: new RegExp(say('nav-start')) }).click();
  await page.getByRole('list', { name: say('start-list') }).waitFor();
  await check('start');
  await button('start-new').click();
  await dialog('create-title').waitFor();
  await check('new-project');
  await escape(page, dialog('create-title'), 'the new project');
  await button('more-actions-for', { name: 'Leaving Marrow Valley' }).click();
  const menu = page.getByRole('menu').filter({ visible: true });
  await menu.waitFor();
  await check('project-menu');
  await escape(page, menu, 'the menu of a project');
  await button('more-actions-for', { name: 'Leaving Marrow Valley' }).click();
  await menu.getByRole('menuitem', { name: say('delete'), exact: true }).click();
  const ask = page.getByRole('alertdialog');
  await ask.waitFor();
  await check('delete-project');
  await escape(page, ask, 'the question about deleting');

  // The reader, with the picker and what stands beside it.
  await page.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await text(page).waitFor();
  await check('reader');
  await text(page).focus();
  await page.keyboard.press('?');
  await dialog('keyboard-shortcuts').waitFor();
  await check('keys');
  await dialog('keyboard-shortcuts').getByRole('button', { name: around(say('keys-change', { action: say('action-mark') })) }).click();
  await page.keyboard.press('v');
  await dialog('keyboard-shortcuts').getByRole('button', { name: say('keys-take') }).waitFor();
  await check('keys-conflict');
  await page.keyboard.press('Escape');
  await escape(page, dialog('keyboard-shortcuts'), 'the keys');
  await page.keyboard.press('Control+k');
  await dialog('action-palette').getByRole('option').first().waitFor();
  await check('palette');
  await page.keyboard.type('zzzz');
  await dialog('action-palette').getByText(say('palette-none')).waitFor();
  await check('palette-empty');
  await escape(page, dialog('action-palette'), 'the palette');
  for (const key of ['Control+Home', 'p', 'c']) await page.keyboard.press(key);
  const picker = dialog('picker-title');
  await picker.waitFor();
  await check('picker');
  await page.keyboard.type('Be');
  await check('picker-typed');
  await escape(page, picker, 'the picker');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await aside(page, say);
  const panel = page.getByRole('region', { name: say('quotation'), exact: true });
  await panel.getByRole('button', { name: say('quotation-add-code') }).waitFor();
  await check('quotation');
  await panel.getByRole('button', { name: say('quotation-add-code') }).click();
  await picker.waitFor();
  await check('quotation-picker');
  await escape(page, picker, 'the picker of the panel');
  await panel.getByRole('button', { name: say('quotation-list') }).click();
  await page.getByRole('region', { name: say('quotations'), exact: true }).waitFor();
  await focusKept(page, 'the list of quotations is shown');
  await check('quotation-list');
  // The drawer is closed by a press beside it.
  const scrim = page.getByRole('button', { name: say('close'), exact: true }).filter({ visible: true });
  if (await page.getByRole('button', { name: say('open-details') }).isVisible()) {
    const rtl = await page.evaluate(() => getComputedStyle(document.body).direction === 'rtl');
    await scrim.click({ position: { x: rtl ? page.viewportSize().width - 5 : 5, y: 150 } });
    await scrim.waitFor({ state: 'hidden' });
    await focusKept(page, 'the drawer is closed');
    await aside(page, say);
    await scrim.waitFor();
    await page.keyboard.press('Escape');
    await scrim.waitFor({ state: 'hidden' });
    await focusKept(page, 'the drawer is closed by key');
  }

  await button('appearance').click();
  await menu.waitFor();
  await check('appearance');
  await escape(page, menu, 'the menu of appearance');
  const state = page.getByRole('button', { name: say('save-saved'), exact: true });
  await state.click();
  await dialog('save-details').waitFor();
  await check('save-details');
  await escape(page, dialog('save-details'), 'the details about saving');

  // Documents, and bringing one in.
  await go(page, say, 'documents');
  await page.getByRole('heading', { level: 1, name: say('documents') }).waitFor();
  await check('documents');
  await page.getByRole('main').getByRole('button', { name: say('documents-import') }).click();
  const bring = dialog('import-heading');
  await bring.waitFor();
  await check('import-empty');
  await bring.getByLabel(say('choose-files')).setInputFiles({ name: 'nadia.txt', mimeType: 'text/plain', buffer: Buffer.from(pdfText()) });
  await bring.getByRole('switch').first().waitFor();
  await check('import-preview');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor();
  await check('import-give-up');
  await page.getByRole('alertdialog').getByRole('button', { name: say('import-give-up'), exact: true }).click();
  await bring.waitFor({ state: 'hidden' });
  await focusKept(page, 'the import is given up');

  await go(page, say, 'nav-codebook');
  await page.getByRole('heading', { level: 1, name: say('codebook') }).waitFor();
  await check('codebook');
  await button('codebook-levels').click();
  await dialog('codebook-levels').waitFor();
  await check('codebook-levels');
  await escape(page, dialog('codebook-levels'), 'the explanation of levels');
  await page.getByRole('treeitem', { name: /Beginnings/ }).click();
  await page.getByRole('textbox', { name: say('definition') }).waitFor();
  await check('code');
  await page.getByRole('main').getByRole('button', { name: say('codes-delete'), exact: true }).click();
  await ask.waitFor();
  await check('delete-code');
  await escape(page, ask, 'the question about deleting a code');

  await go(page, say, 'quotations');
  await page.getByRole('main').getByRole('article').first().waitFor();
  await check('quotations');
  await go(page, say, 'nav-history');
  await page.getByRole('heading', { level: 1, name: say('history') }).waitFor();
  await check('history');

  await go(page, say, 'nav-backups');
  await page.getByRole('heading', { level: 1, name: say('nav-backups') }).waitFor();
  await page.getByText(say('points-none')).waitFor();
  await check('backups');
  await button('point-add').click();
  await dialog('point-add-title').waitFor();
  await check('new-restore-point');
  await escape(page, dialog('point-add-title'), 'the new restore point');
}

journey(test, 'a newcomer, and a project without a text', {}, async ({ page }) => {
  const say = words('en');
  await axe(page);
  await begin(page);
  await page.getByRole('main').getByRole('button', { name: 'Bring text in' }).waitFor();
  await axe(page);
  for (const [key, heading] of [['documents', 'documents'], ['nav-codebook', 'codebook'], ['quotations', 'retrieve-all'], ['nav-history', 'history'], ['nav-backups', 'nav-backups']]) {
    await go(page, say, key);
    await page.getByRole('heading', { level: 1, name: say(heading) }).waitFor();
    await axe(page);
  }
});

for (const [name, language, media] of [
  ['light', 'en', { colorScheme: 'light' }],
  ['dark', 'en', { colorScheme: 'dark' }],
  ['forced colours, no motion', 'en', { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' }],
  ['Arabic', 'ar', { colorScheme: 'light' }],
]) {
  journey(test, `every screen and dialog is accessible: ${name}`, media, async ({ page }) => {
    await prepare(page);
    if (language === 'ar') await page.getByRole('button', { name: 'العربية' }).click();
    const failed = [];
    await walk(page, words(language), async (screen) => {
      if (media.reducedMotion) failed.push(...(await moving(page)).map((what) => `${screen}: ${what} moves`));
      await still(page);
      await axe(page).catch((error) => failed.push(`${screen}: ${error.message}`));
      await screenshot(page, `${name} ${screen}`);
    });
    assert.equal(failed.join('\n\n'), '');
  });
}

for (const [name, language, viewport] of [
  ['a narrow phone, English', 'en', { width: 360, height: 740 }],
  ['a narrow phone, Arabic', 'ar', { width: 360, height: 740 }],
  // A window of 1280 × 1024 that is magnified four times.
  ['the window at 400 %', 'en', { width: 320, height: 256 }],
]) {
  journey(test, `nothing is wider than ${name}`, {}, async ({ page }) => {
    await prepare(page);
    if (language === 'ar') await page.getByRole('button', { name: 'العربية' }).click();
    await page.setViewportSize(viewport);
    const wide = [];
    await walk(page, words(language), async (screen) => {
      await still(page);
      const by = await page.evaluate(() => {
        const over = [document.documentElement, document.body, document.querySelector('main'), ...document.querySelectorAll('dialog[open]')]
          .map((element) => element.scrollWidth - element.clientWidth);
        return Math.max(...over);
      });
      if (by > 0) wide.push(`${screen} by ${by} px`);
      await screenshot(page, `${name} ${screen}`);
    });
    assert.deepEqual(wide, []);
  });
}

journey(test, 'where the focus was is where it is after a code is applied, a quotation is deleted, an undo', {}, async ({ page }) => {
  await prepare(page);
  const inText = () => text(page).evaluate((element) => element === document.activeElement);
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('n');
  await page.keyboard.press('Delete');
  await focusKept(page, 'a quotation is deleted by key');
  assert.equal(await inText(), true);
  await page.keyboard.press('Control+z');
  assert.equal(await inText(), true);
  await page.keyboard.press('n');
  const panel = page.getByRole('region', { name: /^Quotations?$/ });
  await panel.getByRole('button', { name: 'Delete', exact: true }).click();
  await panel.getByRole('button', { name: 'Delete', exact: true }).waitFor({ state: 'detached' });
  await focusKept(page, 'a quotation is deleted in its panel');
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await focusKept(page, 'undo is pressed');
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Dismiss' }).first().click().catch(() => {});
  await focusKept(page, 'a notice is dismissed');
  assert.equal(coded(await exportOpen(page)).length, 3);
});
