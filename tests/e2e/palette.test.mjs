// What can be done is found by name in either language and done by keyboard alone; keys are shown, changed, kept and
// given back.
import assert from 'node:assert/strict';
import test from 'node:test';
import { journey } from './lib/emic.mjs';
import { begin, bringIn, coded, exportOpen, picker, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';
import { words } from './lib/words.mjs';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

async function withText(page) {
  await begin(page);
  await bringIn(page, { 'nadia.txt': said.join('\n\n') });
  await text(page).focus();
}

/** Opens the palette by key and types into it. */
async function ask(page, say, typed) {
  await press(page, 'Control+k');
  const dialog = page.getByRole('dialog', { name: say('action-palette') });
  await dialog.getByRole('combobox', { name: say('palette-field') }).waitFor();
  await page.keyboard.type(typed);
  return dialog;
}

const first = (dialog) => dialog.getByRole('option').first();

/** Waits until the first row has a name. */
const firstIs = (dialog, name) => dialog.getByRole('option', { selected: true }).filter({ hasText: name }).waitFor();

/** Opens the sheet by its key, and waits for the new keys of an action. */
async function change(page, name) {
  await press(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.getByRole('button', { name: `Change the keys: ${name}` }).click();
  await sheet.getByRole('button', { name: /^Press the new keys/ }).waitFor();
  return sheet;
}

async function close(page, sheet) {
  await press(page, 'Escape');
  await sheet.waitFor({ state: 'detached' });
}

journey(test, 'an action is found by name, its keys are shown, and it is done with what is selected', {}, async ({ page }) => {
  const say = words('en');
  await withText(page);
  await press(page, 'Control+Home', 'Control+ArrowDown', 's');
  let dialog = await ask(page, say, 'without');
  await firstIs(dialog, 'Mark without a code');
  assert.match(await first(dialog).innerText(), /Q$/);
  await press(page, 'Enter');
  await dialog.waitFor({ state: 'detached' });
  await saved(page);
  assert.equal(coded(await exportOpen(page)).length, 1);
  // By another word for it, and by the other language's.
  await text(page).focus();
  dialog = await ask(page, say, 'revert');
  await firstIs(dialog, 'Undo');
  await press(page, 'Enter');
  await page.getByRole('banner').getByText('1 document · 0 quotations', { exact: true }).waitFor();
  dialog = await ask(page, say, 'دليل الرموز');
  await firstIs(dialog, 'Go to the codebook');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Codebook' }).waitFor();
  // What was done lately comes first; what cannot be done says why and is not done.
  dialog = await ask(page, say, '');
  await firstIs(dialog, 'Go to the codebook');
  await page.keyboard.type('in vivo');
  await firstIs(dialog, 'Open a document first');
  assert.equal(await first(dialog).getAttribute('aria-disabled'), 'true');
  await press(page, 'Enter');
  assert.equal(await dialog.isVisible(), true);
  // A document by its name.
  await dialog.getByRole('combobox').fill('nadia');
  await firstIs(dialog, 'document');
  await press(page, 'Enter');
  await text(page).waitFor();
  // The focus comes back to where it was.
  await text(page).focus();
  dialog = await ask(page, say, 'zzzz');
  await dialog.getByText(/^Nothing has such a name/).waitFor();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await text(page).evaluate((element) => element === document.activeElement), true);
  // The picker opens from it and has the focus.
  dialog = await ask(page, say, 'passage');
  await firstIs(dialog, 'Code the passage');
  await press(page, 'Enter');
  await (await picker(page)).getByRole('combobox').waitFor();
  await page.keyboard.type('Home');
  await press(page, 'Enter');
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)).map(([, codes]) => codes), [['Home']]);
  // By mouse; on the start page what needs a project says so.
  await page.getByRole('button', { name: say('action-palette') }).click();
  dialog = page.getByRole('dialog', { name: say('action-palette') });
  await dialog.getByRole('option', { name: /^Go to all projects/ }).click();
  await page.getByRole('list', { name: say('start-list') }).waitFor();
  dialog = await ask(page, say, 'export');
  await firstIs(dialog, 'Open a project first');
});

journey(test, 'in Arabic: by Arabic words and by English ones, with the keys of an Arabic keyboard', {}, async ({ page }) => {
  await withText(page);
  const english = words('en');
  let dialog = await ask(page, english, 'العربية');
  await firstIs(dialog, 'Use Emic in Arabic');
  await press(page, 'Enter');
  await page.locator('html[lang=ar]').waitFor();
  const say = words('ar');
  // Ctrl with what an Arabic keyboard types at the place of K.
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ن', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true })));
  dialog = page.getByRole('dialog', { name: say('action-palette') });
  await dialog.getByRole('combobox').waitFor();
  // Folded: without the hamza, and a word within the name.
  await page.keyboard.type('الاقتباسات');
  await firstIs(dialog, say('action-go-quotations'));
  await dialog.getByRole('combobox').fill('codebook');
  await firstIs(dialog, say('action-go-codebook'));
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: say('codebook') }).waitFor();
});

journey(test, 'keys are changed, used, kept after a reload, taken from each other, refused and given back', {}, async ({ page }) => {
  await withText(page);
  const quotations = (n) => page.getByRole('banner').getByText(new RegExp(`· ${n} quotations?$`)).waitFor();
  let sheet = await change(page, 'Mark without a code');
  await press(page, 'Control+t');
  await sheet.getByText('Ctrl+T is kept by the browser or the system. Press others.').waitFor();
  await press(page, 'w');
  await sheet.getByText('W moves the cursor or selects in a text. Press others.').waitFor();
  await press(page, 'm');
  await sheet.getByRole('button', { name: /^Press the new keys/ }).waitFor({ state: 'detached' });
  assert.equal(await sheet.getByRole('button', { name: 'Change the keys: Mark without a code' }).evaluate((element) => element === document.activeElement), true);
  await close(page, sheet);
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 's', 'q');
  await quotations(0);
  await press(page, 'm');
  await quotations(1);
  await saved(page);
  await page.reload();
  await text(page).waitFor();
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowDown', 's', 'm');
  await quotations(2);
  const dialog = await ask(page, words('en'), 'without');
  await firstIs(dialog, 'Mark without a code');
  assert.match(await first(dialog).innerText(), /M$/);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  // Keys that another action has: said, left alone, then taken.
  sheet = await change(page, 'Mark without a code');
  await press(page, 'v');
  await sheet.getByText('V is used for “Code in vivo”. If you take it, that has no such keys any more.').waitFor();
  await press(page, 'Escape');
  await sheet.getByRole('button', { name: /^Press the new keys/ }).waitFor({ state: 'detached' });
  await sheet.getByRole('button', { name: 'Change the keys: Mark without a code' }).click();
  await press(page, 'v');
  await sheet.getByRole('button', { name: 'Take it' }).click();
  await sheet.getByRole('button', { name: 'Usual keys: Code in vivo' }).waitFor();
  await close(page, sheet);
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 's', 'v');
  await quotations(3);

  // Keys for an action that has none, used on another screen; then all as usual.
  sheet = await change(page, 'Go to the history');
  await press(page, 'Control+Alt+h');
  await close(page, sheet);
  await press(page, 'Control+Alt+h');
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  await press(page, '?');
  await sheet.getByRole('button', { name: 'All usual keys again' }).click();
  assert.equal(await sheet.getByRole('button', { name: /^Usual keys:/ }).count(), 0);
  await close(page, sheet);
  await page.goBack();
  await text(page).waitFor();
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 'p', 'q');
  await quotations(4);
});
