// Two documents side by side: opened in every way there is, coded each by itself, gone to and fro by keys, kept in the
// address; one behind the other where there is little room. And what the scope leaves out.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, link, panel, pick, saved } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';
import { words } from './lib/words.mjs';

const WIDE = { viewport: { width: 1600, height: 900 } };
const SALMA = ['س: متى غادرتِ الوادي؟', 'ج: غادرتُ قبل الفجر، وأخي معي، ولم نأخذ إلا الصور.', 'س: ومن بقي؟', 'ج: بقي عمي وحده في البيت القديم.'].join('\n\n');
const NOTES = Array.from({ length: 40 }, (_, n) => `Note ${n + 1}. The road was ${n % 2 ? 'dry' : 'wet'} and the river stood at mark ${n + 1}.`).join('\n\n');
const FILES = { 'nadia.txt': said.join('\n\n'), 'notes.txt': NOTES, 'salma.txt': SALMA };

/** A pane, by its place: 0 or 1. */
const pane = (page, n) => page.locator('.pane').nth(n);
const article = (page, n) => pane(page, n).getByRole('article');
const panes = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('.pane article').length === wanted, count);
/** Waits until one is in a pane; the panels beside the text are about that one. */
const isIn = (page, n) => page.waitForFunction((at) => document.querySelectorAll('.pane')[at]?.classList.contains('pane--active'), n);
const focusIn = (page, n) => page.waitForFunction((at) => document.activeElement === document.querySelectorAll('.pane')[at]?.querySelector('article'), n);
/** Waits until the panes show documents of these titles. */
const shows = (page, ...titles) => page.waitForFunction(
  (wanted) => JSON.stringify([...document.querySelectorAll('.pane .reader__head h1')].map((title) => title.textContent)) === JSON.stringify(wanted), titles);
const quotations = async (page) => { await saved(page); return coded(await exportOpen(page)); };
const row = (page, name) => page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem', { name: new RegExp(name) });

/** Opens a document beside the one on show, by the menu of its row in the navigation. */
async function beside(page, name, say = words('en')) {
  await page.getByRole('tree', { name: say('documents') }).getByRole('treeitem', { name: new RegExp(name) }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: say('open-beside'), exact: true }).click();
}

/** No text runs out of the window. */
const fits = async (page) => assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the window');

async function study(page) {
  await begin(page);
  await bringIn(page, FILES);
  await row(page, 'nadia').click();
  await shows(page, 'nadia');
}

journey(test, 'by mouse: opened beside, coded each by itself, made wider, changed for another, closed, and back', WIDE, async ({ page }) => {
  await study(page);
  await beside(page, 'notes');
  await shows(page, 'nadia', 'notes');
  await isIn(page, 1);
  await page.getByRole('region', { name: 'Second document: notes' }).waitFor();
  await screenshot(page, 'panes two');
  await axe(page);

  // What is selected in one is coded there, by the bar; the panel is about it.
  const bar = await drag(page, 'river stood at mark 2', article(page, 1));
  await bar.getByRole('button', { name: 'Code…' }).click();
  await pick(page, 'Water');
  await panel(page).getByRole('button', { name: 'Take “Water” off' }).waitFor();
  await article(page, 1).getByRole('mark').waitFor();
  assert.equal(await article(page, 0).getByRole('mark').count(), 0);
  // The other one is gone into by a press; a code that is clicked is put on what is selected there.
  await drag(page, 'My father read it aloud', article(page, 0));
  await isIn(page, 0);
  assert.equal(await page.getByRole('toolbar', { name: 'Code the selection' }).count(), 1, 'one bar');
  await page.getByRole('tree', { name: /^Codes/ }).getByRole('treeitem', { name: /Water/ }).click();
  await article(page, 0).getByRole('mark').waitFor();
  // What is looked at in the other one still stands out there.
  assert.deepEqual(await page.evaluate(() => ['emic-chosen', 'emic-beside-chosen'].map((name) => [...CSS.highlights.get(name) ?? []].map(String))),
    [['My father read it aloud'], ['river stood at mark 2']]);
  await article(page, 1).getByRole('mark').click();
  await panel(page).getByText('river stood at mark 2').waitFor();
  await article(page, 0).getByRole('mark').click();
  await panel(page).getByText('My father read it aloud').waitFor();
  // Both with the one code, whatever order the export has.
  assert.deepEqual((await quotations(page)).toSorted(), [['My father read it aloud', ['Water']], ['river stood at mark 2', ['Water']]]);

  // The line between them.
  const line = pane(page, 1).getByRole('separator');
  const before = (await pane(page, 1).boundingBox()).width;
  const at = await line.boundingBox();
  await page.mouse.move(at.x + at.width / 2, at.y + 200);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2 - 90, at.y + 220, { steps: 4 });
  await page.mouse.up();
  const after = (await pane(page, 1).boundingBox()).width;
  assert.ok(Math.abs(after - before - 90) < 12, `${before} became ${after}`);

  // Another document in the pane that one is in, by its head and by the list; the other one stays.
  await pane(page, 1).getByRole('button', { name: 'notes: show another document here' }).click();
  await page.getByRole('dialog', { name: 'Show another document here' }).getByRole('option', { name: /salma/ }).click();
  await shows(page, 'nadia', 'salma');
  await row(page, 'notes').click();
  await shows(page, 'nadia', 'notes');
  await article(page, 0).click({ position: { x: 200, y: 10 } });
  await row(page, 'salma').click();
  await shows(page, 'salma', 'notes');
  await page.goBack();
  await shows(page, 'nadia', 'notes');
  await page.goBack();
  await shows(page, 'nadia', 'salma');
  // The address says it all: after loading it anew, and from another screen.
  await saved(page);
  await page.reload();
  await shows(page, 'nadia', 'salma');
  await link(page, 'Documents').click();
  await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
  await page.goBack();
  await shows(page, 'nadia', 'salma');
  await link(page, 'Read').click();
  await link(page, 'Documents').click();
  await link(page, 'Read').click();
  await shows(page, 'nadia', 'salma');
  // The first is closed: the second takes its place. Back brings both.
  await pane(page, 0).getByRole('button', { name: 'Close nadia' }).click();
  await shows(page, 'salma');
  await focusIn(page, 0);
  await page.goBack();
  await shows(page, 'nadia', 'salma');
  await pane(page, 1).getByRole('button', { name: 'Close salma' }).click();
  await shows(page, 'nadia');
  // A document that is deleted leaves a pane that says so.
  await beside(page, 'notes');
  await shows(page, 'nadia', 'notes');
  await row(page, 'notes').click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Delete…/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await pane(page, 1).getByText('This document is not there any more.').waitFor();
  await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo', exact: true }).last().click();
  await shows(page, 'nadia', 'notes');
});

journey(test, 'by keyboard: opened by name, gone to and fro, found and coded in one only, closed', WIDE, async ({ page }) => {
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await study(page);
  await article(page, 0).focus();
  // With one document the key is the browser's, and the palette says why.
  await press('F6', 'Control+k');
  await page.keyboard.type('other document');
  await page.getByRole('option', { name: /^Go to the other document/ }).getByText('Only one document is open').waitFor();
  await press('Escape');
  await press('Control+\\');
  const dialog = page.getByRole('dialog', { name: 'Open a document beside this one…' });
  await dialog.getByRole('combobox').waitFor();
  await axe(page);
  await page.keyboard.type('not');
  await press('Enter');
  await shows(page, 'nadia', 'notes');
  await focusIn(page, 1);
  // Keys act on the one that has the focus.
  await press('Control+Home', 's', 'c');
  await pick(page, 'Beginning');
  await press('F6');
  await focusIn(page, 0);
  await press('Control+Home', 'Control+ArrowDown', 's', 'r');
  await saved(page);
  assert.deepEqual((await quotations(page)).toSorted(), [['Nadia: It began with a letter.', ['Beginning']], ['Note 1.', ['Beginning']]]);
  // What is looked for is looked for in one.
  await article(page, 0).focus();
  await press('Control+f');
  await page.keyboard.type('the');
  await page.getByText(/^1 of \d\d$/).waitFor();
  assert.equal(await page.evaluate(() => CSS.highlights.has('emic-beside-found')), false);
  await press('F6');
  await focusIn(page, 1);
  await press('Control+f');
  await page.keyboard.type('dry');
  await pane(page, 1).getByText('1 of 20').waitFor();
  assert.match(await pane(page, 0).getByRole('search').innerText(), /1 of \d\d/);
  await press('Escape');
  await focusIn(page, 1);
  // The line between them by its keys.
  const line = pane(page, 1).getByRole('separator');
  await line.focus();
  const before = (await pane(page, 1).boundingBox()).width;
  await press('ArrowLeft', 'ArrowLeft');
  await page.waitForFunction((width) => document.querySelectorAll('.pane')[1].getBoundingClientRect().width > width + 20, before);
  assert.equal(await line.getAttribute('aria-valuenow'), '54');
  // To the details of the quotation and back into the text that it is of.
  await press('F6', 'F6');
  await focusIn(page, 1);
  await press('n', 'Space');
  await page.waitForFunction(() => document.activeElement.closest('[data-quotation-panel]'));
  await press('Escape');
  await focusIn(page, 1);
  // Closed by name.
  await press('Control+k');
  await page.keyboard.type('close pane');
  await page.getByRole('option', { name: /^Close this one/ }).first().waitFor();
  await press('Enter');
  await shows(page, 'nadia');
  await focusIn(page, 0);
});

journey(test, 'the same document twice: its end beside its beginning, and what is coded in one is in the other', WIDE, async ({ page }) => {
  await study(page);
  await row(page, 'notes').click();
  await shows(page, 'notes');
  await beside(page, 'notes');
  await shows(page, 'notes', 'notes');
  await focusIn(page, 1);
  await page.keyboard.press('Control+End');
  await page.waitForFunction(() => document.querySelectorAll('.pane__scroll')[1].scrollTop > 500);
  assert.equal(await page.locator('.pane__scroll').first().evaluate((element) => element.scrollTop), 0);
  await drag(page, 'river stood at mark 1', article(page, 0));
  await page.keyboard.press('q');
  await article(page, 0).getByRole('mark').waitFor();
  await article(page, 1).getByRole('mark').waitFor();
  // Each keeps its place while the other is closed.
  const place = await page.locator('.pane__scroll').nth(1).evaluate((element) => element.scrollTop);
  await page.waitForTimeout(400);
  await pane(page, 0).getByRole('button', { name: 'Close notes' }).click();
  await shows(page, 'notes');
  await page.waitForFunction((top) => document.querySelector('.pane__scroll').scrollTop > top / 2, place);
});

journey(test, 'a quotation of the list and a hit of the search are opened beside the text', WIDE, async ({ page }) => {
  await study(page);
  await drag(page, 'The lorry came at seven', article(page, 0));
  await page.keyboard.press('c');
  await pick(page, 'Leaving');
  await article(page, 0).getByRole('mark').first().waitFor();
  await row(page, 'salma').click();
  await shows(page, 'salma');
  await link(page, 'Quotations').click();
  await page.getByRole('main').getByRole('link', { name: 'Open beside' }).click();
  await shows(page, 'salma', 'nadia');
  await isIn(page, 1);
  await panel(page).getByText('The lorry came at seven').waitFor();
  const seen = await article(page, 1).getByRole('mark').first().evaluate((mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  assert.ok(seen, 'the quotation is in view');
  await pane(page, 1).getByRole('link', { name: 'Back to the list of quotations' }).waitFor();
  await pane(page, 1).getByRole('button', { name: 'Close nadia' }).click();
  await shows(page, 'salma');
  await link(page, 'Search').click();
  await page.getByRole('textbox', { name: 'Search documents, comments and codes' }).fill('mark 33');
  const hits = page.getByRole('list', { name: 'What was found' });
  await hits.getByRole('link', { name: 'Open beside' }).click();
  await shows(page, 'salma', 'notes');
  await pane(page, 1).getByRole('search').getByText('1 of 1').waitFor();
  await page.waitForFunction(() => [...CSS.highlights.get('emic-beside-found-here') ?? []].some((range) => range.toString() === 'mark 33'));
});

journey(test, 'where there is little room they are tabs; at 360 pixels too', { viewport: { width: 1200, height: 800 } }, async ({ page }) => {
  await study(page);
  await beside(page, 'notes');
  await shows(page, 'nadia', 'notes');
  const tabs = page.getByRole('tablist', { name: 'Documents on show' });
  const tab = (name) => tabs.getByRole('tab', { name });
  await tabs.getByRole('tab', { name: 'notes', selected: true }).waitFor();
  assert.equal(await article(page, 0).isVisible(), false);
  await focusIn(page, 1);
  await screenshot(page, 'panes tabs');
  await axe(page);
  // By mouse, by the keys of tabs, and by the key that leads to the other one.
  await tab('nadia').click();
  await article(page, 0).waitFor();
  assert.equal(await article(page, 1).isVisible(), false);
  await page.keyboard.press('ArrowRight');
  await tabs.getByRole('tab', { name: 'notes', selected: true }).waitFor();
  await page.keyboard.press('F6');
  await focusIn(page, 0);
  await page.setViewportSize({ width: 360, height: 700 });
  await fits(page);
  await drag(page, 'My father read it aloud', article(page, 0));
  await page.keyboard.press('c');
  await pick(page, 'Letter');
  await saved(page).catch(() => {});
  await screenshot(page, 'panes 360');
  await axe(page);
  await fits(page);
  await tab('notes').click();
  await article(page, 1).waitFor();
  assert.equal(await page.getByRole('region', { name: 'The chosen quotation' }).count(), 0, 'what is chosen in the other one is not in the way');
  await page.getByRole('button', { name: 'Close notes' }).click();
  await shows(page, 'nadia');
  await fits(page);
  // With room again.
  await page.goBack();
  await page.setViewportSize({ width: 1600, height: 800 });
  await page.getByRole('region', { name: 'First document: nadia' }).waitFor();
  await page.getByRole('region', { name: 'Second document: notes' }).waitFor();
});

journey(test, 'in Arabic: opened, gone to and fro, coded and closed', WIDE, async ({ page }) => {
  const say = words('ar');
  await study(page);
  await page.getByRole('button', { name: 'العربية' }).click();
  await page.locator('html[lang=ar]').waitFor();
  await shows(page, 'nadia');
  await beside(page, 'salma', say);
  await shows(page, 'nadia', 'salma');
  await focusIn(page, 1);
  const boxes = await Promise.all([0, 1].map((n) => pane(page, n).boundingBox()));
  assert.ok(boxes[1].x < boxes[0].x, 'the second stands to the left of the first');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('s');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: say('picker-title') });
  await dialog.getByRole('combobox').fill('رحيل');
  await page.keyboard.press('Enter');
  await article(page, 1).getByRole('mark').waitFor();
  await screenshot(page, 'panes ar');
  await axe(page);
  await page.keyboard.press('F6');
  await focusIn(page, 0);
  await page.setViewportSize({ width: 1100, height: 800 });
  const tabs = page.getByRole('tablist', { name: say('panes') });
  await tabs.getByRole('tab', { name: 'nadia', selected: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await tabs.getByRole('tab', { name: 'salma', selected: true }).waitFor();
  await axe(page);
  await page.setViewportSize({ width: 360, height: 700 });
  await fits(page);
  await screenshot(page, 'panes ar 360');
  await page.getByRole('button', { name: new RegExp(say('pane-close', { title: '.*salma.*' })) }).click();
  await shows(page, 'nadia');
});

journey(test, 'what the scope leaves out is not listed, and a text outside of it says so', WIDE, async ({ page }) => {
  await study(page);
  await page.getByRole('button', { name: 'Looking at: everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'What to look at' });
  await dialog.getByRole('checkbox', { name: 'salma' }).check();
  await dialog.getByRole('button', { name: 'Look at this' }).click();
  await row(page, 'nadia').waitFor({ state: 'detached' });
  assert.equal(await row(page, 'salma').count(), 1);
  await pane(page, 0).getByText('This document is outside what you are looking at.').waitFor();
  await screenshot(page, 'panes outside');
  await axe(page);
  // They are there to be shown.
  await page.getByRole('button', { name: '2 outside what you look at' }).click();
  await row(page, 'nadia').getByText('(outside what you look at)').waitFor();
  await axe(page);
  await beside(page, 'salma');
  await shows(page, 'nadia', 'salma');
  assert.equal(await page.getByText('This document is outside what you are looking at.').count(), 1, 'the other one is inside');
  await link(page, 'Documents').click();
  await page.getByRole('status').filter({ hasText: '2 outside what you look at' }).waitFor();
  assert.equal(await page.getByRole('main').getByRole('row').count(), 2, 'a head and one document');
  await page.goBack();
  await pane(page, 0).getByRole('button', { name: 'Show everything' }).click();
  await row(page, 'notes').waitFor();
  await page.getByText('This document is outside what you are looking at.').waitFor({ state: 'detached' });
});
