// The text is corrected after it was coded: what is coded stays on its words, what a change touches is said, and each
// correction can be undone, is listed, and follows into other tabs.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, link, listen, pick, place, saved, text } from './lib/study.mjs';
import { words } from './lib/words.mjs';

const AMINA = [
  'I: What happened at the fence?',
  'Amina: We wiated there all day and nobody came.',
  'Amina: Then we left for the village.',
].join('\n\n');
const SALMA = ['س: ماذا حدث عند السياج؟', 'سلمى: كنا نتنظر عند السياج حتى المغيب.'].join('\n\n');

const edit = (page, say = words('en')) => page.getByRole('button', { name: say('action-edit-text'), exact: true });
const field = (page) => page.locator('.passage__words');
const status = (page) => page.locator('.passage__touched [role=status]');
const save = (page, say = words('en')) => page.locator('.passage__form').getByRole('button', { name: say('save'), exact: true });
const mark = (page, said) => text(page).locator('mark', { hasText: said });
const undo = (page) => page.getByRole('button', { name: /^Undo: / });

async function code(page, said, name) {
  await drag(page, said);
  await page.keyboard.press('c');
  await pick(page, name);
  await mark(page, said).first().waitFor();
}

/** Opens the field of the paragraph that holds these words. */
async function open(page, said) {
  await text(page).locator('.said', { hasText: said }).click();
  await field(page).waitFor();
}

/** Opens the field of a paragraph and puts other words into it. */
async function correct(page, said, from, to) {
  await open(page, said);
  const before = await field(page).inputValue();
  assert.ok(before.includes(from), before);
  await field(page).fill(before.replace(from, to));
}

async function study(page) {
  await begin(page);
  await bringIn(page, { 'amina.txt': AMINA });
  await code(page, 'wiated there all day', 'Waiting');
  await code(page, 'nobody came', 'Absence');
}

/** The corrections of the document on show, as the list of documents shows them. */
async function compare(page) {
  await page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem', { name: /amina/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: words('en')('documents-compare'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: words('en')('documents-compare-title') });
  await dialog.waitFor();
  return dialog;
}

journey(test, 'a typo within a coded passage: the code stays on its words, in the file, after undo and a reload', {}, async (emic) => {
  let { page } = emic;
  await study(page);
  await edit(page).click();
  await page.getByRole('region', { name: words('en')('edit-title') }).waitFor();
  await open(page, 'wiated there');
  assert.equal(await field(page).inputValue(), 'Amina: We wiated there all day and nobody came.');
  await mark(page, 'wiated').waitFor({ state: 'hidden' });
  assert.equal(await save(page).isDisabled(), true, 'nothing is changed yet');
  await screenshot(page, 'editing a paragraph');
  await axe(page);
  await field(page).fill('Amina: We waited there all day and nobody came.');
  await status(page).getByText('1 change.').waitFor();
  await page.getByLabel(words('en')('edit-why')).fill('misheard');
  await save(page).click();
  await mark(page, /^waited there all day$/).waitFor();
  await mark(page, /^nobody came$/).waitFor();
  assert.equal(await field(page).count(), 0);

  // In the file: the words now, what they were, and why they changed.
  await saved(page);
  const file = JSON.parse(await exportOpen(page));
  assert.deepEqual(coded(JSON.stringify(file)), [['waited there all day', ['Waiting']], ['nobody came', ['Absence']]]);
  const [document] = file.documents;
  assert.ok(document.text.includes('We waited there') && document.source.imported.includes('We wiated there'));
  assert.equal(document.revisions.length, 1);
  assert.equal(document.revisions[0].why, 'misheard');
  assert.deepEqual(document.revisions[0].back.map(([, , before]) => before), ['ia']);
  assert.equal(file.quotations.find(({ exact }) => exact === 'nobody came').prefix, 'Amina: We waited there all day and '.slice(-32), 'context too');
  assert.equal(file.history.at(-1).actions[0].kind, 'text-edited');

  await undo(page).click();
  await mark(page, 'wiated there all day').waitFor();
  await page.getByRole('button', { name: /^Redo: / }).click();
  await mark(page, 'waited there all day').waitFor();
  await saved(page);
  page = await emic.restart(new URL(page.url()).hash);
  await mark(page, /^waited there all day$/).waitFor();

  const dialog = await compare(page);
  await dialog.getByRole('heading', { name: '1 correction of the text' }).waitFor();
  await dialog.getByText('misheard').waitFor();
  await dialog.getByText('LM').waitFor();
  assert.deepEqual(await dialog.locator('del').allTextContents(), ['ia', 'ia'], 'once as a correction, once as imported');
  assert.deepEqual(await dialog.locator('ins').allTextContents(), ['ai', 'ai']);
  await axe(page);
  await screenshot(page, 'editing compared');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await link(page, 'History').click();
  await page.getByText(/Text of .*amina.* corrected in .*1.* place.*: .*misheard/).first().waitFor();
  await link(page, 'Search').click();
  const search = page.getByRole('textbox', { name: 'Search documents, comments and codes' });
  await search.fill('waited there');
  await page.getByRole('list', { name: 'What was found' }).getByText('waited there').first().waitFor();
});

journey(test, 'what touches an edge is said, and what would be emptied is asked', {}, async ({ page }) => {
  await study(page);
  await edit(page).click();
  // A word right before the passage.
  await correct(page, 'wiated there', 'We wiated', 'We only wiated');
  await status(page).getByText(/Touches the edge of .*1.* quotation/).waitFor();
  await page.locator('.passage__list').getByText(/wiated there all day.* stays as it is/).waitFor();
  await screenshot(page, 'editing an edge');
  // Elsewhere nothing is opened before this is saved or let go.
  await text(page).locator('.said', { hasText: 'for the village' }).click();
  await page.getByText(words('en')('edit-unsaved')).first().waitFor();
  assert.equal(await field(page).count(), 1);
  // What is not saved is still there after one was elsewhere.
  await link(page, 'History').click();
  await field(page).waitFor({ state: 'detached' });
  await link(page, 'Read and code').click();
  await field(page).waitFor();
  assert.equal(await field(page).inputValue(), 'Amina: We only wiated there all day and nobody came.');
  await status(page).getByText(/Touches the edge of .*1.* quotation/).waitFor();
  await field(page).press('Escape');
  await mark(page, 'wiated there all day').waitFor();

  await correct(page, 'wiated there', ' and nobody came', '');
  await page.getByRole('alert').getByText(/Would leave .*1.* quotation without a word/).waitFor();
  assert.equal(await save(page).isDisabled(), true);
  await screenshot(page, 'editing empties');
  await axe(page);
  await page.getByLabel('Delete it with its codes and comments').check();
  await save(page).click();
  await text(page).getByText('all day.').waitFor();
  await mark(page, 'nobody came').waitFor({ state: 'detached' });
  await mark(page, 'wiated there all day').waitFor();
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)), [['wiated there all day', ['Waiting']]]);
  await undo(page).click();
  await mark(page, 'nobody came').waitFor();
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)), [['wiated there all day', ['Waiting']], ['nobody came', ['Absence']]]);
});

journey(test, 'by keys: a paragraph is split and joined again, and turns stay who speaks', {}, async ({ page }) => {
  await study(page);
  const voice = await listen(page);
  await edit(page).focus();
  await page.keyboard.press('Enter');
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Enter');
  await field(page).waitFor();
  assert.equal(await field(page).inputValue(), 'Amina: We wiated there all day and nobody came.');
  // Split before "and".
  await field(page).evaluate((area) => area.setSelectionRange(area.value.indexOf('and'), area.value.indexOf('and')));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await voice.hears('Text corrected');
  await text(page).locator('.said', { hasText: /^and nobody came\.$/ }).waitFor();
  await mark(page, /^nobody came$/).waitFor();
  // Joined again: Backspace at the start of the second.
  await page.waitForFunction(() => document.activeElement?.classList.contains('reader__text'));
  await page.keyboard.press('Enter');
  await field(page).waitFor();
  assert.equal(await field(page).inputValue(), 'and nobody came.');
  await field(page).press('Home');
  await page.keyboard.press('Backspace');
  assert.equal(await field(page).inputValue(), 'Amina: We wiated there all day and nobody came.');
  await page.keyboard.press('Control+Enter');
  await voice.hears('Text corrected');
  await mark(page, /^wiated there all day$/).waitFor();
  // Keys of coding mean nothing now; Escape leaves.
  await page.keyboard.press('c');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: words('en')('edit-title') }).waitFor({ state: 'detached' });
  await saved(page);
  const file = JSON.parse(await exportOpen(page));
  assert.equal(file.documents[0].text.trim(), AMINA);
  assert.deepEqual(coded(JSON.stringify(file)), [['wiated there all day', ['Waiting']], ['nobody came', ['Absence']]]);
});

journey(test, 'in Arabic, on a narrow page, in the dark', { locale: 'ar', colorScheme: 'dark', viewport: { width: 390, height: 800 } }, async ({ page }) => {
  const say = words('ar');
  await page.getByRole('button', { name: say('start-step-create') }).click();
  await page.getByLabel(say('create-name'), { exact: true }).fill('السياج');
  await page.getByLabel(say('create-coder'), { exact: true }).fill('ل');
  await page.getByRole('button', { name: say('create-do') }).click();
  await page.getByRole('main').getByRole('button', { name: say('reader-empty-import') }).click();
  await page.getByLabel(say('choose-files')).setInputFiles({ name: 'salma.txt', mimeType: 'text/plain', buffer: Buffer.from(SALMA) });
  await page.getByRole('dialog').locator('button.btn--primary:enabled').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const article = page.locator('.reader__text');
  const { start, end } = await place(page, 'نتنظر عند السياج', article);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('toolbar', { name: say('reader-bar') }).waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('combobox').fill('انتظار');
  await page.keyboard.press('Enter');
  await article.locator('mark', { hasText: 'نتنظر عند السياج' }).waitFor();
  await edit(page, say).click();
  await article.locator('.said', { hasText: 'نتنظر' }).click();
  const before = await field(page).inputValue();
  await field(page).fill(before.replace('نتنظر', 'ننتظر'));
  await status(page).getByText('تغيير واحد').waitFor();
  await screenshot(page, 'editing in Arabic');
  await axe(page);
  assert.equal(await field(page).evaluate((area) => getComputedStyle(area).direction), 'rtl');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');
  await save(page, say).click();
  await article.locator('mark', { hasText: /^ننتظر عند السياج$/ }).waitFor();
  await page.getByRole('button', { name: say('done'), exact: true }).click();
  await page.locator('.edit-bar').waitFor({ state: 'detached' });
});

journey(test, 'another tab follows, and cannot edit itself', {}, async (emic) => {
  const { page } = emic;
  await study(page);
  await saved(page);
  const other = await emic.context.newPage();
  other.setDefaultTimeout(15_000);
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Read only', exact: true }).waitFor();
  await mark(other, 'wiated there all day').waitFor();
  assert.equal(await edit(other).count(), 0);
  await page.bringToFront();
  await edit(page).click();
  await correct(page, 'wiated there', 'wiated', 'waited');
  await save(page).click();
  await mark(page, 'waited there all day').waitFor();
  await mark(other, 'waited there all day').waitFor();
  await undo(page).click();
  await mark(other, 'wiated there all day').waitFor();
  await page.getByRole('button', { name: /^Redo: / }).click();
  await mark(other, 'waited there all day').waitFor();
  await other.close();
});

journey(test, 'in a long text one stays where one corrects', {}, async ({ page }) => {
  await begin(page);
  const long = Array.from({ length: 400 }, (_, n) => `P${n % 2}: Paragraph ${n + 1} of a long conversation, in which somebody tells at length what hapened on that day and on the next.`);
  await bringIn(page, { 'long.txt': long.join('\n\n') });
  await edit(page).click();
  const here = text(page).locator('.said', { hasText: 'Paragraph 251 of' });
  await here.scrollIntoViewIfNeeded();
  await here.click();
  await field(page).waitFor();
  const top = (await field(page).boundingBox()).y;
  await field(page).fill((await field(page).inputValue()).replace('hapened', 'happened'));
  await field(page).press('Control+Enter');
  await text(page).locator('.said', { hasText: /Paragraph 251 of .* happened/ }).waitFor();
  await page.waitForFunction(() => document.activeElement?.classList.contains('reader__text'));
  const after = (await text(page).locator('.said', { hasText: 'Paragraph 251 of' }).boundingBox()).y;
  assert.ok(after > 60 && after < 760, `the paragraph is in view: ${after}`);
  assert.ok(Math.abs(after - top) < 160, `and about where the field was: ${top} and ${after}`);
  assert.equal(await page.evaluate(() => [...document.querySelectorAll('.said')].filter((said) => /hapened/.test(said.textContent)).length > 0), true);
});
