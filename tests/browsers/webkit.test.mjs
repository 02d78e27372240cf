// A smoke run in WebKit: the app starts, a text comes in, a passage is coded by keyboard, and a reload finds it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { site } from '../e2e/lib/emic.mjs';
import { serve } from '../e2e/lib/server.mjs';
import { pdfText, said } from '../e2e/lib/transcript.mjs';
import { ELEMENT, openWebKit } from './lib/webkit.mjs';

test('WebKit: a project is made, a pasted text is coded by keyboard, and a reload finds it', { timeout: 120_000 }, async (t) => {
  const server = await serve(site);
  t.after(() => server.close());
  const page = await openWebKit(t);
  try {
    await smoke(page, server.origin);
  } catch (error) {
    await page.picture('failed-webkit').catch(() => {});
    throw error;
  }
});

async function smoke(page, origin) {
  await page.open(`${origin}/`);
  await page.find('heading', /./);
  await page.picture('webkit-start');
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
  await page.press('Control+Home', 'ArrowDown', 'ArrowDown', 'p', 'c');
  await page.type('Find or create a code', 'Announcement');
  await page.press('Enter');
  await page.gone('dialog', 'Code the passage');
  await page.find('button', 'Announcement');
  for (const { [ELEMENT]: id } of await page.run(() => [...document.querySelectorAll('[role=treeitem]')])) console.log(await page.ask('GET', `/element/${id}/computedlabel`).catch(String), await page.ask('GET', `/element/${id}/computedrole`).catch(String), await page.run((e) => e.outerHTML, { [ELEMENT]: id }));
  await page.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Home', 'Control+ArrowRight', 'w', 'r');
  await page.until('both are counted', () => banner(page, '1 document · 2 quotations'));
  await page.find('button', 'Saved');
  await page.picture('webkit-reader');
  const before = await marked(page);
  assert.equal(before[0], said[1]);

  await page.reload();
  await page.find('article', /^Text of /);
  await page.until('both quotations are there again', () => banner(page, '1 document · 2 quotations'));
  assert.deepEqual(await paragraphs(page), said);
  assert.deepEqual(await page.until('the marks are drawn', async () => {
    const marks = await marked(page);
    return marks.length === before.length && marks;
  }), before);

  // The interface in Arabic, from right to left.
  await page.click('button', 'العربية');
  await page.until('the page runs from right to left', () => page.run(() => document.documentElement.dir === 'rtl'));
  await page.picture('webkit-arabic');
  assert.deepEqual(await page.run(() => window.errors ?? []), []);
}

const trimmed = (page, css) => page.run((where) => [...document.querySelectorAll(where)]
  .map((element) => element.textContent.trim()).filter((words) => words), css);
const paragraphs = (page) => trimmed(page, '[role=article] p, article p');
const marked = (page) => trimmed(page, '[role=article] mark, article mark');
const banner = (page, words) => page.run((wanted) => document.querySelector('header').textContent.includes(wanted), words);
