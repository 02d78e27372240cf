// The corpus that the bench measures with: the same in every run, of the promised shape, with positions that hold.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { corpus, inUtf16 } from '../bench/lib/corpus.mjs';

const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

test('a corpus is the same every time', () => {
  assert.equal(digest(corpus('S')), digest(corpus('S')));
  assert.notEqual(digest(corpus('S').documents[0]), digest(corpus('D').documents[0]));
});

test('S, L and D have their shape', () => {
  const s = corpus('S');
  assert.deepEqual([s.documents.length, s.codes.length, s.segments.length], [20, 60, 2000]);
  const l = corpus('L');
  assert.deepEqual([l.documents.length, [...l.documents[0].text].length, l.segments.length], [1, 1_000_000, 5000]);
  const d = corpus('D');
  assert.deepEqual([0, 1].map((doc) => d.segments.filter((segment) => segment.doc === doc).length), [100, 1000]);
  for (const { text } of [...s.documents, ...d.documents]) {
    const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !/^(I|P\d):$/.test(word)).length;
    assert.ok(Math.abs(words - 8000) <= 2, `${words} words`);
  }
});

test('codes form a tree of three levels', () => {
  const { codes } = corpus('M');
  const depth = ({ parent }) => (parent === null ? 1 : 1 + depth(codes[parent]));
  assert.deepEqual([...new Set(codes.map(depth))].sort(), [1, 2, 3]);
});

test('positions are code points, and convert to what the DOM counts', () => {
  const { documents, segments } = corpus('L');
  const [{ text }] = documents;
  const points = [...text];
  assert.ok(points.length < text.length, 'there are letters outside the basic plane');
  const units = inUtf16(text, segments);
  segments.forEach(({ start, end }, index) => {
    assert.ok(start < end && end <= points.length);
    const words = text.slice(units[index].start, units[index].end);
    assert.equal(words, points.slice(start, end).join(''));
    assert.doesNotMatch(words, /^\s/);
  });
});
