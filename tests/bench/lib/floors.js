// The floors: what the browser alone takes for the same text. Served to an empty page; every function returns
// milliseconds until painted.
'use strict';

/** Resolves once what was changed before is on the screen: two animation frames. */
window.painted = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

async function timed(work) {
  const begun = performance.now();
  const result = work();
  await window.painted();
  return { ms: performance.now() - begun, result };
}

function add(name, parent, text) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function column() {
  document.body.textContent = '';
  return add('main', document.body);
}

const SECTION = 8000;

/** One paragraph cut into runs at every start and end of a quotation, as `<mark>`s. */
function runs(paragraph, text, from, segments) {
  const to = from + text.length;
  const inside = segments.filter(({ start, end }) => start < to && end > from);
  const cuts = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, to)])])];
  cuts.sort((a, b) => a - b);
  paragraph.textContent = '';
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [a, b] = [cuts[index], cuts[index + 1]];
    const words = text.slice(a - from, b - from);
    const over = inside.filter(({ start, end }) => start <= a && end >= b);
    if (over.length === 0) paragraph.append(words);
    else add('mark', paragraph, words).className = `code-${over[0].code % 8}`;
  }
}

/** Stripes of one section, in lanes, placed by the boxes of the paragraphs that they begin and end in. */
function stripes(section, paragraphs, segments) {
  const lanes = [];
  const box = section.node.getBoundingClientRect();
  const boxOf = (at) => {
    const found = paragraphs.findLast(({ from }) => from <= at) ?? paragraphs[0];
    const { top, height } = found.node.getBoundingClientRect();
    return top - box.top + (height * Math.min(1, (at - found.from) / Math.max(1, found.text.length)));
  };
  const drawn = segments.map((segment) => [boxOf(Math.max(segment.start, section.from)), boxOf(Math.min(segment.end, section.to)), segment]);
  for (const [top, bottom, segment] of drawn) {
    let lane = lanes.findIndex((end) => end <= top);
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = bottom;
    const stripe = add('i', section.node);
    stripe.className = `code-${segment.code % 8}`;
    stripe.style.insetBlockStart = `${top}px`;
    stripe.style.blockSize = `${Math.max(2, bottom - top)}px`;
    stripe.style.insetInlineStart = `${lane * 8}px`;
  }
}

function annotate(section, segments) {
  const inside = segments.filter(({ start, end }) => start < section.to && end > section.from);
  for (const { node, text, from } of section.paragraphs) runs(node, text, from, inside);
  section.node.querySelectorAll('i').forEach((stripe) => stripe.remove());
  stripes(section, section.paragraphs, inside);
}

function sectionsOf(text) {
  const sections = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    if (sections.length === 0 || at - sections.at(-1).from >= SECTION) sections.push({ from: at, paragraphs: [] });
    sections.at(-1).paragraphs.push({ text: paragraph, from: at });
    at += paragraph.length + 1;
    sections.at(-1).to = at;
  }
  return sections;
}

let open = null;

window.floors = {
  /** All text in one `<pre>`. */
  pre: async (text) => (await timed(() => { add('pre', column(), text); })).ms,

  /** Each paragraph a `<p>`. */
  p: async (text) => (await timed(() => {
    const main = column();
    for (const paragraph of text.split('\n')) add('p', main, paragraph);
  })).ms,

  /**
   * All text in sections of about 8,000 characters with `content-visibility`; marks and stripes for the first two,
   * which fill the first screen. Segments count in UTF-16 units.
   */
  sections: async (text, segments) => {
    const { ms, result } = await timed(() => {
      const main = column();
      const sections = sectionsOf(text);
      for (const section of sections) {
        section.node = add('section', main);
        for (const paragraph of section.paragraphs) paragraph.node = add('p', section.node, paragraph.text);
      }
      sections.slice(0, 2).forEach((section) => annotate(section, segments));
      return { sections, segments };
    });
    open = result;
    return ms;
  },

  /** Applies a code to a stretch of the first section opened by `sections`. */
  apply: async (segment) => (await timed(() => {
    open.segments = [...open.segments, segment];
    annotate(open.sections[0], open.segments);
  })).ms,

  /** Takes it back. */
  undo: async () => (await timed(() => {
    open.segments = open.segments.slice(0, -1);
    annotate(open.sections[0], open.segments);
  })).ms,

  /**
   * The quotations of one code as a list: only the first `most` exist (30 fill the screen), the rest is empty height.
   */
  list: async (quotations, most) => (await timed(() => {
    const main = column();
    const list = add('ol', main);
    const shown = quotations.slice(0, most);
    shown.forEach((words) => { add('p', add('li', list), words); });
    const rest = add('div', main);
    rest.style.blockSize = `${(quotations.length - shown.length) * 60}px`;
  })).ms,

  /** Files are read, decoded and put into a store of their own, one record each; until that is on the disk. */
  importTexts: (texts) => window.floors.importFiles(
    texts.map(({ name, text }) => new File([text], name, { type: 'text/plain' })),
    async (file) => new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()).replaceAll('\r\n', '\n'),
  ),

  /** Word documents by the browser's own inflating and an expression for their paragraphs and words. */
  importDocx: (files) => window.floors.importFiles(
    files.map(({ name, base64 }) => new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name)),
    async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const view = new DataView(bytes.buffer);
      for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
        const [packed, name, extra] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
        const begin = at + 30 + name + extra;
        if (new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name)) === 'word/document.xml') {
          const inflated = new Blob([bytes.subarray(begin, begin + packed)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
          const xml = await new Response(inflated).text();
          const words = (paragraph) => [...paragraph.matchAll(/<w:t[ >][^<]*?>?([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
          return xml.split('</w:p>').map(words).join('\n').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
        }
        at = begin + packed;
      }
      throw new Error('no document');
    },
  ),

  importFiles: async (files, textOf) => {
    const opening = indexedDB.open(`floor-${performance.timeOrigin}-${performance.now()}`);
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
    const database = await new Promise((resolve) => { opening.onsuccess = () => resolve(opening.result); });
    const begun = performance.now();
    const read = [];
    for (const file of files) {
      const text = await textOf(file);
      read.push({ name: file.name, text, words: text.split(/\s+/).length });
    }
    const transaction = database.transaction('texts', 'readwrite', { durability: 'strict' });
    read.forEach((one, index) => transaction.objectStore('texts').put(one, index));
    await new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onabort = reject; });
    await window.painted();
    const ms = performance.now() - begun;
    database.close();
    indexedDB.deleteDatabase(database.name);
    return ms;
  },
};
