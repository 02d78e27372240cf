// The main job, as a person does it: a text comes in and is tidied, ten passages are coded by keyboard and by mouse,
// resized, commented on, taken back and done again, and found by their code.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, codeTree, coded, drag, exportOpen, link, listen, openImport, panel, pick, picker, place, saved, text } from './lib/study.mjs';
import { pdfText, said } from './lib/transcript.mjs';

async function withTranscript(page) {
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles({ name: 'nadia.txt', mimeType: 'text/plain', buffer: Buffer.from(pdfText()) });
  await dialog.getByRole('button', { name: 'Bring in 1 document' }).click();
  await text(page).waitFor();
}

journey(test, 'a hard-wrapped text comes in tidied and is read as it was said', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles({ name: 'nadia.txt', mimeType: 'text/plain', buffer: Buffer.from(pdfText()) });
  const preview = dialog.getByRole('region', { name: /^Preview of/ });
  await preview.waitFor();
  for (const rule of ['Join wrapped lines', 'Undo line-end hyphens', 'Drop page headers and notices']) {
    const toggle = preview.getByRole('switch', { name: new RegExp(`^${rule} · [1-9]`) });
    assert.equal(await toggle.isChecked(), true, `${rule} is suggested`);
  }
  await preview.getByLabel('Title').fill('Nadia');
  await dialog.getByRole('button', { name: 'Bring in 1 document' }).click();
  await dialog.waitFor({ state: 'detached' });
  const article = page.getByRole('article', { name: /^Text of Nadia/ });
  await article.waitFor();
  const paragraphs = await article.getByRole('paragraph').allTextContents();
  assert.deepEqual(paragraphs.map((words) => words.trim()).filter((words) => words), said);
  await page.getByRole('heading', { level: 1, name: 'Nadia' }).waitFor();
});

journey(test, 'ten passages are coded by keyboard and by mouse, changed, taken back and found again', {}, async (emic) => {
  const { page } = emic;
  await withTranscript(page);
  const { hears } = await listen(page);
  const article = text(page);
  const keys = async (...all) => { for (const key of all) await page.keyboard.press(key); };

  // By keyboard, with the app's own cursor. First a whole paragraph.
  await article.focus();
  await keys('Control+Home', 'Control+ArrowDown', 'p', 'c');
  await pick(page, 'Announcement');
  await hears(`Announcement applied to ${said[1].split(' ').length} words`);
  assert.equal(await article.evaluate((element) => element === document.activeElement), true, 'the focus is back in the text');
  // A sentence, whose words become the code.
  await keys('Control+Home', 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', 's', 'v');
  await hears('Nadia: They said nothing at first applied to 6 words');
  // One word, with the last code again.
  await keys('Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight', 'Control+ArrowRight', 'Control+ArrowRight', 'w', 'r');
  await hears('Nadia: They said nothing at first applied to 1 word');
  // Letters by Shift and arrows, without a code.
  await keys('Control+ArrowDown', 'Control+ArrowDown');
  for (let letter = 0; letter < 5; letter += 1) await page.keyboard.press('Shift+ArrowRight');
  await keys('q');
  await hears('Quotation of 1 word marked');
  // The paragraph that the cursor is in, without selecting, with a code that is there already.
  await keys('Control+ArrowDown', 'Control+ArrowDown', 'c');
  await pick(page, 'announ');
  await hears(`Announcement applied to ${said[9].split(' ').length} words`);

  // By mouse: drag, then the bar, then the picker.
  const bar = await drag(page, 'a house is only stones');
  await bar.getByRole('button', { name: 'Code…' }).click();
  const open = await picker(page);
  await open.getByRole('combobox').fill('House');
  await open.getByRole('option', { name: /Create “House”/ }).click();
  await hears('House applied to 5 words');
  // A whole paragraph by its number.
  await place(page, said[11]);
  await article.getByRole('button', { name: '12', exact: true }).click();
  await pick(page, 'Loss');
  await hears(/^Loss applied to \d+ words$/);
  // A click in the tree codes what is selected.
  await drag(page, 'I would say the evenings');
  await codeTree(page).getByRole('treeitem', { name: /Announcement/ }).click();
  await hears('“Announcement” applied');
  // A code is dragged from the tree onto the selection.
  await drag(page, 'When the water is low');
  const row = await codeTree(page).getByRole('treeitem', { name: /House/ }).boundingBox();
  const at = await place(page, 'When the water is low');
  await page.mouse.move(row.x + 60, row.y + row.height / 2);
  await page.mouse.down();
  await page.mouse.move(row.x + 20, row.y + row.height / 2, { steps: 3 });
  await page.mouse.move((at.start.x + at.end.x) / 2, at.start.y, { steps: 8 });
  await page.mouse.up();
  await hears('House applied to 5 words');
  // The words, with the button of the bar.
  await (await drag(page, 'they wait for the bell')).getByRole('button', { name: 'In vivo' }).click();
  await hears('they wait for the bell applied to 5 words');
  // A stripe is chosen, and its quotation gets one more code in the panel.
  await place(page, 'a house is only stones');
  await article.getByRole('button', { name: 'House', exact: true }).first().click();
  await panel(page).getByRole('button', { name: 'Add a code' }).click();
  await pick(page, 'Leaving');
  await hears('“Leaving” applied');

  const expected = [
    [said[1], ['Announcement']],
    ['Nadia: They said nothing at first.', ['Nadia: They said nothing at first']],
    ['signed', ['Nadia: They said nothing at first']],
    ['a house is only stones', ['House', 'Leaving']],
    ['Nadia', []],
    [said[9], ['Announcement']],
    [said[11], ['Loss']],
    ['I would say the evenings', ['Announcement']],
    ['When the water is low', ['House']],
    ['they wait for the bell', ['they wait for the bell']],
  ];
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)), expected);
  await page.getByRole('banner').getByText('1 document · 10 quotations').waitFor();
  await codeTree(page).getByRole('treeitem', { name: /Announcement.*3 quotations/ }).waitFor();
  await codeTree(page).getByRole('treeitem', { name: /House.*2 quotations/ }).waitFor();
  await screenshot(page, 'ten-passages');
  await axe(page);

  // Its end is dragged on by a word, then its beginning put back by one in the panel.
  const from = await place(page, 'a house is only stones');
  const to = await place(page, 'but she washed');
  await page.mouse.move(from.end.x + 1, from.end.y);
  await page.mouse.down();
  await page.mouse.move(to.end.x - 20, to.end.y, { steps: 4 });
  await page.mouse.move(to.end.x, to.end.y, { steps: 4 });
  await page.mouse.up();
  await hears('Quotation resized');
  await panel(page).getByRole('button', { name: 'Begin earlier' }).click();
  await hears('Now begins with: that a house is only');
  await panel(page).getByLabel('Comment').fill('Stones, floors: what is a house made of?');
  await page.keyboard.press('Tab');
  await hears('Comment kept');
  expected[3][0] = 'that a house is only stones, but she washed';
  const done = await exportOpen(page);
  assert.deepEqual(coded(done), expected);
  assert.equal(JSON.parse(done).quotations.filter(({ comment }) => comment === 'Stones, floors: what is a house made of?').length, 1);

  // Everything is taken back by key, and done again.
  await article.focus();
  for (let step = 0; step < 14; step += 1) {
    await keys('Control+z');
    await hears(/^Undone: /);
  }
  await page.getByRole('banner').getByText('1 document · 0 quotations').waitFor();
  assert.equal(await codeTree(page).getByRole('treeitem').count(), 0, 'the codes that were made on the way are gone too');
  while (await page.getByRole('button', { name: 'Nothing to undo' }).count() === 0) {
    await keys('Control+z');
    await hears(/^Undone: /);
  }
  await page.getByRole('banner').getByText('0 documents · 0 quotations').waitFor();
  while (await page.getByRole('button', { name: 'Nothing to redo' }).count() === 0) {
    await keys('Control+Shift+Z');
    await hears(/^Redone: /);
  }
  await saved(page);
  const again = JSON.parse(await exportOpen(page));
  const first = JSON.parse(done);
  for (const part of ['documents', 'codes', 'quotations']) assert.deepEqual(again[part], first[part], `${part} are as they were`);

  // The quotations of a code; to one in its place and back.
  await link(page, 'Quotations').click();
  await page.getByRole('heading', { level: 1, name: 'All quotations' }).waitFor();
  // The first ones are painted before the rest.
  await page.getByRole('article', { name: /^Quotation from/ }).nth(9).waitFor();
  assert.equal(await page.getByRole('article', { name: /^Quotation from/ }).count(), 10);
  await page.getByRole('treeitem', { name: /House/ }).click();
  await page.getByRole('heading', { level: 1, name: 'House' }).waitFor();
  await page.getByText('2 quotations in 1 document').waitFor();
  const cards = page.getByRole('article', { name: /^Quotation from/ });
  assert.deepEqual(await cards.getByRole('mark').allTextContents(), ['that a house is only stones, but she washed', 'When the water is low']);
  await cards.last().getByRole('link', { name: 'Open at ¶ 14' }).click();
  await panel(page).getByText('When the water is low').waitFor();
  await article.getByRole('mark').filter({ hasText: 'When the water is low' }).waitFor();
  const seen = await place(page, 'When the water is low');
  assert.ok(seen.start.y > 0 && seen.start.y < 800, 'the passage is in view');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'House' }).waitFor();
  assert.equal(await cards.count(), 2);
});
