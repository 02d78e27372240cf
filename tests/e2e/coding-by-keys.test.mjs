// Coding by keys, line by line as the text is laid out, and what is said on the way: what Enter will do, what was taken
// back, what is being coded, and the way back to the list that a quotation was opened out of.
import assert from 'node:assert/strict';
import test from 'node:test';
import { journey } from './lib/emic.mjs';
import { begin, bringIn, codeTree, coded, drag, exportOpen, link, listen, panel, pick, picker, place, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const times = (n, key) => Array(n).fill(key);

/** Where the marks of a quotation's words stand. */
const lines = (page, words) => text(page).getByRole('mark').filter({ hasText: words }).first()
  .evaluate((mark) => [...mark.getClientRects()].map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));

async function withText(page, files = { 'nadia.txt': said.join('\n\n') }) {
  await begin(page);
  await bringIn(page, files);
  await text(page).focus();
}

/** The words of the one quotation that is new since the last time. */
function newest(page) {
  let known = new Set();
  return async () => {
    await saved(page);
    const { quotations } = JSON.parse(await exportOpen(page));
    const fresh = quotations.filter(({ id }) => !known.has(id));
    known = new Set(quotations.map(({ id }) => id));
    assert.equal(fresh.length, 1);
    await text(page).focus();
    return fresh[0].exact;
  };
}

journey(test, 'Up and Down go by the lines on the page and keep the column, Home and End to a line\'s ends', {}, async ({ page }) => {
  await withText(page);
  const fresh = newest(page);
  // The end of a word in the first line of a long paragraph, and what stands below it.
  await press(page, 'Control+Home', 'Control+ArrowDown', ...times(5, 'Control+ArrowRight'), 'w', 'q');
  const [above] = await lines(page, await fresh());
  await press(page, 'ArrowDown', 'w', 'q');
  const [below] = await lines(page, await fresh());
  assert.ok(below.top > above.top + 15 && below.top < above.top + 50, 'it is in the next line');
  assert.ok(above.right > below.left - 15 && above.right < below.right + 15, `below ${above.right} stands ${below.left} to ${below.right}`);
  // Down over a paragraph's end and a short line, and up again, it is where it was.
  await press(page, 'Escape', ...times(7, 'ArrowDown'), ...times(7, 'ArrowUp'), 'w', 'q');
  await page.getByRole('banner').getByText('1 document · 2 quotations').waitFor();
  // A whole line.
  await press(page, 'Escape', 'Home', 'Shift+End', 'q');
  const line = await fresh();
  assert.ok(said[1].includes(line) && !said[1].startsWith(line), line);
  const [whole, ...more] = await text(page).getByRole('mark').evaluateAll((marks, top) => marks
    .flatMap((mark) => [...mark.getClientRects()]).map((rect) => rect.top).filter((found) => found > top + 15), below.top);
  assert.deepEqual([whole, more], [undefined, []], 'nothing below that line is marked');
  // From column to column over two lines; then from here to the document's end.
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'Control+ArrowRight', 'Shift+ArrowDown', 'q');
  const block = await fresh();
  assert.ok(said[3].includes(block) && block.length > 40 && block.length < 110, block);
  await press(page, 'Control+End', 'Control+ArrowUp', 'Control+Shift+End', 'q');
  assert.equal(await fresh(), said.at(-1));
  // Word after word, sentence after sentence.
  await press(page, 'Control+Home', 'Control+ArrowDown', 's', 'Shift+S', 'q');
  assert.ok((await fresh()).endsWith('that we would be compensated.'));
});

journey(test, 'lines from right to left: Down keeps the column there too', {}, async ({ page }) => {
  const arabic = 'ليلى: أُغلِق الطريق في الشتاء، ثم بقينا ننتظر في البيت القديم ولم يأتِ أحد حتى الربيع، وكنا نسمع الشاحنات في الليل فقط ولا نراها أبدًا في النهار، وكانت أمي تقول إن الماء سيرتفع حتى السقف قبل أن يعود أحد إلى الوادي.';
  await withText(page, { 'leila.txt': `Interviewer: When?\n\n${arabic}` });
  const fresh = newest(page);
  await press(page, 'Control+Home', 'Control+ArrowDown', ...times(3, 'Control+ArrowLeft'), 'w', 'q');
  const [above] = await lines(page, await fresh());
  await press(page, 'ArrowDown', 'w', 'q');
  const [below] = await lines(page, await fresh());
  assert.ok(below.top > above.top + 15, 'it is in the next line');
  // The cursor stood at the word's end, which is at its left.
  assert.ok(above.left > below.left - 15 && above.left < below.right + 15, `below ${above.left} stands ${below.left} to ${below.right}`);
});

journey(test, 'a drag of the mouse takes whole words in, with Alt it is exact', {}, async ({ page }) => {
  await withText(page);
  for (const words of ['ashed the flo', 'laugh']) await (await drag(page, words)).getByRole('button', { name: 'Quotation only' }).click();
  await page.keyboard.down('Alt');
  await drag(page, 'orry came at sev');
  await page.keyboard.up('Alt');
  await page.getByRole('toolbar', { name: 'Code the selection' }).getByRole('button', { name: 'Quotation only' }).click();
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)).map(([words]) => words), ['washed the floors', 'orry came at sev', 'laugh']);
});

journey(test, 'the picker says what Enter will do, and what was undone can be redone from its notice', {}, async ({ page }) => {
  await withText(page);
  const { hears } = await listen(page);
  await press(page, 'Control+Home', 'Control+ArrowDown', 's', 'c');
  await (await picker(page)).getByRole('combobox').fill('Announcement');
  await (await picker(page)).getByText('create “Announcement”', { exact: true }).waitFor();
  await press(page, 'Enter');
  await hears('Announcement applied');
  // The beginning of its name: Enter takes the code that is there, and says so; the new name has keys of its own.
  await press(page, 'Control+ArrowDown', 's', 'c');
  await (await picker(page)).getByRole('combobox').fill('Announce');
  await (await picker(page)).getByText('apply “Announcement”', { exact: true }).waitFor();
  await (await picker(page)).getByText('create “Announce”', { exact: true }).waitFor();
  await press(page, 'ArrowDown');
  assert.equal(await (await picker(page)).getByText('create “Announce”', { exact: true }).count(), 1, 'said once');
  await press(page, 'ArrowUp', 'Control+Enter');
  await hears('Announce applied');
  assert.equal(await codeTree(page).getByRole('treeitem').count(), 2);
  // Enter that comes with the last letter, before the list is drawn anew: what was typed is meant, not the first row.
  await press(page, 'Control+ArrowDown', 's', 'c');
  await (await picker(page)).getByRole('combobox').evaluate((input) => {
    input.value = 'Warning';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'Warning', inputType: 'insertText' }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
  });
  await hears('Warning applied');
  assert.deepEqual((await codeTree(page).getByRole('treeitem').allInnerTexts()).length, 3);
  await press(page, 'Control+z');
  assert.equal(await codeTree(page).getByRole('treeitem').count(), 2);
  // Taken back by key: a notice says what, and takes that back in turn; one notice, however often.
  const notices = page.getByRole('region', { name: 'Notifications' });
  await press(page, 'Control+z');
  await notices.getByText(/^Undone: code “Announce” applied/).waitFor();
  await press(page, 'Control+z');
  await notices.getByText(/^Undone: code “Announcement” applied/).waitFor();
  assert.equal(await notices.getByRole('button', { name: 'Redo', exact: true }).count(), 1);
  await notices.getByRole('button', { name: 'Redo', exact: true }).click();
  await notices.getByText(/^Redone: code “Announcement” applied/).waitFor();
  await page.getByRole('banner').getByText('1 document · 1 quotation', { exact: true }).waitFor();
  // The keys are shown from the text and from beside it, and a question mark can still be typed.
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await text(page).focus();
  await press(page, '?');
  await help.getByText('One line up or down').waitFor();
  await press(page, 'Escape');
  await help.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'New code' }).focus();
  await press(page, '?');
  await help.waitFor();
  await press(page, 'Escape');
  await help.waitFor({ state: 'detached' });
  // A new code that is thought better of gives the focus back.
  for (const key of ['Escape', 'Enter']) {
    await press(page, 'Enter');
    await page.getByRole('textbox', { name: 'New code' }).and(page.locator(':focus')).waitFor();
    await press(page, key);
    await page.getByRole('button', { name: 'New code' }).and(page.locator(':focus')).waitFor();
  }
  // What a notice offers holds until something else is done: then it goes.
  await page.getByRole('banner').getByRole('button', { name: /^Undo: / }).click();
  await notices.getByText(/^Undone/).waitFor();
  await page.getByRole('button', { name: 'New code' }).click();
  await page.getByRole('textbox', { name: 'New code' }).fill('Another');
  await press(page, 'Enter');
  await notices.getByText(/^Undone/).waitFor({ state: 'detached', timeout: 3000 });
  await page.getByRole('textbox', { name: 'Filter codes' }).fill('');
  await page.keyboard.type('?');
  assert.equal(await page.getByRole('textbox', { name: 'Filter codes' }).inputValue(), '?');
});

journey(test, 'what is beside the text is about what is being coded, and leads back to the list it came from', {}, async ({ page }) => {
  await withText(page);
  await press(page, 'Control+Home', 'Control+ArrowDown', 'p', 'c');
  await pick(page, 'Announcement');
  await panel(page).getByRole('button', { name: 'Show all of it' }).waitFor();
  // Something else is selected: that is the subject now.
  await drag(page, 'a house is only stones');
  const next = page.getByRole('region', { name: 'New passage' });
  await next.getByText('a house is only stones').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Show all of it' }).count(), 0);
  await text(page).focus();
  await press(page, 'c');
  await pick(page, 'House');
  await panel(page).getByText('a house is only stones').waitFor();
  assert.equal(await next.count(), 0);

  // Out of a list, and back to where one was in it.
  await link(page, 'Quotations').click();
  await page.getByRole('treeitem', { name: /House/ }).click();
  await page.getByRole('heading', { level: 1, name: 'House' }).waitFor();
  await page.getByRole('link', { name: 'Open at ¶ 6' }).click();
  await panel(page).getByText('a house is only stones').waitFor();
  await page.getByRole('link', { name: 'Back to the quotations of “House”' }).click();
  await page.getByRole('heading', { level: 1, name: 'House' }).waitFor();
  await page.getByRole('link', { name: 'Open at ¶ 6' }).waitFor();
  await link(page, 'Read and code').click();
  await text(page).waitFor();
  assert.equal(await page.getByRole('link', { name: /^Back to/ }).count(), 0, 'a document that is just opened comes from no list');
  const { start } = await place(page, 'a house is only stones');
  assert.ok(start.y > 0);
});

journey(test, 'where nothing can be changed a comment is read as what it is: words', {}, async ({ page }) => {
  await withText(page);
  await press(page, 'Control+Home', 'Control+ArrowDown', 's', 'c');
  await pick(page, 'Announcement');
  await panel(page).getByLabel('Comment').fill('Who wrote the letter?');
  await press(page, 'Tab');
  await saved(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await text(other).waitFor();
  await text(other).focus();
  await press(other, 'Control+Home', 'n');
  await panel(other).getByText('Who wrote the letter?').waitFor();
  assert.equal(await panel(other).getByRole('textbox').count(), 0);
  await other.close();
});

journey(test, 'a key is about what is selected when it is pressed, however soon after the mouse', {}, async ({ page }) => {
  await withText(page);
  // The cursor stands elsewhere.
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown');
  const words = 'a house is only stones';
  const { start, end } = await place(page, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.press('q');
  await text(page).getByRole('mark').filter({ hasText: words }).waitFor();
  assert.deepEqual(coded(await exportOpen(page)).map(([exact]) => exact), [words]);
});
