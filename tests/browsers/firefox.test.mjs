// The main job in Firefox, from an empty browser to the project taken away and brought back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { journey, screenshot } from '../e2e/lib/emic.mjs';
import { begin, codeTree, coded, drag, exportOpen, link, listen, openImport, panel, pick, place, saved, text } from '../e2e/lib/study.mjs';
import { pdfText, said } from '../e2e/lib/transcript.mjs';
import { words } from '../e2e/lib/words.mjs';

const engine = 'firefox';

/** Where something is once it has come to rest: two looks, a moment apart, that agree. */
async function atRest(page, where) {
  for (let before = null; ; await page.waitForTimeout(100)) {
    const now = JSON.stringify(await where());
    if (now === before) return JSON.parse(now);
    before = now;
  }
}

journey(test, 'Firefox: a text is tidied, coded, found again, taken away as a file and brought back', { engine }, async ({ page }) => {
  assert.match(await page.evaluate(() => navigator.userAgent), /Firefox\/\d+/);
  const keys = async (...all) => { for (const key of all) await page.keyboard.press(key); };

  // A text whose lines were cut by a typesetter.
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles({ name: 'nadia.txt', mimeType: 'text/plain', buffer: Buffer.from(pdfText()) });
  const preview = dialog.getByRole('region', { name: /^Preview of/ });
  for (const rule of ['Join wrapped lines', 'Undo line-end hyphens', 'Drop page headers and notices']) {
    const toggle = preview.getByRole('switch', { name: new RegExp(`^${rule} · [1-9]`) });
    assert.equal(await toggle.isChecked(), true, `${rule} is suggested`);
  }
  await dialog.getByRole('button', { name: 'Bring in 1 document' }).click();
  await dialog.waitFor({ state: 'detached' });
  const article = text(page);
  await article.waitFor();
  const paragraphs = async () => (await article.getByRole('paragraph').allTextContents()).map((words) => words.trim()).filter((words) => words);
  assert.deepEqual(await paragraphs(), said);

  // By keyboard: a paragraph, a sentence in its own words, a word with the last code.
  const { hears } = await listen(page);
  await article.focus();
  await keys('Control+Home', 'Control+ArrowDown', 'p', 'c');
  await pick(page, 'Announcement');
  await hears(`Announcement applied to ${said[1].split(' ').length} words`);
  assert.equal(await article.evaluate((element) => element === document.activeElement), true, 'the focus is back in the text');
  await keys('Control+Home', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 's', 'v');
  await hears('Nadia: They said nothing at first applied to 6 words');
  await keys('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'w', 'r');
  await hears('Nadia: They said nothing at first applied to 1 word');

  // By mouse: through the bar and the picker, by a code in the tree, and dragged from the tree.
  await (await drag(page, 'a house is only stones')).getByRole('button', { name: 'Code…' }).click();
  await pick(page, 'House');
  await hears('House applied to 5 words');
  await drag(page, 'I would say the evenings');
  await codeTree(page).getByRole('treeitem', { name: /Announcement/ }).click();
  await hears('“Announcement” applied');
  await drag(page, 'When the water is low');
  const at = await atRest(page, () => place(page, 'When the water is low'));
  const row = await atRest(page, () => codeTree(page).getByRole('treeitem', { name: /House/ }).boundingBox());
  await page.mouse.move(row.x + 60, row.y + row.height / 2);
  await page.mouse.down();
  await page.mouse.move(row.x + 20, row.y + row.height / 2, { steps: 3 });
  await page.mouse.move((at.start.x + at.end.x) / 2, at.start.y, { steps: 8 });
  await page.mouse.up();
  await hears('House applied to 5 words');

  // The quotation's panel: its words copied, a comment typed. Its end is dragged on by a word.
  await place(page, 'a house is only stones');
  await article.getByRole('button', { name: 'House', exact: true }).first().click();
  await panel(page).getByRole('button', { name: 'Copy the words' }).click();
  await hears('The words are on the clipboard');
  await panel(page).getByLabel('Comment').click();
  await page.keyboard.type('What is a house made of?');
  await page.keyboard.press('Tab');
  await hears('Comment kept');
  const from = await place(page, 'a house is only stones');
  const to = await place(page, 'but she washed');
  await page.mouse.move(from.end.x + 1, from.end.y);
  await page.mouse.down();
  await page.mouse.move(to.end.x - 20, to.end.y, { steps: 4 });
  await page.mouse.move(to.end.x, to.end.y, { steps: 4 });
  await page.mouse.up();
  await hears('Quotation resized');
  await screenshot(page, 'firefox-reader');

  // Found by its code.
  await link(page, 'Quotations').click();
  await page.getByRole('treeitem', { name: /House/ }).click();
  await page.getByRole('heading', { level: 1, name: 'House' }).waitFor();
  const cards = page.getByRole('article', { name: /^Quotation from/ });
  assert.deepEqual(await cards.getByRole('mark').allTextContents(), ['a house is only stones, but she washed', 'When the water is low']);
  await screenshot(page, 'firefox-quotations');
  await cards.last().getByRole('link', { name: /^Open at ¶/ }).click();
  await panel(page).getByText('When the water is low').waitFor();

  // Taken back and done again; a reload finds everything.
  await article.focus();
  await keys('Control+z', 'Control+z');
  await page.getByRole('button', { name: /^Redo: / }).waitFor();
  await keys('Control+Shift+Z', 'Control+Shift+Z');
  await page.getByRole('button', { name: 'Nothing to redo' }).waitFor();
  const expected = [
    [said[1], ['Announcement']],
    ['Nadia: They said nothing at first.', ['Nadia: They said nothing at first']],
    ['signed', ['Nadia: They said nothing at first']],
    ['a house is only stones, but she washed', ['House']],
    ['I would say the evenings', ['Announcement']],
    ['When the water is low', ['House']],
  ];
  await saved(page);
  await page.reload();
  await article.waitFor();
  assert.deepEqual(await paragraphs(), said);
  await page.getByRole('banner').getByText('1 document · 6 quotations').waitFor();
  const first = await exportOpen(page);
  assert.deepEqual(coded(first), expected);
  assert.equal(JSON.parse(first).quotations.filter(({ comment }) => comment === 'What is a house made of?').length, 1);

  // Deleted here, and brought back from the file.
  const projects = page.getByRole('list', { name: 'Projects in this browser' });
  const ask = async (name) => {
    await page.getByRole('button', { name: /^More actions for/ }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await page.getByRole('link', { name: 'All projects' }).click();
  await projects.waitFor();
  await ask('Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click();
  await projects.waitFor({ state: 'detached' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import project file' }).click(),
  ]);
  await chooser.setFiles({ name: 'valley.json', mimeType: 'application/json', buffer: first });
  await projects.getByRole('link', { name: 'Leaving Marrow Valley' }).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), ask('Export project (JSON)')]);
  assert.match(download.suggestedFilename(), /^Leaving Marrow Valley \d{4}-\d\d-\d\d\.json$/);
  assert.equal(readFileSync(await download.path(), 'utf8'), first.toString(), 'the same bytes go out again');
});

journey(test, 'Firefox: an Arabic text is coded in the Arabic interface, which is kept', { engine }, async ({ page }) => {
  const say = words('ar');
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.waitForFunction(() => document.documentElement.dir === 'rtl' && document.documentElement.lang === 'ar');
  await page.reload();
  await page.getByRole('button', { name: say('start-step-create') }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl', 'the choice is kept');
  const dialog = page.getByRole('dialog', { name: say('create-title') });
  await dialog.getByLabel(say('create-name')).fill(say('create-name-example'));
  await dialog.getByLabel(say('create-coder')).fill('ل م');
  await dialog.getByRole('button', { name: say('create-do') }).click();

  await page.getByRole('button', { name: say('reader-empty-import') }).first().click();
  const bringing = page.getByRole('dialog', { name: say('import-heading') });
  await bringing.getByLabel(say('import-paste')).fill('ليلى: أُغلِق الطريق في الشتاء، ثم بقينا ننتظر.');
  await bringing.getByRole('button', { name: say('import-use-paste') }).click();
  await bringing.getByRole('button', { name: 'إضافة وثيقة واحدة' }).click();
  await bringing.waitFor({ state: 'detached' });

  // In a paragraph from right to left the left arrow leads on.
  const article = page.getByRole('article').first();
  await article.focus();
  for (const key of ['Control+Home', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowRight', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'c']) await page.keyboard.press(key);
  const open = page.getByRole('dialog', { name: say('picker-title') });
  await open.getByRole('combobox', { name: say('picker-field') }).fill('إغلاق');
  await page.keyboard.press('Enter');
  await open.waitFor({ state: 'detached' });
  assert.equal(await article.getByRole('mark').first().textContent(), 'أُغلِق الطريق');
  // What to write in an empty field from right to left is seen.
  const comment = page.getByRole('textbox', { name: say('quotation-comment'), exact: true });
  assert.ok(await comment.evaluate((field) => field.placeholder && field.scrollWidth <= field.clientWidth), 'the example lies within its field');
  await screenshot(page, 'firefox-arabic');
});
