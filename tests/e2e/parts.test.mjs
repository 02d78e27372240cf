// Parts of a document that belong to cases: split at headings, given by selection, taken back; and the cases.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, drag, link, text } from './lib/study.mjs';

const LONG = 'They had come over the pass in the autumn with what could be carried, and spoke of the road as of somebody '
  + 'whom they had known well and did not miss, while the kettle was filled again and again by the youngest of them.';

/** Four people's stories in one article. */
const NEWS = ['Four who stayed', LONG, 'The pharmacist', `${LONG} “We counted the boxes twice,” he said.`, LONG,
  'The driver', LONG, 'طالبة الطب', 'في ذلك الشتاء كنا نقرأ الرسائل القديمة بصوت عال حول المدفأة الوحيدة في البيت، وكانت '
    + 'أمي تقول إن الثلج لن يذوب قبل أن نحفظ كل ما كتبه الغائبون لنا عن الطريق والجسر.'].join('\n\n');

const parts = (page) => page.locator('.bracket');

async function open(page) {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Parts and cases');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Cases in/ });
  await dialog.waitFor();
  return dialog;
}

/** What axe says once nothing fades or moves any more. */
async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

journey(test, 'an article is split at its headings into four cases, and that is taken back', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'news.txt': NEWS });
  const dialog = await open(page);
  await look(page);
  await dialog.getByRole('button', { name: 'Split at headings' }).click();
  const split = page.getByRole('dialog', { name: 'Split at headings' });
  const names = split.getByLabel(/^Case of section/);
  assert.deepEqual(await names.evaluateAll((fields) => fields.map((field) => field.value)),
    ['Four who stayed', 'The pharmacist', 'The driver', 'طالبة الطب']);
  await look(page);
  await screenshot(page, 'parts-split');
  await names.nth(1).fill('P02');
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await split.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.querySelectorAll('.bracket').length === 4);
  const [first, second] = await parts(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(first.height > 40 && second.top >= first.bottom - 1, 'brackets stand beside their parts');
  await screenshot(page, 'parts-reader');
  await look(page);

  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await page.waitForFunction(() => document.querySelectorAll('.bracket').length === 0);
  await page.getByRole('button', { name: /^Redo/ }).first().click();
  await page.waitForFunction(() => document.querySelectorAll('.bracket').length === 4);

  // A quoted expert within one of them: the new part cuts the older one.
  const bar = await drag(page, '“We counted the boxes twice,”');
  await bar.getByRole('button', { name: 'Give to a case…' }).click();
  const give = page.getByRole('dialog', { name: 'Give to a case' });
  await look(page);
  await give.getByLabel('Case').fill('Supplier');
  await give.getByRole('button', { name: 'Give', exact: true }).click();
  await page.waitForFunction(() => document.querySelectorAll('.bracket').length === 6);

  // Removed in the list.
  const list = await open(page);
  await list.getByRole('button', { name: 'Remove the part of Supplier' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.bracket').length === 5);
  await list.getByRole('combobox', { name: /^The whole document/ }).selectOption({ label: 'The driver' });
  await list.getByRole('button', { name: 'Done' }).click();

  // The cases, with what belongs to each.
  await link(page, 'Cases').click();
  const grid = page.getByRole('grid', { name: 'Cases' });
  await grid.getByRole('rowheader', { name: 'P02' }).waitFor();
  // What belongs to each, and its quotations.
  const row = async (name) => {
    const cells = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }).getByRole('gridcell');
    return (await cells.allTextContents()).slice(-2);
  };
  assert.deepEqual(await row('P02'), ['2', '0']);
  assert.deepEqual(await row('The driver'), ['2', '0']);
  assert.deepEqual(await row('Supplier'), ['0', '0']);
  await look(page);
  await page.getByRole('link', { name: 'Details of The driver' }).click();
  await page.getByText('whole document').waitFor();
  await look(page);
  await screenshot(page, 'cases');
  await page.getByRole('link', { name: 'Details of Supplier' }).click();
  await page.getByRole('button', { name: 'Delete “Supplier”' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await grid.getByRole('rowheader', { name: 'Supplier' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Details of The driver' }).click();
  await page.getByText('whole document').waitFor();
  await page.locator('.belongs').getByRole('link', { name: 'news' }).last().click();
  await text(page).waitFor();
});

journey(test, 'cases are added, renamed, and given to those who speak', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.txt': 'Interviewer: Who came?\nAmina: All of them came at night.\n\nInterviewer: And then?\nAmina: We drank tea.\n' });
  await link(page, 'Cases').click();
  await page.getByRole('heading', { name: 'No cases yet' }).waitFor();
  await look(page);
  await page.getByLabel('Name of a new case').fill('Household 7');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Details of Household 7' }).click();
  await page.getByRole('button', { name: 'Rename “Household 7”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename “Household 7”' });
  await dialog.getByLabel('Case').fill('Household 8');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('rowheader', { name: 'Household 8' }).waitFor();
  await page.getByRole('combobox', { name: 'Case of Amina in talk' }).selectOption({ label: 'New case “Amina”' });
  await page.getByRole('rowheader', { name: 'Amina' }).waitFor();
  const cells = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Amina' }) }).getByRole('gridcell');
  assert.deepEqual((await cells.allTextContents()).slice(-2), ['1', '0'], 'one speaker, no quotation');
});
