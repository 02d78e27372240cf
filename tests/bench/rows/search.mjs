// A search beside a scan of the same texts by the browser's own regular expressions, which is as fast as one in wasm.
import { project } from '../lib/app.mjs';
import { projectId } from '../lib/project.mjs';

const WORD = 'really';

async function floor(bench, kind) {
  await bench.floors();
  await bench.page.evaluate((texts) => { window.texts = texts; }, bench.corpus(kind).documents.map(({ text }) => text));
  return bench.page.evaluate(async (word) => {
    const begun = performance.now();
    let count = 0;
    for (const text of window.texts) count += (text.match(new RegExp(word, 'giu')) ?? []).length;
    document.body.textContent = count;
    await window.painted();
    return performance.now() - begun;
  }, WORD);
}

/** From the last letter typed until all hits are counted and the first are painted; the texts were searched before. */
async function searching(bench, kind) {
  const { page } = bench;
  await project(bench, kind);
  await page.evaluate((to) => { location.hash = to; }, `#/${projectId(kind)}/search`);
  const field = page.locator('.find input').first();
  await field.waitFor();
  const counted = () => page.waitForFunction(() => /^[\d,]+ hits? in /.test(document.querySelector('.find__stand')?.textContent ?? ''), undefined, { timeout: 120_000 });
  await field.fill(WORD.slice(0, 4));
  await counted();
  return page.evaluate(async (word) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    const input = document.querySelector('.find input');
    const stand = () => document.querySelector('.find__stand')?.textContent ?? '';
    const before = stand();
    const begun = performance.now();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, word);
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    do await frame(); while (stand() === before || !/^[\d,]+ hits? in /.test(stand()));
    await frame();
    return performance.now() - begun;
  }, WORD);
}

export const rows = [
  {
    name: 'search M, counted and painted / a scan',
    target: 1.5,
    floor: (bench) => floor(bench, 'M'),
    emic: (bench) => searching(bench, 'M'),
  },
  {
    name: 'search XL, counted / a scan',
    target: 2.5,
    runs: 3,
    floor: (bench) => floor(bench, 'XL'),
    emic: (bench) => searching(bench, 'XL'),
  },
];
