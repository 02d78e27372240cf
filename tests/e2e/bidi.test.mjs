// Paragraphs that run in their own direction, and words that are exact whatever letters they are made of.
import assert from 'node:assert/strict';
import test from 'node:test';
import { journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, listen, pick, saved, text } from './lib/study.mjs';

const question = 'Interviewer: When did the road close?';
const answer = 'ليلى: أُغلِق الطريق في الشتاء، ثم بقينا ننتظر. لم يأتِ أحد حتى الربيع.';
const labelled = 'Leila: كنا نسمع الشاحنات في الليل فقط، ولا نراها أبدًا في النهار.';
const numbers = 'في عام 2019 بعنا 12 بيتًا، ثم «Marrow» اشترى الباقي.';

const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

journey(test, 'an English question and an Arabic answer each run their own way, and are coded by keyboard as one sees them', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'leila.txt': [question, answer, labelled, numbers].join('\n\n') });
  const paragraphs = text(page).getByRole('paragraph').filter({ hasText: /\S/ });
  const directions = await paragraphs.evaluateAll((all) => all.map((element) => getComputedStyle(element).direction));
  assert.deepEqual(directions, ['ltr', 'rtl', 'rtl', 'rtl'], 'a Latin name before an Arabic answer does not turn it round');
  const sides = await paragraphs.evaluateAll((all) => all.map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const line = range.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return line.left - box.left < box.right - line.right ? 'left' : 'right';
  }));
  assert.equal(sides[0], 'left');
  assert.equal(sides[3], 'right');
  await screenshot(page, 'bidi');

  const { hears } = await listen(page);
  await text(page).focus();
  // Into the answer: in a paragraph from right to left the left arrow leads on.
  await press(page, 'Control+Home', 'Control+ArrowDown');
  await press(page, 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowRight');
  await press(page, 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'c');
  await pick(page, 'إغلاق');
  await hears('إغلاق applied to 2 words');
  // Letter by letter: a letter and its vowel signs are one step.
  await press(page, 'Home', ...Array(6).fill('ArrowLeft'), 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'q');
  await hears('Quotation of 1 word marked');
  // To the right it goes back.
  await press(page, 'p', 'ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'r');
  // The second sentence and a whole paragraph.
  await press(page, 'p', 'ArrowLeft', 's', 'q');
  await press(page, 'Control+ArrowDown', 'Control+ArrowDown', 'p', 'q');
  // In the question the right arrow leads on.
  await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'q');
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)), [
    ['Interviewer', []],
    ['أُغلِق الطريق', ['إغلاق']],
    ['أُغ', []],
    ['لم يأتِ أحد حتى الربيع.', []],
    ['الربيع.', ['إغلاق']],
    [numbers, []],
  ]);
});

journey(test, 'a quotation from right to left by mouse has the words that were dragged over', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'leila.txt': [question, answer, labelled, numbers].join('\n\n') });
  for (const words of ['بقينا ننتظر', 'نسمع الشاحنات في الليل', 'close']) {
    await (await drag(page, words)).getByRole('button', { name: 'Quotation only' }).click();
  }
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)).map(([words]) => words), ['close', 'بقينا ننتظر', 'نسمع الشاحنات في الليل']);
});

journey(test, 'emoji, combining marks and line ends of Windows: words are exact, in letters as people count them', {}, async ({ page }) => {
  const family = '👩🏽‍⚕️';
  const lines = [
    `She sent ${family} and 🇸🇾 and nothing else.`,
    'Cafe\u0301 Ame\u0301lie was shut, nai\u0308ve as we were.',
    'हिन्दी में नमस्ते कहा गया था।',
    'A line, then\u00a0another 🪴.',
  ];
  await begin(page);
  await bringIn(page, { 'letters.txt': Buffer.from(`\ufeff${lines.join('\r\n\r\n')}\r\n`) });
  await text(page).focus();
  // A nurse of five code points is one step, a flag is another.
  await press(page, 'Control+Home', ...Array(9).fill('ArrowRight'), 'Shift+ArrowRight', 'q');
  await press(page, 'Control+Home', ...Array(15).fill('ArrowRight'), 'Shift+ArrowRight', 'q');
  // A letter and its accent, and the word that has it.
  await press(page, 'Control+ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'q');
  await press(page, 'Home', 'ArrowRight', 'w', 'q');
  // Of a script whose letters join.
  await press(page, 'Control+ArrowDown', 'Control+Shift+ArrowRight', 'q');
  for (const words of ['was shut, nai\u0308ve', 'then\u00a0another 🪴']) {
    await (await drag(page, words)).getByRole('button', { name: 'Quotation only' }).click();
  }
  await saved(page);
  const project = JSON.parse(await exportOpen(page));
  const [document] = project.documents;
  assert.equal(document.text, `${lines.join('\n\n')}${document.text.endsWith('\n') ? '\n' : ''}`, 'line ends are one character each');
  const letters = [...document.text];
  for (const { span: [start, end], exact } of project.quotations) assert.equal(letters.slice(start, end).join(''), exact);
  const found = project.quotations.map(({ exact }) => exact);
  for (const words of [family, '🇸🇾', 'e\u0301', 'Cafe\u0301', 'हिन्दी', 'was shut, nai\u0308ve', 'then\u00a0another 🪴']) {
    assert.ok(found.includes(words), `“${words}” is among ${JSON.stringify(found)}`);
  }
  assert.equal(found.length, 7);
});
