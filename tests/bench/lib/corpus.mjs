// A seeded corpus of coded interviews, the same on every machine and in every run. Five sizes:
//   S   20 documents of 8,000 words, 60 codes, 2,000 quotations
//   M   200 documents of 10,000 words, 200 codes, 20,000 quotations
//   L   one document of 1,000,000 characters, 200 codes, 5,000 quotations
//   XL  1,000 documents of 10,000 words, 500 codes, 100,000 quotations
//   D   two documents of 8,000 words, 60 codes, one with 100 quotations, one with 1,000
// Words follow Zipf's law over a made-up vocabulary with a few letters outside ASCII and an emoji now and then, turns
// alternate between a short question and a longer answer, quotations are some 20 words long (log-normal), and a few
// codes have most of them.

const SEED = 20260901;
const KINDS = {
  S: { documents: 20, words: 8000, codes: 60, segments: 2000 },
  M: { documents: 200, words: 10_000, codes: 200, segments: 20_000 },
  L: { documents: 1, characters: 1_000_000, codes: 200, segments: 5000 },
  XL: { documents: 1000, words: 10_000, codes: 500, segments: 100_000 },
  D: { documents: 2, words: 8000, codes: 60, segments: [100, 1000] },
};

/** A source of chance with its own state (mulberry32). */
class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both possible. */
  between(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  of(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** An index, with the probabilities that the running sums of weights give. */
  weighted(sums) {
    const wanted = this.next() * sums.at(-1);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Normally distributed, mean 0 and deviation 1 (Box and Muller). */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

const running = (weights) => {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
};

const COMMON = ('the of and to a in that it was I you for on is with as they we my so be at but not have this what he she '
  + 'like just know think really people because when there or if would could work time home family going then about').split(' ');
const ONSETS = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'ch', 'sh', 'pl', 'gr'];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou', 'ie', 'é', 'ö'];
const NUCLEUS_SUMS = running([20, 26, 16, 16, 10, 4, 4, 3, 0.5, 0.3]);
const CODAS = ['', 'n', 's', 't', 'r', ''];
const SYLLABLE_SUMS = running([1, 5, 4, 1]);

function vocabulary(size = 9000) {
  const chance = new Chance(SEED);
  const words = new Set(COMMON);
  while (words.size < size) {
    let word = '';
    for (let left = chance.weighted(SYLLABLE_SUMS) + 1; left > 0; left--) {
      word += chance.of(ONSETS) + NUCLEI[chance.weighted(NUCLEUS_SUMS)];
    }
    words.add(word + chance.of(CODAS));
  }
  return { words: [...words], sums: running(Array.from({ length: size }, (_, rank) => (rank + 2.7) ** -1.05)) };
}

function sentences(chance, { words, sums }, count) {
  const out = [];
  let since = 0;
  for (let index = 0; index < count; index++) {
    let word = words[chance.weighted(sums)];
    if (since === 0) word = word[0].toUpperCase() + word.slice(1);
    since++;
    if (index === count - 1 || (since > 5 && chance.next() < 0.09)) {
      word += chance.of(['.', '.', '.', '.', '?', '!']);
      since = 0;
    } else if (chance.next() < 0.06) {
      word += chance.of([',', ',', ',', ' —', ' …', ';']);
    }
    out.push(word);
  }
  if (chance.next() < 0.01) out.push('\u{1F642}');
  return out.join(' ');
}

/** Paragraphs joined by line feeds: so many words, or exactly so many characters (code points). */
function transcript(chance, vocabulary, { words = Infinity, characters = Infinity }) {
  const paragraphs = [];
  let counted = 0;
  let length = 0;
  for (let turn = 0; counted < words && length < characters; turn++) {
    const asks = turn % 2 === 0;
    const count = Math.min(asks ? chance.between(6, 25) : chance.between(30, 170), words - counted);
    const speaker = asks ? 'I' : `P${1 + (Math.floor(turn / 2) % 3)}`;
    let letters = [...`${speaker}: ${sentences(chance, vocabulary, count)}`];
    if (length + letters.length + 1 >= characters) letters = letters.slice(0, characters - length);
    paragraphs.push(letters.join(''));
    counted += count;
    length += letters.length + 1;
  }
  const text = paragraphs.join('\n');
  return characters === Infinity ? text : text + '.'.repeat(characters - [...text].length);
}

/** Three levels: a twelfth of the codes on top, a quarter in the middle, the rest leaves. */
function codeTree(chance, count) {
  const top = Math.max(3, Math.floor(count / 12));
  const middle = Math.max(6, Math.floor(count / 4));
  return Array.from({ length: count }, (_, id) => {
    let parent = null;
    if (id >= top + middle) parent = top + chance.between(0, middle - 1);
    else if (id >= top) parent = chance.between(0, top - 1);
    const colour = '#' + [0, 0, 0].map(() => chance.between(120, 235).toString(16)).join('');
    return { id, name: `code ${String(id).padStart(3, '0')}`, parent, colour };
  });
}

/** Where words start, in code points. */
function wordStarts(text) {
  const starts = [];
  let at = 0;
  let afterSpace = true;
  for (const letter of text) {
    const space = letter === ' ' || letter === '\n';
    if (afterSpace && !space) starts.push(at);
    afterSpace = space;
    at++;
  }
  return starts;
}

function quotations(chance, doc, text, count, codeSums) {
  const starts = wordStarts(text);
  const found = Array.from({ length: count }, () => {
    const words = Math.min(Math.floor(Math.exp(3 + 0.7 * chance.normal())) + 3, 250);
    const first = chance.between(0, Math.max(0, starts.length - words - 2));
    const start = starts[first];
    const end = Math.max(start + 1, starts[Math.min(first + words, starts.length - 1)] - 1);
    return { doc, code: chance.weighted(codeSums), start, end };
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end || a.code - b.code);
}

/** How many quotations each document has: uneven, some taken from one and given to its mate. */
function shares(chance, { documents, segments }) {
  if (Array.isArray(segments)) return segments;
  const each = Array(documents).fill(Math.floor(segments / documents));
  for (let index = 0; index < Math.floor(documents / 2); index++) {
    const moved = chance.between(0, Math.floor(each[index] * 0.6));
    each[index] -= moved;
    each[documents - 1 - index] += moved;
  }
  return each;
}

/**
 * One corpus; positions are code points, half-open.
 * @param {'S' | 'M' | 'L' | 'XL' | 'D'} kind
 * @returns {{documents: {title: string, text: string}[],
 *   codes: {id: number, name: string, parent: number | null, colour: string}[],
 *   segments: {doc: number, code: number, start: number, end: number}[]}} `doc` is an index into `documents`
 */
export function corpus(kind) {
  const shape = KINDS[kind];
  if (!shape) throw new Error(`no corpus is called ${kind}`);
  const chance = new Chance(SEED ^ [...kind].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const vocabularyOfAll = vocabulary();
  const codes = codeTree(chance, shape.codes);
  const codeSums = running(codes.map(({ id }) => 1 / (id + 1.5)));
  const each = shares(chance, shape);
  const documents = [];
  const segments = [];
  for (let doc = 0; doc < shape.documents; doc++) {
    const text = transcript(chance, vocabularyOfAll, shape);
    documents.push({ title: `Interview ${String(doc).padStart(4, '0')}`, text });
    for (const segment of quotations(chance, doc, text, each[doc], codeSums)) segments.push(segment);
  }
  return { documents, codes, segments };
}

/** The same segments with their positions in UTF-16 units, as the DOM counts; one pass over the text. */
export function inUtf16(text, segments) {
  const wanted = [...new Set(segments.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const units = new Map();
  let point = 0;
  let unit = 0;
  let next = 0;
  for (const letter of text) {
    while (wanted[next] === point) units.set(wanted[next++], unit);
    point++;
    unit += letter.length;
  }
  while (wanted[next] === point) units.set(wanted[next++], unit);
  return segments.map((segment) => ({ ...segment, start: units.get(segment.start), end: units.get(segment.end) }));
}
