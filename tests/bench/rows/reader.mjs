// The reader beside what the browser alone takes for the same text. A project is brought in as a file once a run of
// the bench; what is measured is a document that is opened, a code that is applied and taken back, as one does it.
import { going, opening, pressing, project, ready, selecting } from '../lib/app.mjs';
import { inUtf16 } from '../lib/corpus.mjs';
import { codeId, projectId } from '../lib/project.mjs';

async function floor(bench, name, kind, doc = 0) {
  const { documents, segments } = bench.corpus(kind);
  const own = inUtf16(documents[doc].text, segments.filter((segment) => segment.doc === doc));
  await bench.floors();
  return bench.page.evaluate(([which, words, marks]) => window.floors[which](words, marks), [name, documents[doc].text, own]);
}

/** Applies the last code again to the first paragraph by its key, and takes it back by its own; painted. */
async function coding(bench, kind, doc, how) {
  const { page } = bench;
  await ready(bench, kind, doc);
  await selecting(page);
  // A key that does nothing would be the quickest.
  const quotations = () => page.locator('.reader__meta').innerText();
  const before = await quotations();
  const applied = await pressing(page, { key: 'r', code: 'KeyR' });
  if ((await quotations()) === before) throw new Error('no code was applied');
  const undone = await pressing(page, { key: 'z', code: 'KeyZ', ctrlKey: true });
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
    const scroller = document.querySelector('.pane__scroll');
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
