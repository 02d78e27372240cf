// Words are found again: over the whole project, and within the document one reads; in a worker, as one types.
import assert from 'node:assert/strict';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, drag, link, panel, pick, saved, text } from './lib/study.mjs';

const ANA = [
  'I: When did you leave the clinic?',
  'P1: We left in the night. The clinic had no light, and the naïve ones among us packed for a week.',
  'P1: My brother stayed. A clinic without anyone is only walls.',
].join('\n\n');
const SALMA = [
  'س: متى غادرتِ المستشفى؟',
  'ج: غادَرْتُ المستشفـــى قبل الفجر، وأحمد معي.',
  'ج: Then we reached the CLINIC of the next town.',
].join('\n\n');

const field = (page) => page.getByRole('textbox', { name: 'Search documents, comments and codes' });
const found = (page) => page.getByRole('list', { name: 'What was found' });
const bar = (page) => page.getByRole('search', { name: 'Find in this document' });

/** A project with two texts, a code and two comments; the search screen is open. */
async function searching(page) {
  await begin(page);
  await bringIn(page, { 'ana.txt': ANA });
  await drag(page, 'My brother stayed');
  await page.keyboard.press('c');
  await pick(page, 'Family of the clinic');
  await text(page).locator('mark').first().click();
  await panel(page).getByLabel('Comment', { exact: true }).fill('He guarded the clinic.');
  await page.getByRole('button', { name: 'Bring text in' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bring text in' });
  await dialog.getByLabel('Choose files').setInputFiles([{ name: 'salma.txt', mimeType: 'text/plain', buffer: Buffer.from(SALMA) }]);
  await dialog.getByRole('button', { name: /^Bring in \d+ document/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await saved(page);
  await link(page, 'Search').click();
  await field(page).waitFor();
}

/** What stands in the list: each document's title with the words of its hits. */
const listed = (page) => found(page).evaluate((list) => [...list.children].map((group) => [
  group.querySelector('h2').textContent.replaceAll(/[\u2066-\u2069]/g, ''),
  [...group.querySelectorAll('mark')].map((mark) => mark.textContent),
]));

async function finds(page, words, expected) {
  await field(page).fill(words);
  for (let waited = 0; waited < 8000 && !isDeepStrictEqual(await listed(page), expected); waited += 100) {
    await page.waitForTimeout(100);
  }
  assert.deepEqual(await listed(page), expected);
}

journey(test, 'words are found as one types, however they are written, in texts, comments and codes', {}, async (emic) => {
  const { page } = emic;
  await searching(page);
  assert.equal(await field(page).evaluate((it) => it === document.activeElement), true);
  await page.getByText('Find any words again').waitFor();
  await axe(page);
  await finds(page, 'clinic', [
    ['Codebook and memos1', ['clinic']],
    ['ana4', ['clinic', 'clinic', 'clinic', 'clinic']],
    ['salma1', ['CLINIC']],
  ]);
  await page.getByText('6 hits: 5 in 2 documents, 1 in the codebook').first().waitFor();
  await axe(page);
  await screenshot(page, 'search');
  // Accents, vowel marks and tatweel make no difference, until one says so.
  await finds(page, 'NAIVE', [['ana1', ['naïve']]]);
  await finds(page, 'غادرت المستشفى', [['salma2', ['غادرتِ المستشفى', 'غادَرْتُ المستشفـــى']]]);
  await page.getByRole('switch', { name: 'Match accents and vowel marks' }).click();
  await page.getByText('Nothing found for').waitFor();
  await page.getByRole('switch', { name: 'Match accents and vowel marks' }).click();
  await page.getByRole('switch', { name: 'Match case' }).click();
  await finds(page, 'CLINIC', [['salma1', ['CLINIC']]]);
  await page.getByRole('switch', { name: 'Match case' }).click();
  await page.getByRole('switch', { name: 'Whole words' }).click();
  await finds(page, 'clin', []);
  await finds(page, 'احمد', [['salma1', ['أحمد']]]);
  await page.getByRole('switch', { name: 'Whole words' }).click();

  // A hit leads to its place, and back leads to the list as it was.
  await finds(page, 'only walls', [['ana1', ['only walls']]]);
  await found(page).getByRole('link').first().click();
  await bar(page).waitFor();
  await page.getByText('1 of 1').waitFor();
  await page.waitForFunction(() => [...CSS.highlights.get('emic-found-here') ?? []].some((range) => range.toString() === 'only walls'));
  await page.keyboard.press('Escape');
  // The hit can be coded at once.
  await page.keyboard.press('c');
  await pick(page, 'House');
  await text(page).locator('mark', { hasText: 'only walls' }).waitFor();
  await page.goBack();
  await found(page).getByRole('link').first().waitFor();
  assert.equal(await field(page).inputValue(), 'only walls');
  // The old words are selected, so that others are typed over them.
  assert.equal(await page.evaluate(() => getSelection().toString()), 'only walls');

  // What is undone or done meanwhile is in the list.
  await finds(page, 'house', [['Codebook and memos1', ['House']]]);
  await page.getByRole('button', { name: /^Undo: / }).click();
  await page.getByText('Nothing found for').waitFor();
});

journey(test, 'within a document one goes from hit to hit by keyboard', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  const many = Array.from({ length: 200 }, (_, n) => `P1: Sentence ${n} of the long night, and the road went on. Nothing else was said.`).join('\n\n');
  await bringIn(page, { 'long.txt': many });
  await page.keyboard.press('Control+f');
  await bar(page).waitFor();
  await bar(page).getByRole('textbox').pressSequentially('ROAD  went');
  await bar(page).getByText('1 of 200').waitFor();
  await page.keyboard.press('Shift+Enter');
  await bar(page).getByText('200 of 200').waitFor();
  await text(page).getByText('Sentence 199 ').waitFor();
  await page.waitForFunction(() => {
    const [range] = CSS.highlights.get('emic-found-here') ?? [];
    const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1 };
    return top > 0 && bottom < innerHeight;
  });
  // Only what is in view is highlighted.
  assert.ok(await page.evaluate(() => CSS.highlights.get('emic-found').size) < 60);
  await axe(page);
  await screenshot(page, 'find-in-document');
  await bar(page).getByRole('textbox').fill('nowhere');
  await bar(page).getByText('No hits').waitFor();
  await bar(page).getByRole('button', { name: 'Search all documents' }).click();
  await page.getByText('Nothing found for').waitFor();
});

journey(test, 'where there is no database the project is searched all the same', {}, async (emic) => {
  await emic.context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('not allowed', 'SecurityError'); } });
  });
  const { page } = emic;
  await page.reload();
  await searching(page);
  await finds(page, 'walls', [['ana1', ['walls']]]);
});

journey(test, 'a search of much text is off the page and can be stopped', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  const words = Array.from({ length: 9000 }, (_, n) => `word${n % 997} and night`).join(' ');
  await bringIn(page, Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`t${n}.txt`, `Text ${n}. ${words}`])));
  await saved(page);
  await link(page, 'Search').click();
  // Pressed as soon as it is there: the search may take no longer than a person's reach for it.
  await page.evaluate(() => {
    const press = () => [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Stop')?.click();
    new MutationObserver((_, watch) => {
      if (document.querySelector('main')?.textContent.includes('Stopped; ')) watch.disconnect();
      else press();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await field(page).fill('night');
  await page.getByText(/^Stopped; /).waitFor();
  await field(page).fill('nigh');
  await page.getByText('360,000 hits in 40 documents').first().waitFor({ timeout: 60_000 });
  // Of the later documents hits were only counted; their words come when one comes to them.
  const groups = page.locator('.find__group');
  await groups.nth(39).waitFor();
  assert.equal(await groups.nth(39).getByRole('link').count(), 0);
  await groups.nth(39).scrollIntoViewIfNeeded();
  await groups.nth(39).getByRole('link').nth(4).waitFor();
  assert.match(await groups.nth(39).getByRole('link').first().innerText(), /night/);
});
