// Participants: a sheet filled by keys, the mouse and the clipboard; what may be quoted; a withdrawal; table 1; who
// referred whom.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, exportOpen, link, saved } from './lib/study.mjs';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

const sheet = (page) => page.getByRole('grid', { name: 'Cases' });

/** The words of the cells of a row, without the buttons in them. */
const row = async (page, name) => {
  const cells = sheet(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }).locator('[data-col]');
  return (await cells.allTextContents()).map((words) => words.trim());
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
  await axe(page);

  // Typing overwrites, Enter goes down, Tab on; a letter chooses from a list; what does not fit is kept and marked.
  await sheet(page).getByRole('rowheader', { name: 'P01' }).click();
  await press(page, 'ArrowRight');
  await page.keyboard.type('34');
  await press(page, 'Enter');
  await page.keyboard.type('about 40');
  await press(page, 'Tab', 'm', 'Tab', 'n', 'Enter');
  assert.deepEqual((await row(page, 'P01')).slice(0, 4), ['P01', '34', '', '']);
  assert.deepEqual((await row(page, 'P02')).slice(0, 4), ['P02', 'about 40', 'male', 'No']);
  await page.getByText('1 value does not fit its column').waitFor();
  assert.equal(await sheet(page).locator('[aria-invalid=true]').textContent(), 'about 40');
  await axe(page);

  // F2 edits what is there, Escape leaves it, Home and End go along the row.
  await press(page, 'Home', 'ArrowUp', 'ArrowRight', 'F2');
  await page.keyboard.type('1');
  await press(page, 'Escape');
  assert.equal((await row(page, 'P02'))[1], 'about 40');
  await press(page, 'F2', 'End', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace', 'Backspace');
  await page.keyboard.type('41');
  await press(page, 'Enter');
  assert.equal((await row(page, 'P02'))[1], '41');

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
  await axe(page);
  await ask.getByRole('button', { name: 'Paste all' }).click();
  await sheet(page).getByRole('rowheader', { name: 'P05' }).waitFor();
  assert.deepEqual((await row(page, 'P04')).slice(0, 5), ['P04', '29', 'male', 'no', 'Doctor']);
  assert.deepEqual((await row(page, 'P03')).slice(0, 5), ['P03', '52', 'female', 'yes', 'Nurse']);

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
