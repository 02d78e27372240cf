// The reader beside what the browser alone takes for the same text. A project is brought in as a file once a run of
// the bench; what is measured is a document that is opened, a code that is applied and taken back, as one does it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inUtf16 } from '../lib/corpus.mjs';
import { codeId, documentId, projectFile, projectId } from '../lib/project.mjs';

const brought = new Set();

/** Brings the corpus in as a project, the first time that it is asked for, and opens it away from the reader. */
async function project(bench, kind) {
  const { page } = bench;
  if (!brought.has(kind)) {
    await bench.app('/');
    const file = join(mkdtempSync(join(tmpdir(), 'emic-bench-')), `${kind}.json`);
    writeFileSync(file, projectFile(kind, bench.corpus(kind)));
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByRole('link', { name: `Bench ${kind}` }).first().waitFor({ timeout: 120_000 });
    brought.add(kind);
  }
  await bench.app(`/#/${projectId(kind)}/history`);
  await page.waitForSelector('#content h1');
  const whoIsCoding = page.getByRole('dialog');
  if (await whoIsCoding.isVisible()) {
    await whoIsCoding.getByRole('combobox').selectOption({ label: 'Bench' });
    await whoIsCoding.getByRole('button', { name: 'Start coding' }).click();
    await whoIsCoding.waitFor({ state: 'hidden' });
  }
}

/** Milliseconds from going to an address of the app until `ready` holds and is painted. */
function going(page, hash, ready) {
  return page.evaluate(async ([to, selector]) => {
    const begun = performance.now();
    location.hash = to;
    while (!document.querySelector(selector)) await new Promise((resolve) => { requestAnimationFrame(resolve); });
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    return performance.now() - begun;
  }, [hash, ready]);
}

async function opening(bench, kind, doc = 0) {
  await project(bench, kind);
  // The text itself is in memory, as it is for the floors.
  await going(bench.page, `#/${projectId(kind)}/read/${documentId(doc)}`, '.sheet .stripe');
  await going(bench.page, `#/${projectId(kind)}/history`, '#content:not(:has(.reader)) h1');
  return going(bench.page, `#/${projectId(kind)}/read/${documentId(doc)}`, '.sheet .stripe');
}

async function floor(bench, name, kind, doc = 0) {
  const { documents, segments } = bench.corpus(kind);
  const own = inUtf16(documents[doc].text, segments.filter((segment) => segment.doc === doc));
  await bench.floors();
  return bench.page.evaluate(([which, words, marks]) => window.floors[which](words, marks), [name, documents[doc].text, own]);
}

/** Applies the last code again to the first paragraph by its key, and takes it back by its own; painted. */
async function coding(bench, kind, doc, how) {
  const { page } = bench;
  await opening(bench, kind, doc);
  const text = page.locator('.reader__text');
  await text.focus();
  // A first coding by the picker makes its code the last one.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.keyboard.press('c');
  const picker = page.locator('.floating-picker [role=combobox]');
  await picker.waitFor();
  await page.keyboard.press('Enter');
  await picker.waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  const select = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('p');
    await page.waitForTimeout(150);
  };
  const key = (init) => page.evaluate(async (keys) => {
    const target = document.querySelector('.reader__text');
    const begun = performance.now();
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    return performance.now() - begun;
  }, init);
  await select();
  // A key that does nothing would be the quickest.
  const quotations = () => page.locator('.reader__meta').innerText();
  const before = await quotations();
  const applied = await key({ key: 'r', code: 'KeyR' });
  if ((await quotations()) === before) throw new Error('no code was applied');
  const undone = await key({ key: 'z', code: 'KeyZ', ctrlKey: true });
  if ((await quotations()) !== before) throw new Error('it was not taken back');
  return how === 'undo' ? undone : applied;
}

async function floorChange(bench, kind, doc, how) {
  await floor(bench, 'sections', kind, doc);
  return bench.page.evaluate(async (asked) => {
    const applied = await window.floors.apply({ doc: 0, code: 3, start: 20, end: 320 });
    return asked === 'undo' ? window.floors.undo() : applied;
  }, how);
}

/** Scrolls through the document as fast as a wheel does; gives the longest frame in milliseconds. */
async function scrolling(bench, kind) {
  await opening(bench, kind);
  return bench.page.evaluate(async () => {
    const scroller = document.querySelector('#content');
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    let longest = 0;
    let last = await frame();
    for (let step = 0; step < 180; step++) {
      scroller.scrollBy(0, 240);
      const now = await frame();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  });
}

/** The code that has most quotations, by its index. */
function largest({ segments }) {
  const counts = new Map();
  for (const { code } of segments) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0][0];
}

let words = null;

async function listFloor(bench) {
  const { documents, segments } = bench.corpus('M');
  const code = largest({ segments });
  const points = new Map();
  words ??= segments.filter((segment) => segment.code === code).map(({ doc, start, end }) => {
    if (!points.has(doc)) points.set(doc, [...documents[doc].text]);
    return points.get(doc).slice(start, end).join('');
  });
  await bench.floors();
  return bench.page.evaluate((all) => window.floors.list(all, 30), words);
}

async function listing(bench) {
  await project(bench, 'M');
  const code = codeId(largest(bench.corpus('M')));
  return going(bench.page, `#/${projectId('M')}/quotations/${code}`, '.found');
}

export const rows = [
  {
    name: 'open L: annotated first screen / <pre>',
    target: 0.75,
    floor: (bench) => floor(bench, 'pre', 'L'),
    emic: (bench) => opening(bench, 'L'),
  },
  {
    name: 'open 8,000 words + 1,000 / <p>',
    target: 1.0,
    floor: (bench) => floor(bench, 'p', 'D', 1),
    emic: (bench) => opening(bench, 'D', 1),
  },
  {
    name: 'open 8,000 words + 100 / <p>',
    target: 0.8,
    floor: (bench) => floor(bench, 'p', 'D', 0),
    emic: (bench) => opening(bench, 'D', 0),
  },
  {
    name: 'open 8,000 words: + 1,000 / + 100',
    target: 1.5,
    floor: (bench) => opening(bench, 'D', 0),
    emic: (bench) => opening(bench, 'D', 1),
  },
  {
    name: 'apply a code: L / 8,000 words + 100',
    target: 1.3,
    floor: (bench) => coding(bench, 'D', 0, 'apply'),
    emic: (bench) => coding(bench, 'L', 0, 'apply'),
  },
  {
    name: 'scroll L: longest frame / 50 ms',
    target: 1.0,
    floor: async () => 50,
    emic: (bench) => scrolling(bench, 'L'),
  },
  {
    name: 'apply a code, 8,000 words + 1,000 / sections',
    target: 1.2,
    floor: (bench) => floorChange(bench, 'D', 1, 'apply'),
    emic: (bench) => coding(bench, 'D', 1, 'apply'),
  },
  {
    name: 'apply a code, L / sections',
    target: 1.2,
    floor: (bench) => floorChange(bench, 'L', 0, 'apply'),
    emic: (bench) => coding(bench, 'L', 0, 'apply'),
  },
  {
    name: 'undo it, L / sections',
    target: 1.2,
    floor: (bench) => floorChange(bench, 'L', 0, 'undo'),
    emic: (bench) => coding(bench, 'L', 0, 'undo'),
  },
  {
    name: 'quotations of a code in M / viewport only',
    target: 1.8,
    floor: listFloor,
    emic: listing,
  },
];
