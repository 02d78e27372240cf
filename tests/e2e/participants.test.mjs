// Participants: a sheet filled by keys, the mouse and the clipboard; what may be quoted; a withdrawal; table 1; who
// referred whom.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { pageOf, rowsOf } from './lib/office.mjs';
import { words } from './lib/words.mjs';
import { xlsx } from './lib/zip.mjs';
import { begin, bringIn, codePassage as code, drag, exportOpen, link, panel, saved, text } from './lib/study.mjs';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

/** What axe says once nothing fades or moves any more. */
async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

const sheet = (page) => page.getByRole('grid', { name: 'Cases' });

/** The words of the cells of a row, without the buttons in them. */
const row = async (page, name) => {
  const cells = sheet(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }).locator('[data-col]');
  return (await cells.allTextContents()).map((words) => words.trim());
};

/** Waits until a row says this, from a column on. */
const says = async (page, name, expected, from = 0) => {
  const cells = async () => (await row(page, name)).slice(from, from + expected.length);
  for (let tries = 0; tries < 40 && String(await cells()) !== String(expected); tries++) await page.waitForTimeout(50);
  assert.deepEqual(await cells(), expected);
};

/** Pastes as a spreadsheet would have filled the clipboard. */
const paste = (page, words) => page.evaluate((words) => {
  const data = new DataTransfer();
  data.setData('text/plain', words);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}, words);

/** What a copy puts on the clipboard. */
const copied = (page) => page.evaluate(() => {
  const data = new DataTransfer();
  document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData('text/plain');
});

/** Types letters that no key of the test's keyboard has, as a keyboard that has them would. */
async function write(page, words) {
  const [first, ...rest] = words;
  await page.evaluate((key) => {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, first);
  await page.locator('[data-editor]').waitFor();
  await page.keyboard.insertText(rest.join(''));
}

async function attribute(page, name, kind, choices = '') {
  await page.getByRole('button', { name: 'New attribute' }).click();
  const dialog = page.getByRole('dialog', { name: 'New attribute' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Kind').selectOption({ label: kind });
  if (choices) await dialog.getByLabel('Choices').fill(choices);
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.waitFor({ state: 'detached' });
  await sheet(page).getByRole('columnheader', { name: new RegExp(`^${name}`) }).waitFor();
}

async function addCase(page, name) {
  await page.getByLabel('Name of a new case').fill(name);
  await page.keyboard.press('Enter');
  await sheet(page).getByRole('rowheader', { name }).waitFor();
}

journey(test, 'a sheet of cases is filled by keys, the mouse and the clipboard', {}, async ({ page }) => {
  await begin(page);
  await link(page, 'Cases').click();
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  for (const name of ['P01', 'P02', 'P03']) await addCase(page, name);
  await attribute(page, 'Age', 'Number');
  await attribute(page, 'Gender', 'Choice list', 'female\nmale');
  await attribute(page, 'Insured', 'Yes or no');
  await look(page);

  // Typing overwrites, Enter goes down, Tab on; a letter chooses from a list; what does not fit is kept and marked.
  await sheet(page).getByRole('rowheader', { name: 'P01' }).click();
  await press(page, 'ArrowRight');
  await page.keyboard.type('34');
  await press(page, 'Enter');
  await page.keyboard.type('about 40');
  await press(page, 'Tab', 'm', 'Tab', 'n', 'Enter');
  await says(page, 'P01', ['P01', '34', '', '']);
  await says(page, 'P02', ['P02', 'about 40', 'male', 'No']);
  await page.getByText('1 value does not fit its column').waitFor();
  assert.equal(await sheet(page).locator('[aria-invalid=true]').textContent(), 'about 40');
  await look(page);

  // F2 edits what is there, Escape leaves it, Home and End go along the row.
  await press(page, 'Home', 'ArrowUp', 'ArrowRight', 'F2');
  await page.keyboard.type('1');
  await press(page, 'Escape');
  await says(page, 'P02', ['about 40'], 1);
  await press(page, 'F2', 'End', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  await page.keyboard.type('41');
  await press(page, 'Enter');
  await says(page, 'P02', ['41'], 1);

  // A block from a spreadsheet, as one step; copied again as it is.
  await press(page, 'ArrowUp', 'ArrowUp');
  await paste(page, '35\tfemale\tyes\r\n42\tmale\tno\r\n51\tFemale\tYes\r\n');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="1"]').textContent === '51');
  await press(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
  assert.equal(await sheet(page).locator('[aria-selected=true]').count(), 6);
  assert.equal(await copied(page), '35\tfemale\tyes\n42\tmale\tno');
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="1"]').textContent === '');
  await press(page, 'Control+Shift+z');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="1"]').textContent === '51');

  // More than there is room for is asked about: two cases and an attribute.
  await sheet(page).getByRole('rowheader', { name: 'P03' }).click();
  await paste(page, 'P03\t52\tfemale\tyes\tNurse\nP04\t29\tmale\tno\tDoctor\nP05\t\tfemale\tno\t\n');
  const ask = page.getByRole('dialog', { name: 'Paste more than there is room for?' });
  await ask.getByLabel('Name of new attribute 1').fill('Profession');
  await look(page);
  await ask.getByRole('button', { name: 'Paste all' }).click();
  await sheet(page).getByRole('rowheader', { name: 'P05' }).waitFor();
  await says(page, 'P04', ['P04', '29', 'male', 'no', 'Doctor']);
  await says(page, 'P03', ['P03', '52', 'female', 'yes', 'Nurse']);

  // One value in a selection made by the mouse, deleted again, and taken back.
  const cell = (r, c) => sheet(page).locator(`[data-row="${r}"] [data-col="${c}"]`);
  await cell(0, 4).click();
  await cell(1, 4).click({ modifiers: ['Shift'] });
  await paste(page, 'Nurse');
  await page.waitForFunction(() => document.querySelector('[data-row="1"] [data-col="4"]').textContent === 'Nurse');
  await cell(0, 4).hover();
  await page.mouse.down();
  await cell(2, 4).hover();
  await page.mouse.up();
  await press(page, 'Delete');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="4"]').textContent === '');
  await press(page, 'Control+z');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="4"]').textContent === 'Nurse');

  // Sorted and filtered from the head, by keys; found by words.
  await press(page, 'Control+Home', 'ArrowUp', 'ArrowRight', 'Enter');
  await page.getByRole('menuitemradio', { name: 'Sort descending' }).click();
  const names = () => sheet(page).getByRole('rowheader').allTextContents();
  await page.waitForFunction(() => document.querySelector('[data-row="0"] [data-col="0"]').textContent.startsWith('P03'));
  assert.deepEqual(await names(), ['P03', 'P02', 'P01', 'P04', 'P05']);
  await sheet(page).getByRole('columnheader', { name: /^Gender/ }).click();
  await page.getByRole('menuitem', { name: 'Filter by value…' }).click();
  const filter = page.getByRole('dialog', { name: /Show cases by/ });
  await filter.getByRole('checkbox', { name: /^.?male/ }).uncheck();
  await filter.getByRole('button', { name: 'Show' }).click();
  await page.getByText('3 of 5 cases').waitFor();
  await page.getByLabel('Find in the cases').fill('nurse 52');
  await page.getByText('1 of 5 cases').waitFor();
  await screenshot(page, 'cases-sheet');
  await page.getByLabel('Find in the cases').fill('');
  await page.getByRole('button', { name: /No longer filter by/ }).click();
  await page.getByText('5 of 5 cases').waitFor();

  // An attribute gets another name and goes with its values.
  await sheet(page).getByRole('columnheader', { name: /^Insured/ }).click();
  await page.getByRole('menuitem', { name: 'Name, kind and choices…' }).click();
  const edit = page.getByRole('dialog', { name: 'Attribute “Insured”' });
  await edit.getByLabel('Name').fill('Has insurance');
  await edit.getByRole('button', { name: 'Save' }).click();
  await sheet(page).getByRole('columnheader', { name: /^Has insurance/ }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await sheet(page).getByRole('columnheader', { name: /^Has insurance/ }).waitFor({ state: 'detached' });
  await saved(page);
  const project = JSON.parse(await exportOpen(page));
  assert.deepEqual(project.attributes.map(({ name }) => name).toSorted(), ['Age', 'Gender', 'Profession']);
  assert.equal(project.cases.length, 5);
});

const TALK = `Interviewer: How did you leave?
Amina: We left at night with the neighbours.
Basel: My cousin drove the blue lorry himself.

Interviewer: And then?
Amina: The bridge was still open in the morning.
Basel: I never told anyone who paid the driver.
`;

/** Exports the quotations on show; gives the file's words. */
async function exported(page, as) {
  await page.getByRole('button', { name: 'Export these quotations' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: as }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

journey(test, 'what may not be quoted leaves in no export, and a withdrawal hides until it is removed for good', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  await code(page, 'with the neighbours', 'Company');
  await code(page, 'drove the blue lorry', 'Company');
  await code(page, 'bridge was still open', 'Road');
  await code(page, 'who paid the driver', 'Money');
  await link(page, 'Cases').click();
  for (const name of ['Amina', 'Basel']) {
    await page.getByRole('combobox', { name: `Case of ${name} in talk` }).selectOption({ label: `New case “${name}”` });
    await sheet(page).getByRole('rowheader', { name }).waitFor();
  }

  // A passage is off the record: marked in the panel, the text and the list, and left out with the reason.
  await link(page, 'Read and code').click();
  await text(page).waitFor();
  await page.locator('mark', { hasText: 'bridge was still open' }).click();
  await panel(page).getByText('bridge was still open').waitFor();
  await panel(page).getByRole('combobox', { name: 'These words' }).selectOption({ label: 'Off the record' });
  await text(page).getByText('Off the record').waitFor();
  await look(page);
  await link(page, 'Quotations').click();
  await page.getByText('Off the record').first().waitFor();
  let csv = await exported(page, 'Table for Excel (CSV)');
  assert.ok(csv.includes('with the neighbours') && !csv.includes('bridge was still open'), csv);
  assert.match(csv, /1 quotation is left out because its words may not be quoted: Off the record \(1\)\./);

  // A participant may only be paraphrased: all of theirs is left out, as a page and as Markdown too.
  await link(page, 'Cases').click();
  await page.getByRole('link', { name: 'Details of Basel' }).click();
  await page.getByRole('combobox', { name: 'Consent' }).selectOption({ label: 'Paraphrase only' });
  await sheet(page).getByText('Paraphrase only').waitFor();
  await look(page);
  await link(page, 'Quotations').click();
  for (const as of ['Page to print or paste into Word (HTML)', 'Text with headings (Markdown)']) {
    const words = await exported(page, as);
    assert.ok(words.includes('with the neighbours'), as);
    for (const blocked of ['blue lorry', 'who paid', 'bridge was']) assert.ok(!words.includes(blocked), `${as}: ${blocked}`);
    assert.match(words, /3 quotations are left out/);
  }

  // Withdrawn, after a preview: hidden in lists, counts, search and the text; taken back by undo, and again.
  await link(page, 'Cases').click();
  await page.getByRole('link', { name: 'Details of Basel' }).click();
  await page.getByRole('combobox', { name: 'Consent' }).selectOption({ label: 'Withdrawn' });
  const preview = page.getByRole('alertdialog', { name: 'Does “Basel” withdraw?' });
  await preview.getByText('2 quotations').waitFor();
  await preview.getByText('2 passages').waitFor();
  await look(page);
  await preview.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('“Basel” has withdrawn. What belongs').waitFor();
  const count = () => link(page, 'Quotations').locator('.num').textContent();
  await page.waitForFunction(() => [...document.querySelectorAll('.nav__link')].some((a) => /^Quotations\s*2$/.test(a.textContent.trim())));
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => [...document.querySelectorAll('.nav__link')].some((a) => /^Quotations\s*4$/.test(a.textContent.trim())));
  await page.keyboard.press('Control+Shift+z');
  await page.waitForFunction(() => [...document.querySelectorAll('.nav__link')].some((a) => /^Quotations\s*2$/.test(a.textContent.trim())));
  assert.equal((await count()).trim(), '2');
  await screenshot(page, 'cases-withdrawn');
  await link(page, 'Quotations').click();
  await page.getByText('with the neighbours').first().waitFor();
  assert.equal(await page.getByText('blue lorry').count(), 0);
  await link(page, 'Search').click();
  await page.getByRole('textbox', { name: 'Search documents, comments and codes' }).fill('lorry');
  await page.getByText(/^Nothing found for/).waitFor();
  await link(page, 'Read and code').click();
  await text(page).getByText('Withdrawn by the participant').first().waitFor();
  assert.ok(!(await text(page).textContent()).includes('lorry'));
  await look(page);
  await screenshot(page, 'reader-withdrawn');

  // Removed for good: nothing of it is in the project's file, and the history says only that it was done.
  await saved(page);
  await link(page, 'Cases').click();
  await page.getByRole('link', { name: 'Details of Basel' }).click();
  await page.getByRole('button', { name: 'Remove for good' }).click();
  const remove = page.getByRole('alertdialog', { name: 'Remove all of “Basel” for good?' });
  await remove.getByRole('button', { name: 'Remove for good' }).click();
  await remove.waitFor({ state: 'detached' });
  await sheet(page).getByRole('rowheader', { name: 'Basel' }).waitFor({ state: 'detached' });
  await saved(page);
  const file = (await exportOpen(page)).toString();
  for (const gone of ['Basel', 'lorry', 'who paid the driver']) assert.ok(!file.includes(gone), gone);
  assert.ok(file.includes('with the neighbours'));
  assert.ok(JSON.parse(file).history.some((step) => step.actions.some((action) => action.kind === 'material-purged')));
  assert.equal(JSON.parse(file).history.at(-1).actions[0].kind, 'material-purged');
});

journey(test, 'a passage is withdrawn by itself, brought back, and removed for good', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  await code(page, 'with the neighbours', 'Company');
  await code(page, 'drove the blue lorry', 'Road');
  const withdraw = async () => {
    await page.locator('mark', { hasText: 'drove the blue lorry' }).click();
    await panel(page).getByText('drove the blue lorry').waitFor();
    await panel(page).getByRole('combobox', { name: 'These words' }).selectOption({ label: 'Withdrawn' });
    await text(page).getByText('drove the blue lorry').waitFor({ state: 'detached' });
  };
  await withdraw();
  const withdrawn = panel(page).getByRole('region', { name: '1 passage is withdrawn' });
  await withdrawn.waitFor();
  assert.equal(await page.getByText('blue lorry').count(), 0);
  await look(page);
  await screenshot(page, 'passage-withdrawn');
  await withdrawn.getByRole('button', { name: 'Bring back' }).click();
  await withdrawn.waitFor({ state: 'detached' });
  await text(page).getByText('drove the blue lorry').waitFor();

  // What is withdrawn cannot be repeated by coding it anew.
  await withdraw();
  await drag(page, 'My cousin');
  await page.keyboard.press('Shift+End');
  await page.getByRole('toolbar', { name: 'Code the selection' }).getByRole('button', { name: 'In vivo' }).click();
  await page.getByText('These words are withdrawn').first().waitFor();

  await withdrawn.getByRole('button', { name: 'Remove for good' }).click();
  const remove = page.getByRole('alertdialog', { name: 'Remove the passage for good?' });
  await look(page);
  await remove.getByRole('button', { name: 'Remove for good' }).click();
  await remove.waitFor({ state: 'detached' });
  await withdrawn.waitFor({ state: 'detached' });
  await text(page).getByText('My cousin').waitFor();
  await saved(page);
  const file = (await exportOpen(page)).toString();
  assert.ok(!file.includes('lorry') && file.includes('My cousin') && file.includes('with the neighbours'));
});

const PEOPLE = `name\tAge\tGender\tProfession
P01\t34\tfemale\tNurse
P02\t41\tmale\tDoctor
P03\t29\tfemale\tDoctor
P04\t\tfemale\tNurse
P05\t52\tmale\tPharmacist
`;

/** Fills an empty sheet by pasting. */
async function people(page) {
  await link(page, 'Cases').click();
  await addCase(page, 'P01');
  await attribute(page, 'Age', 'Number');
  await attribute(page, 'Gender', 'Choice list', 'female\nmale');
  await attribute(page, 'Profession', 'Text');
  await sheet(page).getByRole('rowheader', { name: 'P01' }).click();
  await paste(page, PEOPLE.split('\n').slice(1).join('\n'));
  await page.getByRole('dialog').getByRole('button', { name: 'Paste all' }).click();
  await sheet(page).getByRole('rowheader', { name: 'P05' }).waitFor();
}

const part = (page, name) => page.getByRole('navigation', { name: 'Cases' }).getByRole('link', { name, exact: true });

journey(test, 'table 1, recruitment chains, and a scope of cases', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'nadia.txt': 'I was a nurse in the old hospital.\n', 'omar.txt': 'I mended pumps for the town.\n' });
  await people(page);
  await part(page, 'Table 1').click();
  const table = page.getByRole('table', { name: /^Table 1/ });
  const rows = async () => (await table.getByRole('row').allTextContents()).map((words) => words.replaceAll(/[\u2066-\u2069]/g, ''));
  // By hand: (34 + 41 + 29 + 52) / 4 = 39; 3 of 5 are women.
  await table.waitFor();
  let shown = await rows();
  assert.ok(shown.includes('Mean (range)39 (29–52)'), shown.join('|'));
  assert.ok(shown.includes('Missing1'), shown.join('|'));
  assert.ok(shown.includes('female3 (60%)'), shown.join('|'));
  await page.getByLabel('Grouped by').selectOption({ label: 'Gender' });
  await table.getByRole('columnheader', { name: /^.?male.? \(n = .?2/ }).first().waitFor();
  shown = await rows();
  // Women: 34 and 29, mean 31.5; men: 41 and 52, mean 46.5.
  assert.ok(shown.includes('Mean (range)39 (29–52)31.5 (29–34)46.5 (41–52)'), shown.join('|'));
  await page.getByText('What the table says').click();
  await page.getByRole('group', { name: 'Age' }).getByRole('checkbox', { name: 'Median (quartiles)' }).check();
  await page.getByRole('group', { name: 'Profession' }).getByRole('checkbox', { name: 'n (%)' }).uncheck();
  shown = await rows();
  // Of 29, 34, 41, 52: places 0.75, 1.5 and 2.25 are 32.75, 37.5 and 43.75.
  assert.ok(shown.some((row) => row.startsWith('Median (quartiles)37.5 (32.8–43.8)')), shown.join('|'));
  assert.ok(!shown.some((row) => row.startsWith('Pharmacist')), shown.join('|'));
  await look(page);
  await screenshot(page, 'table1');
  const file = async (as) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: as }).click()]);
    return readFileSync(await download.path());
  };
  assert.match((await file('Table (CSV)')).toString(), /"female","3 \(60%\)"/);
  const cells = (await rowsOf(await file('Excel (.xlsx)'))).map((row) => row.filter((cell) => cell !== null).join('|'));
  assert.ok(cells.includes('female|3 (60%)|3 (100%)|0 (0%)') && cells.some((row) => row.startsWith('Median (quartiles)|37.5 (32.8–43.8)|')), cells.join('\n'));
  const written = await pageOf(await file('Word (.docx)'));
  assert.match(written, /<table>/);
  assert.match(written, /<tr><td><p>female<\/p><\/td><td><p>3 \(60%\)<\/p><\/td><td><p>3 \(100%\)<\/p><\/td>/);
  await page.evaluate(() => {
    document.addEventListener('copy', (event) => { setTimeout(() => { window.copied = event.clipboardData.types.join(); }); window.html = event.clipboardData.getData('text/html'); });
  });
  await page.getByRole('button', { name: 'Copy the table' }).click();
  await page.getByText('The table was copied').waitFor();

  // Who referred whom: in the sheet and beside the chains; a circle is refused.
  await part(page, 'Recruitment').click();
  await page.getByRole('heading', { name: 'Nobody was referred yet' }).waitFor();
  const refer = (name, by) => page.getByRole('combobox', { name: `Who referred ${name}` }).selectOption({ label: by });
  await refer('P02', 'P01');
  await page.getByRole('heading', { name: /Chain 1: .?P01/ }).waitFor();
  await refer('P03', 'P02');
  await refer('P05', 'P04');
  await page.getByRole('heading', { name: /Chain 2: .?P04.?, 2 participants/ }).waitFor();
  await page.getByRole('link', { name: /P03.*Wave 2/ }).waitFor();
  await look(page);
  await screenshot(page, 'recruitment');
  await page.getByRole('link', { name: /P01.*Seed/ }).click();
  const options = await page.getByRole('combobox', { name: 'Referred by' }).locator('option').allTextContents();
  assert.deepEqual(options.map((words) => words.trim()), ['Nobody', 'P04', 'P05'], 'nobody whom P01 led to is offered');
  await says(page, 'P03', ['May be quoted', 'P02', 'P01', '2'], 4);

  // A scope of cases: by chain, everything else follows.
  await page.getByRole('combobox', { name: 'Give a whole document to it' }).selectOption({ label: 'nadia' });
  await page.getByRole('button', { name: /^Looking at/ }).click();
  const scope = page.getByRole('dialog');
  await scope.getByRole('group', { name: /Cases by .?Chain/ }).getByRole('checkbox', { name: /P01/ }).check();
  await look(page);
  await scope.getByRole('button', { name: 'Look at this' }).click();
  await page.getByText('3 of 5 cases').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.nav__link')].some((a) => /^Documents\s*1$/.test(a.textContent.trim())));
});

journey(test, 'a table is imported after a preview, from csv and from a workbook', {}, async ({ page }) => {
  await begin(page);
  await link(page, 'Cases').click();
  const bring = async (name, buffer) => {
    await page.getByLabel('Import a table').setInputFiles([{ name, mimeType: 'text/csv', buffer }]);
    const dialog = page.getByRole('dialog', { name: new RegExp('Import cases from') });
    await dialog.waitFor();
    return dialog;
  };
  let dialog = await bring('people.csv', Buffer.from('who;Age;Consent form\nP01;34;yes\nP02;41;no\n'));
  await dialog.getByText('2 new cases:').waitFor();
  await dialog.getByText(/Age \(Number\) · Consent form \(Yes or no\)/).waitFor();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await sheet(page).getByRole('rowheader', { name: 'P02' }).waitFor();
  await says(page, 'P02', ['P02', '41', 'no']);

  dialog = await bring('people.xlsx', xlsx([['who', 'age', 'Town'], ['p01', '35', 'Marrow'], ['P03', '28', '']]));
  await dialog.getByText('1 new case:').waitFor();
  await dialog.getByText('1 value changes').first().waitFor();
  assert.deepEqual(await dialog.getByRole('row').nth(1).locator('th, td').allTextContents(), ['P01', 'Age', '34', '35']);
  await look(page);
  await screenshot(page, 'cases-import');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await sheet(page).getByRole('rowheader', { name: 'P03' }).waitFor();
  await says(page, 'P01', ['P01', '35', 'yes', 'Marrow']);
  await page.keyboard.press('Control+z');
  await sheet(page).getByRole('rowheader', { name: 'P03' }).waitFor({ state: 'detached' });
  await says(page, 'P01', ['34'], 1);
});

journey(test, 'the sheet in Arabic: arrows follow the line, and the table has its words', { locale: 'ar' }, async ({ page }) => {
  const say = words('ar');
  await page.getByRole('button', { name: say('start-step-create') }).click();
  await page.getByLabel(say('create-name'), { exact: true }).fill('دراسة');
  await page.getByLabel(say('create-coder'), { exact: true }).fill('ل م');
  await page.getByRole('button', { name: say('create-do') }).click();
  await page.getByRole('navigation').getByRole('link', { name: /^الحالات/ }).first().click();
  const grid = page.getByRole('grid', { name: 'الحالات' });
  for (const name of ['ليلى', 'عمر']) {
    await page.getByLabel('اسم حالة جديدة').fill(name);
    await page.keyboard.press('Enter');
    await grid.getByRole('rowheader', { name }).waitFor();
  }
  for (const [name, kind] of [['العمر', 'عدد'], ['المهنة', 'نص']]) {
    await page.getByRole('button', { name: 'سمة جديدة' }).click();
    const ask = page.getByRole('dialog', { name: 'سمة جديدة' });
    await ask.getByLabel('الاسم').fill(name);
    await ask.getByLabel('النوع').selectOption({ label: kind });
    await ask.getByRole('button', { name: 'إضافة' }).click();
    await grid.getByRole('columnheader', { name: new RegExp(`^${name}`) }).waitFor();
  }
  // The next column is to the left.
  await grid.getByRole('rowheader', { name: 'ليلى' }).click();
  await press(page, 'ArrowLeft');
  await write(page, '٣٤');
  await press(page, 'Tab');
  await write(page, 'ممرضة');
  await press(page, 'Enter', 'ArrowRight');
  await write(page, '٤٠');
  await press(page, 'Enter');
  const cells = async (n) => (await grid.locator(`[data-row="${n}"] [data-col]`).allTextContents()).map((words) => words.trim());
  assert.deepEqual((await cells(0)).slice(0, 3), ['ليلى', '٣٤', 'ممرضة']);
  assert.equal((await cells(1))[1], '٤٠');
  assert.equal(await grid.locator('[aria-invalid=true]').count(), 0, 'Arabic digits are numbers');
  await look(page);
  await screenshot(page, 'cases-arabic');
  await grid.locator('[data-row="1"] [data-col="4"]').click();
  await press(page, 'F2');
  await page.locator('[data-editor]').selectOption({ label: 'ليلى' });
  await press(page, 'Enter');
  await page.getByRole('link', { name: 'الاستقطاب' }).click();
  await page.getByRole('heading', { name: /السلسلة/ }).waitFor();
  await look(page);
  await screenshot(page, 'recruitment-arabic');
  await page.getByRole('link', { name: /^الجدول/ }).click();
  await page.getByRole('table').waitFor();
  await look(page);
  await screenshot(page, 'table1-arabic');
});

journey(test, 'five hundred cases of thirty attributes scroll and are reached by keys', {}, async ({ page }) => {
  await begin(page);
  await link(page, 'Cases').click();
  const head = ['who', ...Array.from({ length: 30 }, (_, n) => `A${n + 1}`)].join(',');
  const lines = Array.from({ length: 500 }, (_, n) => [`P${String(n + 1).padStart(3, '0')}`, ...Array.from({ length: 30 }, (_, m) => n + m)].join(','));
  await page.getByLabel('Import a table').setInputFiles([{ name: 'all.csv', mimeType: 'text/csv', buffer: Buffer.from([head, ...lines].join('\n')) }]);
  const dialog = page.getByRole('dialog', { name: new RegExp('Import cases from') });
  await dialog.getByText('500 new cases:').waitFor();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await page.getByText('500 of 500 cases').waitFor();
  assert.equal(await sheet(page).getAttribute('aria-rowcount'), '501');
  assert.ok(await sheet(page).locator('[data-row]').count() < 80, 'only rows near the view are made');
  await sheet(page).getByRole('rowheader', { name: 'P001' }).click();
  await press(page, 'Control+End');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row="499"]'));
  await press(page, 'Home', 'ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '499');
  await press(page, 'PageUp', 'Control+Home');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row="0"]'));
  // Scrolled by the wheel, rows come into view; what has the focus keeps it.
  await sheet(page).hover();
  await page.mouse.wheel(0, 6000);
  await page.waitForFunction(() => {
    const grid = document.querySelector('[role=grid]').getBoundingClientRect();
    const at = document.elementFromPoint(grid.left + 40, grid.top + grid.height / 2);
    return Number(at?.closest('[data-row]')?.dataset.row) > 100;
  });
  await press(page, 'ArrowDown');
  await page.waitForFunction(() => document.activeElement?.closest('[data-row="1"]'));
});

journey(test, 'a long name of an attribute leaves heads above their columns', {}, async ({ page }) => {
  await begin(page);
  await link(page, 'Cases').click();
  await addCase(page, 'P01');
  await attribute(page, 'Age', 'Number');
  await attribute(page, 'Whether they work in health care at present, in whatever place', 'Yes or no');
  const starts = (cells) => cells.evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  const heads = await starts(sheet(page).getByRole('columnheader'));
  const cells = await starts(sheet(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'P01' }) }).locator('[role=rowheader], [role=gridcell]'));
  assert.deepEqual(heads, cells);
});
