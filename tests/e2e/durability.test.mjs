// What was called saved is there again, whatever happened to the browser; and nothing is there by halves.
import assert from 'node:assert/strict';
import test from 'node:test';
import { journey } from './lib/emic.mjs';
import { begin, bringIn, coded, exportOpen, pick, saved, text } from './lib/study.mjs';

const ROUNDS = 5;
const words = Array.from({ length: 80 }, (_, n) =>
  `Paragraph ${n + 1} has words about the road, the water, the house and what was said of them on the way to the town.`).join('\n\n');

/** Random numbers in [0, 1) that come again with the same seed. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Tells of how many quotations the header spoke whenever 'Saved' appeared, and how many it ever spoke of. It goes by
 * the console, so that what was told before a kill is known.
 */
async function watchSaving(page) {
  const told = { saved: 0, made: 0 };
  page.on('console', (message) => {
    const [, what, n] = /^watched (saved|made) (\d+)$/.exec(message.text()) ?? [];
    if (what) told[what] = Number(n);
  });
  await page.evaluate(() => {
    const header = document.querySelector('header');
    const last = {};
    const tell = (what, n) => { if (last[what] !== n) console.info(`watched ${what} ${n}`); last[what] = n; };
    let was = '';
    const look = () => {
      const [, count] = / (\d+) quotations?/.exec(header.innerText.replaceAll(/\s+/g, ' ')) ?? [];
      const state = [...header.querySelectorAll('button')].map((button) => button.innerText.trim()).find((label) => /^(Saved|Saving…)$/.test(label));
      if (count) tell('made', Number(count));
      if (count && state === 'Saved' && was !== 'Saved') tell('saved', Number(count));
      was = state;
    };
    new MutationObserver(look).observe(header, { subtree: true, childList: true, characterData: true });
    look();
  });
  return told;
}

/** Two words more, with the last code again. */
async function codeOn(page) {
  for (const key of ['Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'r', 'ArrowRight']) await page.keyboard.press(key);
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const count = (page, n) => page.getByRole('banner').getByText(new RegExp(` · ${n} quotations?$`)).waitFor();

journey(test, 'the browser is killed at any moment and nothing that was called saved is lost', {}, async (emic, t) => {
  const seed = Number(process.env.EMIC_SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`EMIC_SEED=${seed}`);
  const chance = random(seed);
  await begin(emic.page, { title: 'Killed' });
  await bringIn(emic.page, { 'road.txt': words });
  await text(emic.page).focus();
  for (const key of ['Control+Home', 'w', 'c']) await emic.page.keyboard.press(key);
  await pick(emic.page, 'Road');
  await count(emic.page, 1);
  await saved(emic.page);

  let least = 1;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { page } = emic;
    const told = await watchSaving(page);
    await text(page).focus();
    await page.keyboard.press('Control+Home');
    for (let n = 0; n < round * 12; n += 1) await page.keyboard.press('Control+ArrowDown');
    let over = false;
    const worked = (async () => {
      // Now one passage after the other, now with a moment of thought.
      while (!over) {
        await codeOn(page);
        if (chance() < 0.3) await sleep(chance() * 1500);
      }
    })().catch((error) => { if (!over) throw error; });
    await sleep(300 + chance() * 3500);
    over = true;
    const killed = emic.kill();
    await Promise.all([worked, killed]);
    const [promised, made] = [Math.max(least, told.saved), told.made];

    const again = emic.page;
    await again.getByRole('link', { name: 'Killed', exact: true }).click();
    await text(again).waitFor();
    assert.equal(await again.getByText('had to be recovered').count(), 0);
    const project = JSON.parse(await exportOpen(again));
    const there = project.quotations.length;
    t.diagnostic(`round ${round}: ${promised} called saved, ${made} made, ${there} there`);
    assert.ok(there >= promised, `${promised} were called saved and ${there} are there`);
    // The last key may have done something that no header told of any more.
    assert.ok(there <= made + 1, `${made} were made and ${there} are there`);
    // What is there is whole: the words are the text's, the code is on it, the history knows of it.
    const [document] = project.documents;
    const letters = [...document.text];
    for (const { span: [start, end], exact, codings } of project.quotations) {
      assert.equal(letters.slice(start, end).join(''), exact);
      assert.equal(codings.length, 1);
      assert.equal(codings[0].code, project.codes[0].id);
    }
    // Undo reaches back to before the kill, and redo forth again.
    const undo = again.getByRole('button', { name: /^Undo: code “Road” applied/ });
    await undo.click();
    await count(again, there - 1);
    await again.getByRole('button', { name: /^Redo: code “Road” applied/ }).click();
    await count(again, there);
    await saved(again);
    assert.deepEqual(coded(await exportOpen(again)).length, there);
    least = there;
  }
  assert.ok(least > ROUNDS, `enough was done: ${least}`);
});

journey(test, 'an edit is there after reloading at once, and can be undone then', {}, async ({ page }) => {
  await begin(page, { title: 'Reloaded' });
  await bringIn(page, { 'road.txt': words });
  await text(page).focus();
  for (const key of ['Control+Home', 'w', 'c']) await page.keyboard.press(key);
  await pick(page, 'Road');
  for (let n = 2; n <= 5; n += 1) {
    await page.keyboard.press('Control+ArrowRight');
    await codeOn(page);
    await page.reload();
    await text(page).waitFor();
    await count(page, n);
    await text(page).focus();
    await page.keyboard.press('Control+Home');
    for (let m = 0; m < n; m += 1) await page.keyboard.press('Control+ArrowDown');
  }
  for (let n = 4; n >= 1; n -= 1) {
    await page.keyboard.press('Control+z');
    await count(page, n);
  }
  await saved(page);
  await page.reload();
  await count(page, 1);
  for (let n = 2; n <= 5; n += 1) {
    await page.keyboard.press('Control+Shift+Z');
    await count(page, n);
  }
});
