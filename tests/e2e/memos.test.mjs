// Memos: written by mouse and by keys, linked, compared, read as a journal, taken along; and quotations that say
// something of each other.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, codePassage as code, link, panel, saved } from './lib/study.mjs';

const TEXT = `We waited at the fence all day, and nobody told us why.

In the evening a woman came with water and said that the road was closed.
`;

const WIDTHS = [[1366, 820], [390, 800]];

const words = (page) => page.getByRole('article').getByLabel('Words', { exact: true });

async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

journey(test, 'a memo is written, linked, found, read as a journal, exported, deleted and brought back', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'amina.txt': TEXT });
  await code(page, 'waited at the fence', 'Waiting');

  await link(page, 'Memos').click();
  await page.getByRole('heading', { name: 'No memos yet' }).waitFor();
  await look(page);
  await screenshot(page, 'memos-empty');
  await page.getByRole('button', { name: 'Write the first memo' }).click();
  await page.getByRole('article').getByLabel(/^Title/).fill('What waiting does');
  await page.keyboard.press('Enter');
  await page.getByLabel('Kind', { exact: true }).last().selectOption('reflexive');

  // A link by the keyboard alone: what is chosen takes the place of what was typed.
  await words(page).click();
  await page.keyboard.type('# First thoughts\n\nThey *wait*, see @');
  await page.getByRole('dialog', { name: 'Insert a link' }).waitFor();
  await page.keyboard.type('waiting');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  await page.keyboard.type(' <b>bold</b> and [[');
  await page.getByRole('dialog', { name: 'Insert a link' }).waitFor();
  await page.keyboard.type('amina');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  assert.match(await words(page).inputValue(), /see \[\[code:[0-9a-f-]{36}\|Waiting\]\] <b>bold<\/b> and \[\[document:[0-9a-f-]{36}\|amina\]\]$/);
  await look(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  const memo = page.getByRole('article', { name: 'What waiting does' });
  await memo.getByRole('heading', { name: 'First thoughts' }).waitFor();
  await memo.getByText('<b>bold</b>').waitFor();
  assert.equal(await memo.locator('.memo__words b').count(), 0, 'no markup of the words becomes markup of the page');
  await look(page);
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height });
    // Until drawers have come to rest.
    await page.waitForTimeout(500);
    await screenshot(page, `memos-read-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 820 });
  await memo.getByRole('link', { name: 'Waiting' }).click();
  await page.waitForURL(/\/codes\//);
  await page.goBack();

  // A draft is kept when one goes elsewhere.
  await words(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' And more.');
  await link(page, 'History').click();
  await page.getByText('Words of the memo “What waiting does” changed').first().waitFor();
  await link(page, 'Memos').click();
  await page.getByRole('list', { name: 'Memos' }).getByText('And more.').waitFor();

  // Filters.
  await page.getByLabel('Search in the memos').fill('nothing like it');
  await page.getByText('Nothing found').first().waitFor();
  await page.getByRole('button', { name: 'Show all memos' }).click();
  await page.getByLabel('Kind', { exact: true }).selectOption('field-note');
  assert.equal(await page.getByRole('list', { name: 'Memos' }).count(), 0);
  await page.getByLabel('Kind', { exact: true }).selectOption('reflexive');
  await page.getByRole('list', { name: 'Memos' }).getByText('What waiting does').waitFor();
  await screenshot(page, 'memos-list');
  await look(page);
  await page.getByRole('button', { name: 'Journal' }).click();
  await page.getByRole('heading', { name: 'First thoughts' }).waitFor();
  await look(page);

  // As files.
  const file = async (name) => {
    await page.getByRole('button', { name: 'Export memos' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    return (await readFile(await download.path())).toString('utf8');
  };
  assert.match(await file('Text with headings'), /## What waiting does\n\n- Kind: Reflexive\n[^]*They \*wait\*, see Waiting <b>bold<\/b> and amina And more\./);
  assert.match(await file('Table'), /"What waiting does","Reflexive"/);

  // Search finds its words.
  await saved(page);
  await link(page, 'Search').click();
  await page.getByRole('main').getByRole('textbox', { name: /^Search/ }).fill('and more');
  await page.getByRole('link', { name: /In a memo/ }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);

  await page.getByRole('button', { name: 'Delete memo' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('heading', { name: 'First thoughts' }).waitFor();
});

journey(test, 'a memo is written on what is at hand and stays when that goes', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'amina.txt': TEXT });
  await code(page, 'waited at the fence', 'Waiting');
  await link(page, 'Codebook').click();
  await page.getByRole('main').getByRole('treeitem', { name: /Waiting/ }).click();
  await page.getByRole('button', { name: 'Memo', exact: true }).click();
  await page.waitForURL(/\/memos\/[0-9a-f-]{36}$/);
  await page.getByRole('article', { name: 'On Waiting' }).waitFor();
  await words(page).fill('It has no end.');
  await link(page, 'Codebook').click();
  await page.getByRole('main').getByRole('treeitem', { name: /Waiting/ }).click();
  await page.getByRole('button', { name: 'Memos: 1' }).click();
  await page.getByText('Only memos on Waiting').waitFor();
  await page.getByRole('list', { name: 'Memos' }).getByText('It has no end.').waitFor();
  await link(page, 'Codebook').click();
  await page.getByRole('main').getByRole('treeitem', { name: /Waiting/ }).click();
  await page.getByRole('article').getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: /Delete/ }).click();
  await link(page, 'Memos').click();
  await page.getByRole('button', { name: 'Show all memos' }).click();
  await page.getByRole('list', { name: 'Memos' }).getByText('Waiting (removed)').waitFor();
});

journey(test, 'a quotation is linked to another one, which is shown at both and listed', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'amina.txt': TEXT });
  await code(page, 'waited at the fence', 'Waiting');
  await code(page, 'the road was closed', 'Reasons');
  await panel(page).getByRole('button', { name: 'Link to another quotation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link to another quotation' });
  await dialog.getByLabel('This quotation …').selectOption('contradicts');
  await dialog.getByLabel('Words of the quotation, or its document').fill('fence');
  await look(page);
  await screenshot(page, 'memos-link');
  await page.keyboard.press('Enter');
  await panel(page).getByText('contradicts →').waitFor();
  await look(page);
  await panel(page).getByRole('link', { name: '“waited at the fence”' }).click();
  await panel(page).getByText('← contradicts this one:').waitFor();

  // The other way round, by going to it, and with words of one's own.
  await panel(page).getByRole('button', { name: 'Link to another quotation' }).click();
  await dialog.getByLabel('This quotation …').selectOption('Another one…');
  await dialog.getByLabel('How it stands to the other one').fill('comes before');
  await dialog.getByRole('button', { name: 'Go to it in the text instead' }).click();
  await panel(page).getByText('Now choose the other quotation').waitFor();
  await panel(page).getByRole('link', { name: '“the road was closed”' }).click();
  await panel(page).getByRole('button', { name: 'Link to this one' }).click();
  await panel(page).getByText('← comes before this one:').waitFor();

  await link(page, 'Memos').click();
  await page.getByRole('button', { name: 'Links' }).click();
  await page.getByRole('main').getByText('comes before').waitFor();
  await screenshot(page, 'memos-links');
  await look(page);
  await page.getByRole('button', { name: 'Remove this link' }).first().click();
  await page.waitForFunction(() => document.querySelectorAll('main li').length === 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.waitForFunction(() => document.querySelectorAll('main li').length === 2);
});

journey(test, 'a memo in Arabic', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'amina.txt': TEXT });
  await saved(page);
  await page.evaluate(() => {
    location.hash = location.hash.replace(/\/read.*/, '/memos');
  });
  await page.getByRole('button', { name: 'Write the first memo' }).waitFor();
  await page.locator('#language').click();
  await page.getByRole('heading', { name: 'لا مذكّرات بعد' }).waitFor();
  await look(page);
  await page.getByRole('button', { name: 'اكتب أول مذكّرة' }).click();
  const field = page.getByRole('article').getByLabel('النص', { exact: true });
  await field.click();
  await page.keyboard.type('# أول الفكر\n\nالانتظار **ليس** فراغًا، انظر @');
  await page.getByRole('dialog', { name: 'إدراج رابط' }).waitFor();
  await page.keyboard.type('amina');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  await page.getByRole('button', { name: 'معاينة' }).click();
  await page.getByRole('heading', { name: 'أول الفكر' }).waitFor();
  await page.getByRole('article').getByRole('link', { name: 'amina' }).waitFor();
  await look(page);
  for (const [width, height] of WIDTHS) {
    await page.setViewportSize({ width, height });
    // Until drawers have come to rest.
    await page.waitForTimeout(500);
    await screenshot(page, `memos-arabic-${width}`);
  }
});
