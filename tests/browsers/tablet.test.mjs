// A tablet, held upright and on its side: a text is read, the drawers are opened, a passage is coded by touch.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from '../e2e/lib/emic.mjs';
import { begin, bringIn, codeTree, coded, exportOpen, link, listen, panel, picker, place, saved, text } from '../e2e/lib/study.mjs';
import { said } from '../e2e/lib/transcript.mjs';

for (const [name, width, height] of [['upright', 820, 1180], ['on its side', 1180, 820]]) {
  journey(test, `a tablet ${name}: read, coded by touch, and found again`, { viewport: { width, height }, hasTouch: true }, async ({ page }) => {
    await begin(page);
    await bringIn(page, { 'nadia.txt': said.join('\n\n') });
    const { hears } = await listen(page);
    await fits(page);
    await screenshot(page, `tablet-${name}-reader`);

    // A passage is selected by touch: no browser without a screen selects by holding, so what that ends in is done.
    await place(page, 'a house is only stones');
    await select(page, 'a house is only stones');
    const bar = page.getByRole('toolbar', { name: 'Code the selection' });
    await bar.waitFor();
    await apart(page, bar, 'a house is only stones');
    await screenshot(page, `tablet-${name}-bar`);
    await bar.getByRole('button', { name: 'Code…' }).tap();
    const open = await picker(page);
    await open.getByRole('combobox').fill('House');
    await screenshot(page, `tablet-${name}-picker`);
    await open.getByRole('option', { name: /Create “House”/ }).tap();
    await hears('House applied to 5 words');

    // What stands beside the text: in a drawer where there is no room.
    const details = page.getByRole('button', { name: 'Open details' });
    const drawers = width <= 900;
    assert.equal(await details.isVisible(), drawers, 'the buttons of the drawers are there where there are drawers');
    if (drawers) await details.tap();
    await codeTree(page).getByRole('treeitem', { name: /House/ }).waitFor();
    await panel(page).getByText('a house is only stones').waitFor();
    await screenshot(page, `tablet-${name}-details`);
    await axe(page);
    if (drawers) {
      // A touch beside the drawer closes it.
      await page.touchscreen.tap(60, height / 2);
      await codeTree(page).waitFor({ state: 'hidden' });
    }

    // To the quotations of the code and back.
    if (drawers) await page.getByRole('button', { name: 'Open navigation' }).tap();
    await screenshot(page, `tablet-${name}-navigation`);
    await link(page, 'Quotations').tap();
    await page.getByRole('heading', { level: 1, name: 'All quotations' }).waitFor();
    await fits(page);
    await screenshot(page, `tablet-${name}-quotations`);
    await page.getByRole('link', { name: /^Open at ¶/ }).tap();
    await text(page).getByRole('mark').filter({ hasText: 'a house is only stones' }).waitFor();
    await saved(page);
    assert.deepEqual(coded(await exportOpen(page)), [['a house is only stones', ['House']]]);
  });
}

/** Selects words in the text as the system's own handles do. */
const select = (page, words) => text(page).evaluate((article, wanted) => {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(wanted);
    if (at >= 0) {
      getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }
}, words);

/** Nothing is wider than the page. */
async function fits(page) {
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways');
}

/** What floats does not cover the words that it is about. */
async function apart(page, floating, words) {
  const box = await floating.boundingBox();
  const { start, end } = await place(page, words);
  for (const { x, y } of [start, end]) {
    const inside = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
    assert.ok(!inside, 'the bar stands beside the words');
  }
}
