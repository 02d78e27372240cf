// The codebook is worked on: what it says of a code and when, its versions, codes that are merged and split, sorted on the
// board and changed several at once, the content table, and the codebook as a file out and in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, codePassage as code, codeTree, coded, drag, exportOpen, link, listen, panel, picker, saved, text } from './lib/study.mjs';
import { pageOf, rowsOf } from './lib/office.mjs';
import { words } from './lib/words.mjs';

const TALK = `We left at night with two bags.

My mother stayed because of the garden.

The guards shouted at the bridge.

A neighbour hid us for a week.

Now the children sleep again.
`;

/** What axe says once nothing fades or moves any more. */
async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

async function study(page) {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  await code(page, 'We left at night', 'leaving');
  await code(page, 'My mother stayed', 'staying');
  await code(page, 'The guards shouted', 'threat');
  await code(page, 'A neighbour hid us', 'help');
  await code(page, 'the children sleep', 'rest');
}

const tree = (page) => page.getByRole('tree', { name: 'Codes of the codebook' });
const row = (page, name) => tree(page).getByRole('treeitem', { name: new RegExp(name) });
const part = (page, name) => page.getByRole('navigation', { name: 'Codebook' }).getByRole('link', { name, exact: true });
const sheet = (page, name) => page.getByRole('article', { name, exact: true });
const project = async (page) => JSON.parse(await exportOpen(page));
const codesOf = async (page) => Object.fromEntries((await project(page)).codes.map((one) => [one.name, one]));

journey(test, 'a code is told when to use it, and that is read while coding', {}, async ({ page }) => {
  await study(page);
  await link(page, 'Codebook').click();
  await row(page, 'threat').click();
  const entry = sheet(page, 'threat');
  const field = (name) => entry.getByRole('textbox', { name, exact: true });
  await field('Definition').fill('Somebody is put in fear.');
  await field('In full').fill('Any act or word by which somebody is put in fear.');
  await field('When to use it').fill('Words and acts of people.');
  await field('When not to use it').fill('Fear without anybody who causes it.');
  await entry.getByLabel('Status').selectOption({ label: 'In use' });
  await entry.getByLabel('Origin').selectOption({ label: 'From the data' });
  // A key that the app has itself is refused, with what it does; one that is free is taken.
  await field('Key').fill('c');
  await field('Key').press('Enter');
  await entry.getByText(/C is taken/).waitFor();
  await field('Key').fill('t');
  await field('Key').press('Enter');
  await entry.getByText(/C is taken/).waitFor({ state: 'detached' });
  await look(page);

  // Levels with names of the project's own.
  await page.getByRole('button', { name: 'Levels…' }).click();
  const levels = page.getByRole('dialog', { name: 'Levels of codes' });
  await levels.getByLabel('Begin with').selectOption({ label: 'Code, subcategory, category, theme' });
  await levels.getByLabel('Name of level 1').fill('Big theme');
  await look(page);
  await levels.getByRole('button', { name: 'Save' }).click();
  await levels.waitFor({ state: 'detached' });
  await entry.getByLabel('Level').selectOption({ label: 'Code' });

  // Another wording: the one before is kept, with why.
  await field('Definition').fill('Somebody is put in fear by someone.');
  await field('Definition').blur();
  const former = entry.getByText('1 earlier wording');
  await former.click();
  await entry.locator('ins', { hasText: 'by someone' }).waitFor();
  await entry.getByRole('textbox', { name: 'Why it was changed' }).fill('after the pilot');
  await entry.getByRole('textbox', { name: 'Why it was changed' }).blur();
  await screenshot(page, 'codebook-sheet');
  await look(page);

  // While coding: in the picker, in the tree, and by its key.
  await link(page, 'Read').click();
  const bar = await drag(page, 'Now the children');
  await bar.waitFor();
  await page.keyboard.press('c');
  const dialog = await picker(page);
  await dialog.getByRole('combobox').fill('threat');
  await dialog.getByText('Fear without anybody who causes it.').waitFor();
  await page.keyboard.press('Escape');
  const item = codeTree(page).getByRole('treeitem', { name: /threat/ });
  assert.match(await item.getAttribute('aria-description'), /Somebody is put in fear by someone\.\nWhen to use it: Words/);
  await drag(page, 'Now the children');
  await page.keyboard.press('t');
  await panel(page).getByText('threat', { exact: true }).first().waitFor();

  // A typical example with a weight, from the panel; then the file says all of it.
  await panel(page).getByRole('button', { name: 'Note why “threat” is here' }).click();
  const typical = panel(page).getByLabel('Typical example of “threat”');
  await typical.check();
  await panel(page).getByLabel('Weight').fill('70');
  await panel(page).getByLabel('Weight').press('Enter');
  await saved(page);
  const { threat } = await codesOf(page);
  assert.deepEqual([threat.definition, threat.use_when, threat.key, threat.status, threat.origin],
    ['Somebody is put in fear by someone.', 'Words and acts of people.', 'T', 'in-use', 'data']);
  assert.deepEqual(threat.former.map(({ text: of, words: said, why }) => [of, said, why]),
    [['definition', 'Somebody is put in fear.', 'after the pilot']]);
  assert.equal(threat.examples[0][2], 'typical');
  const file = await project(page);
  assert.equal(file.quotations.flatMap((q) => q.codings).find((one) => one.weight)?.weight, 70);
  assert.deepEqual(file.levels.map(({ name }) => name), ['Code', 'Subcategory', 'Category', 'Big theme']);
});

journey(test, 'codes are merged, several are changed at once, and versions tell what changed', {}, async ({ page }) => {
  await study(page);
  await link(page, 'Codebook').click();
  await part(page, 'Versions').click();
  await look(page);
  await page.getByRole('button', { name: 'Keep this version…' }).click();
  const keep = page.getByRole('dialog', { name: 'Keep this version…' });
  await keep.getByLabel('Name').fill('v1 before the pilot');
  await keep.getByRole('button', { name: 'Save' }).click();
  await page.getByText('v1 before the pilot').first().waitFor();
  await page.getByText('Nothing differs.').waitFor();

  await part(page, 'Codes').click();
  await page.getByLabel('Choose several').check();
  await row(page, 'threat').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: '2 codes chosen' }).waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Merge into one…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge codes into one' });
  await merge.getByLabel('Which one stays').selectOption({ label: 'help' });
  await merge.getByText('1 quotation gets “help”', { exact: false }).waitFor();
  await merge.getByText('2 quotations will have it in all.', { exact: false }).waitFor();
  await look(page);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await merge.waitFor({ state: 'detached' });
  await sheet(page, 'help').waitFor();
  assert.equal(await row(page, 'threat').count(), 0);
  // In one step back, and again.
  await page.keyboard.press('Control+z');
  await row(page, 'threat').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await row(page, 'threat').waitFor({ state: 'detached' });

  // Several put under one.
  await page.getByLabel('Choose several').check();
  await row(page, 'leaving').click();
  await row(page, 'staying').click();
  await page.getByLabel('Put under').selectOption({ label: 'rest' });
  await page.waitForFunction(() => [...document.querySelectorAll('.codebook [role=treeitem]')].filter((one) => one.getAttribute('aria-level') === '2').length === 2);
  await page.getByRole('button', { name: 'Done' }).click();
  // A code in two groups.
  await row(page, 'help').click();
  await sheet(page, 'help').getByLabel('List it under another code as well').selectOption({ label: 'rest' });
  await page.waitForFunction(() => [...document.querySelectorAll('.codebook [role=treeitem]')].filter((one) => one.textContent.includes('help')).length === 2);

  await part(page, 'Versions').click();
  await page.getByText('3 codes differ.').waitFor();
  for (const mark of ['removed', 'moved']) await page.getByText(mark, { exact: true }).first().waitFor();
  await look(page);
  await screenshot(page, 'codebook-versions');
  const file = await project(page);
  assert.deepEqual(coded(JSON.stringify(file)).map(([, codes]) => codes), [['leaving'], ['staying'], ['help'], ['help'], ['rest']]);
});

journey(test, 'a code is split by keys, and cards are sorted by mouse and keys', {}, async ({ page }) => {
  await study(page);
  await code(page, 'two bags', 'threat');
  await code(page, 'the garden', 'threat');
  await link(page, 'Codebook').click();
  await row(page, 'threat').click();
  await sheet(page, 'threat').getByRole('button', { name: 'Split…' }).click();
  await page.getByRole('heading', { name: 'Split “threat”' }).waitFor();
  const name = page.getByLabel('Name of a new code');
  await name.fill('things');
  await name.press('Enter');
  // From the new code the focus is on the quotation, and keys sort.
  await page.waitForFunction(() => document.activeElement?.dataset.split === 'card');
  await look(page);
  await page.getByLabel('Add a code that is there…').selectOption({ label: 'help' });
  const card = page.getByRole('group', { name: '1 of 3' });
  await card.getByText('two bags').waitFor();
  await card.focus();
  await page.keyboard.press('1');
  await page.getByRole('group', { name: '2 of 3' }).getByText('the garden').waitFor();
  await page.keyboard.press('2');
  await page.getByRole('group', { name: '3 of 3' }).waitFor();
  await page.keyboard.press('0');
  await screenshot(page, 'codebook-split');
  await page.getByRole('button', { name: 'Sort 2 quotations' }).click();
  await sheet(page, 'threat').waitFor();
  const sorted = async () => coded(await exportOpen(page)).map(([said, codes]) => [said, codes.join('+')]);
  const before = [['We left at night', 'leaving'], ['two bags', 'things'], ['My mother stayed', 'staying'],
    ['the garden', 'help'], ['The guards shouted', 'threat'], ['A neighbour hid us', 'help'], ['the children sleep', 'rest']];
  assert.deepEqual(await sorted(), before);

  // The board: a group by name, a card into it by mouse, another one by keys.
  await part(page, 'Sorting board').click();
  await look(page);
  await page.getByRole('button', { name: 'New group' }).click();
  await page.getByRole('textbox', { name: 'New group' }).fill('Movement');
  await page.keyboard.press('Enter');
  const group = page.getByRole('region', { name: 'Movement' });
  await group.waitFor();
  const face = (of) => page.getByRole('button', { name: new RegExp(`^${of}`) }).and(page.locator('.board__face'));
  const from = await face('leaving').boundingBox();
  const to = await group.boundingBox();
  await page.mouse.move(from.x + 20, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 8 });
  await page.mouse.up();
  await group.locator('.board__face', { hasText: 'leaving' }).waitFor();
  const said = await listen(page);
  await face('staying').focus();
  await page.keyboard.press('Space');
  await said.hears('taken up');
  for (let n = 0; n < 6; n++) {
    await page.keyboard.press('ArrowDown');
    if (await page.locator('.board__group--over[aria-label="Movement"]').count()) break;
  }
  await page.keyboard.press('Space');
  await group.locator('.board__face', { hasText: 'staying' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.name === 'staying');
  await look(page);
  await screenshot(page, 'codebook-board');
  const codes = await codesOf(page);
  assert.equal(codes.leaving.parent, codes.Movement.id);
  assert.equal(codes.staying.parent, codes.Movement.id);
  // Undone one by one, exactly.
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !document.querySelector('section[aria-label=Movement]').textContent.includes('staying'));
  assert.deepEqual(await sorted(), before);
});

journey(test, 'the content table is written in, and the codebook goes out and comes in', {}, async ({ page }) => {
  await study(page);
  await link(page, 'Codebook').click();
  await part(page, 'Content table').click();
  await page.getByLabel('Condensed wording, row 1').fill('Left by night');
  await page.getByLabel('Interpretation, row 1').fill('=flight');
  await page.getByLabel('Interpretation, row 1').blur();
  await look(page);
  await screenshot(page, 'codebook-content');
  const fetch = async (press, as = 'utf8') => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    return readFileSync(await download.path(), as);
  };
  const table = await fetch(() => page.getByRole('button', { name: 'Export as CSV' }).click());
  assert.match(table, /"talk","We left at night","Left by night","'=flight","leaving"/);

  await part(page, 'Codes').click();
  await row(page, 'help').click();
  await sheet(page, 'help').getByRole('textbox', { name: 'Definition', exact: true }).fill('What people do for others.');
  await sheet(page, 'help').getByRole('textbox', { name: 'Definition', exact: true }).blur();
  await sheet(page, 'help').getByRole('textbox', { name: 'In full', exact: true }).fill('=1+1');
  await sheet(page, 'help').getByRole('textbox', { name: 'In full', exact: true }).blur();
  const out = (name, as) => fetch(async () => {
    await page.getByRole('button', { name: 'Export, import' }).click();
    await page.getByRole('menuitem', { name }).click();
  }, as);
  const [head, ...codes] = await rowsOf(await out('Excel (.xlsx)', null));
  const told = Object.fromEntries(head.map((name, n) => [name, codes.find(([code]) => code === 'help')[n]]));
  assert.deepEqual([told.Code, told.Definition], ['help', 'What people do for others.']);
  assert.equal(told['In full'], '=1+1', 'words, and no formula');
  assert.deepEqual(codes.map(([code]) => code).sort(), ['help', 'leaving', 'rest', 'staying', 'threat']);
  const written = await pageOf(await out('Word (.docx)', null));
  assert.match(written, /<h1>(<a[^>]*><\/a>)?help<\/h1><p><strong>Definition: <\/strong>What people do for others\.<\/p>/);
  assert.match(await out(/CSV/), /"help","","","What people do for others\."/);
  assert.match(await out(/Markdown/), /## help\n\n- \*\*Definition:\*\* What people do for others\./);
  assert.match(await out(/HTML|page/i), /<dd lang="" dir="ltr">What people do for others\.<\/dd>/);

  const csv = 'Code,Parent,Definition,When not to use\nhelp,,Another definition,Help that is paid for\nnew one,help,Something new,\n,,nameless,\n';
  await page.locator('input[type=file][accept*=".xlsx"]').first().setInputFiles({ name: 'book.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const dialog = page.getByRole('dialog', { name: 'Import a codebook' });
  await dialog.getByText('1 new code.').waitFor();
  await dialog.getByText('1 row has no name').waitFor();
  await dialog.getByText('Stays as it is: Definition.').waitFor();
  await look(page);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const now = await codesOf(page);
  assert.deepEqual([now.help.definition, now.help.not_when], ['What people do for others.', 'Help that is paid for']);
  assert.equal(now['new one'].parent, now.help.id);
});

journey(test, 'the codebook in Arabic', { locale: 'ar' }, async ({ page }) => {
  const say = words('ar');
  await page.getByRole('button', { name: say('sample-open') }).click();
  await page.getByLabel(say('coder-new-name')).fill('QX');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('navigation', { name: say('project') }).getByRole('link', { name: new RegExp(`^${say('nav-codebook')}`) }).click();
  await page.getByRole('tree', { name: say('codebook-tree') }).getByRole('treeitem').nth(1).click();
  await page.getByRole('textbox', { name: say('book-use-when'), exact: true }).fill('حين يُذكر الخوف صراحة.');
  await page.getByRole('textbox', { name: say('book-use-when'), exact: true }).blur();
  await look(page);
  await screenshot(page, 'codebook-ar');
  const to = (key) => page.getByRole('navigation', { name: say('codebook') }).getByRole('link', { name: say(key), exact: true }).click();
  await to('board');
  await page.locator('.board__face').first().waitFor();
  await look(page);
  await screenshot(page, 'codebook-board-ar');
  await to('content');
  await page.getByLabel(say('content-condensed-of', { n: 1 }), { exact: true }).waitFor();
  await look(page);
  await to('versions');
  await page.getByRole('button', { name: say('versions-keep') }).click();
  const keep = page.getByRole('dialog', { name: say('versions-keep') });
  await keep.getByLabel(say('name')).fill('ن1');
  await keep.getByRole('button', { name: say('save') }).click();
  await page.getByText(say('versions-same')).waitFor();
  await look(page);
});
