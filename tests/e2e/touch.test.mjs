// Coding on a telephone, by fingers alone: a passage is held and coded, tapped and looked at, coded again, resized by
// its grips; nothing covers what it is about, and nothing is hidden in a drawer.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, exportOpen, listen, picker, place, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** A finger on the page. */
async function finger(page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    /** Goes from one point to another. */
    async drag(from, to) {
      await touch('touchStart', from);
      for (let step = 1; step <= 6; step += 1) {
        await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 });
      }
      await touch('touchEnd');
    },
  };
}

/** Selects words as the system's own handles do once they were held. */
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

const sheet = (page) => page.getByRole('region', { name: 'The chosen quotation' });
const quotations = async (page) => { await saved(page); return coded(await exportOpen(page)); };

/** The grip at an end of the chosen passage: beside its last letter, or its first. */
async function grips(page) {
  return page.locator('[data-grip]').evaluateAll((all) => Object.fromEntries(all.map((grip) => {
    const { left, width, top, height } = grip.getBoundingClientRect();
    return [grip.dataset.grip, { x: left + width / 2, y: top + height / 2, width }];
  })));
}

for (const [name, language] of [['English', 'en'], ['Arabic', 'ar']]) {
  journey(test, `by fingers: a passage is coded, tapped, coded again, resized and let go: ${name}`, PHONE, async ({ page }) => {
    await begin(page);
    await bringIn(page, { 'nadia.txt': said.join('\n\n') });
    const arabic = language === 'ar';
    const hand = await finger(page);
    const { hears } = await listen(page);

    // A word is held: the system selects it, and the bar comes. (No browser without a screen does so by itself.) Then
    // its handles are drawn on to more words.
    await place(page, 'compensated');
    await select(page, 'compensated');
    const bar = page.getByRole('toolbar', { name: 'Code the selection' });
    await bar.waitFor();
    await select(page, 'we would be compensated');
    await page.waitForTimeout(300);
    await screenshot(page, `touch ${language} bar`);
    await bar.getByRole('button', { name: 'Code…' }).tap();
    await (await picker(page)).getByRole('combobox').fill('Promise');
    await screenshot(page, `touch ${language} picker`);
    await (await picker(page)).getByRole('option', { name: /Create “Promise”/ }).tap();
    await hears('Promise applied to 4 words');
    await sheet(page).getByRole('button', { name: 'Take “Promise” off' }).waitFor();
    await sheet(page).getByRole('button', { name: 'Let go of the quotation' }).tap();
    await sheet(page).waitFor({ state: 'detached' });

    // Tapped, it is chosen: its codes stand at the foot, and it is not covered.
    const mark = text(page).getByRole('mark').filter({ hasText: 'compensated' });
    await mark.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    const low = await place(page, 'compensated');
    await page.touchscreen.tap((low.start.x + low.end.x) / 2, low.start.y);
    await sheet(page).waitFor();
    await page.waitForFunction(([mark, foot]) => mark.getBoundingClientRect().bottom <= foot.getBoundingClientRect().top,
      [await mark.elementHandle(), await sheet(page).elementHandle()]);
    await screenshot(page, `touch ${language} sheet`);
    await axe(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));

    // A second code on, the first one off, a comment.
    await sheet(page).getByRole('button', { name: 'Add a code' }).tap();
    await (await picker(page)).getByRole('combobox').fill('Water');
    await (await picker(page)).getByRole('option', { name: /Create “Water”/ }).tap();
    await hears('Water applied to 4 words');
    await sheet(page).getByRole('button', { name: 'Take “Water” off' }).waitFor();
    await sheet(page).getByRole('button', { name: 'Take “Promise” off' }).tap();
    await hears('“Promise” taken off');
    await sheet(page).getByRole('button', { name: 'Comment' }).tap();
    await sheet(page).getByRole('textbox', { name: 'Comment' }).fill('By whom?');
    await sheet(page).getByRole('button', { name: 'Comment' }).tap();
    await hears('Comment kept');
    await sheet(page).getByText('By whom?').waitFor();
    assert.deepEqual(await quotations(page), [['we would be compensated', ['Water']]]);

    // One notice at most stands above the sheet.
    const dismiss = page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Dismiss' });
    assert.ok(await dismiss.count() <= 1, 'one notice');
    if (await dismiss.count() > 0) await dismiss.tap();

    // Both grips are wide enough for a finger, and move the ends.
    const { start, end } = await grips(page);
    assert.ok(start.width >= 40 && end.width >= 40, `grips of ${start.width} and ${end.width} px`);
    const there = await place(page, 'My father');
    const now = (await grips(page)).end;
    await hand.drag(now, { x: there.end.x, y: there.end.y });
    await hears('Quotation resized');
    const that = await place(page, 'that we would');
    await hand.drag((await grips(page)).start, { x: that.start.x, y: that.start.y });
    await hears('Quotation resized');
    assert.deepEqual(await quotations(page), [['that we would be compensated. My father', ['Water']]]);

    // Deleted in the sheet, and taken back in the notice, which does not cover the sheet.
    await sheet(page).getByRole('button', { name: 'Delete the quotation' }).tap();
    await sheet(page).waitFor({ state: 'detached' });
    await page.getByRole('region', { name: 'Notifications' }).getByRole('button', { name: 'Undo', exact: true }).last().tap();
    await page.getByRole('mark').first().waitFor();
    if (arabic) {
      await page.getByRole('button', { name: 'العربية' }).tap();
      await page.getByRole('mark').first().tap();
      await page.getByRole('region', { name: 'الاقتباس المختار' }).waitFor();
      await screenshot(page, 'touch ar sheet in Arabic');
      await axe(page);
    }
  });
}
