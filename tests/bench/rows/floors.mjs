// The floors against each other: tells whether this machine can be compared with the one that the targets come from
// before Emic is judged on it. They only inform. The technique that the reader uses (sections, marks near the view)
// stands where Emic stands in the other rows.
import { inUtf16 } from '../lib/corpus.mjs';

async function open(bench, floor, kind, doc = 0) {
  const { documents, segments } = bench.corpus(kind);
  const { text } = documents[doc];
  const own = inUtf16(text, segments.filter((segment) => segment.doc === doc));
  await bench.floors();
  return bench.page.evaluate(([name, words, marks]) => window.floors[name](words, marks), [floor, text, own]);
}

/** Opens a document in sections, applies a code in its first paragraphs, and takes it back when asked to. */
async function change(bench, kind, doc, how) {
  await open(bench, 'sections', kind, doc);
  return bench.page.evaluate(async (asked) => {
    const applied = await window.floors.apply({ doc: 0, code: 3, start: 20, end: 320 });
    return asked === 'undo' ? window.floors.undo() : applied;
  }, how);
}

/** Every quotation of the code that has most, with its words. */
async function list(bench) {
  const { documents, segments } = bench.corpus('M');
  const points = new Map();
  const words = segments.filter(({ code }) => code === 0).map(({ doc, start, end }) => {
    if (!points.has(doc)) points.set(doc, [...documents[doc].text]);
    return points.get(doc).slice(start, end).join('');
  });
  return words;
}

let listed = null;

async function listing(bench, most) {
  listed ??= await list(bench);
  await bench.floors();
  return bench.page.evaluate(([words, shown]) => window.floors.list(words, shown), [listed, most]);
}

export const rows = [
  {
    name: 'floor: open L, sections / <pre>',
    floor: (bench) => open(bench, 'pre', 'L'),
    emic: (bench) => open(bench, 'sections', 'L'),
  },
  {
    name: 'floor: open 8,000 words + 1,000, sections / <p>',
    floor: (bench) => open(bench, 'p', 'D', 1),
    emic: (bench) => open(bench, 'sections', 'D', 1),
  },
  {
    name: 'floor: apply a code, L / 8,000 words + 100',
    floor: (bench) => change(bench, 'D', 0, 'apply'),
    emic: (bench) => change(bench, 'L', 0, 'apply'),
  },
  {
    name: 'floor: undo it, L / 8,000 words + 100',
    floor: (bench) => change(bench, 'D', 0, 'undo'),
    emic: (bench) => change(bench, 'L', 0, 'undo'),
  },
  {
    name: 'floor: quotations of a code in M, all / viewport',
    floor: (bench) => listing(bench, 30),
    emic: (bench) => listing(bench, Infinity),
  },
];
