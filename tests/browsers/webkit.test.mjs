// A smoke run in WebKit: the app starts, a text comes in, a passage is coded by keyboard, and a reload finds it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { site } from '../e2e/lib/emic.mjs';
import { serve } from '../e2e/lib/server.mjs';
import { pdfText, said } from '../e2e/lib/transcript.mjs';
import { ELEMENT, openWebKit } from './lib/webkit.mjs';

// The driver tells nothing of the console: a script before the app's own notes what is complained of, and what the page's
// policy stopped, which is whatever was asked of another host.
const WATCH = `
  window.complaints = [];
  const note = (words) => window.complaints.push(String(words));
  addEventListener('error', (event) => note(event.message));
  addEventListener('unhandledrejection', (event) => note(event.reason));
  addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective + ' ' + event.blockedURI));
  const error = console.error;
  console.error = (...words) => { note(words.join(' ')); error(...words); };
`;
const watched = () => ({
  '/index.html': readFileSync(join(site, 'index.html'), 'utf8').replace('<script', '<script src="watch.js"></script><script'),
  '/watch.js': WATCH,
});
const quiet = async (page) => assert.deepEqual(await page.run(() => window.complaints), []);

test('WebKit: a project is made, a pasted text is coded by keyboard, and a reload finds it', { timeout: 180_000 }, async (t) => {
  const server = await serve(site, { pages: watched() });
  t.after(() => server.close());
  const page = await openWebKit(t);
  try {
    await smoke(page, server.origin);
  } catch (error) {
    await page.picture('failed-webkit');
    throw error;
  }
});

async function smoke(page, origin) {
  await page.open(`${origin}/`);
  await page.find('heading', /./);
  await page.click('button', 'Create a project');
  await page.type('Title of the project', 'Marrow Valley');
  await page.type('Who is coding?', 'LM');
  await page.click('button', 'Create project');
  await page.find('button', 'Rename project Marrow Valley');

  await page.click('button', 'Bring text in');
  await page.paste('Paste text', pdfText());
  await page.click('button', 'Preview this text');
  await page.click('button', 'Bring in 1 document');
  await page.gone('dialog', 'Bring text in');
  const article = await page.find('article', /^Text of /);
  assert.deepEqual(await paragraphs(page), said);

  // By keyboard, with the app's own cursor: the second paragraph, then a word with the same code.
  await page.run((element) => element.focus(), { [ELEMENT]: article });
  await page.press('Control+Home', 'Control+ArrowDown', 'p', 'c');
  await page.type('Find or create a code', 'Announcement');
  await page.press('Enter');
  await page.gone('dialog', 'Code the passage');
  await page.find('treeitem', /^Announcement/);
  await page.press('Control+ArrowDown', 'w', 'r');
  await page.until('both are counted', () => banner(page, '1 document · 2 quotations'));

  // By mouse: dragged over, and marked without a code from the bar.
  await show(page, 'My mother said that');
  await page.drag(...await ends(page, 'My mother said that'));
  await page.click('button', 'Quotation only');
  await page.until('all are counted', () => banner(page, '1 document · 3 quotations'));
  await page.find('button', 'Saved');
  const before = await marked(page);
  assert.deepEqual(before, [said[1], 'Interviewer', 'My mother said that']);

  await quiet(page);
  await page.reload();
  await page.find('article', /^Text of /);
  await page.until('the quotations are there again', () => banner(page, '1 document · 3 quotations'));
  assert.deepEqual(await paragraphs(page), said);
  assert.deepEqual(await page.until('the marks are drawn', async () => {
    const marks = await marked(page);
    return marks.length === before.length && marks;
  }), before);

  // The interface in Arabic, from right to left.
  await page.click('button', 'العربية');
  await page.until('the page runs from right to left', () => page.run(() => document.documentElement.dir === 'rtl'));
  assert.equal(await page.run(() => /[٠-٩]/.test(document.body.textContent)), false, 'numbers are written as in the margin');
  await quiet(page);
  await page.picture('webkit-arabic');
}

const trimmed = (page, css) => page.run((where) => [...document.querySelectorAll(where)]
  .map((element) => element.textContent.trim()).filter((words) => words), css);
const paragraphs = (page) => trimmed(page, '[role=article] p, article p');
const marked = (page) => trimmed(page, '[role=article] mark, article mark');
const banner = (page, words) => page.run((wanted) => document.querySelector('header').textContent.includes(wanted), words);

/** Brings words of the text into the middle of the view, where all their lines are. */
async function show(page, words) {
  await page.run((wanted) => {
    const said = [...document.querySelectorAll('[role=article] p, article p')].find((element) => element.textContent.includes(wanted));
    said.scrollIntoView({ block: 'center' });
  }, words);
  // Until it has come to rest.
  let at = null;
  await page.until('the text stands still', async () => {
    const before = at;
    at = JSON.stringify(await ends(page, words));
    return at === before;
  });
}

/** Just inside the first and the last letter of words in the text. */
const ends = (page, words) => page.run((wanted) => {
  const walker = document.createTreeWalker(document.querySelector('[role=article], article'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(wanted);
    if (at < 0) continue;
    const letter = (offset) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left: Math.ceil(left), right: Math.floor(right), y: Math.round(top + height / 2) };
    };
    const [first, last] = [letter(at), letter(at + wanted.length - 1)];
    return [{ x: first.left, y: first.y }, { x: last.right, y: last.y }];
  }
  return null;
}, words);
