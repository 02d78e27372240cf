// The quotations on show as files: what is asked for comes down, complete and harmless wherever it is opened.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { journey } from './lib/emic.mjs';
import { begin, bringIn, link, pick, saved, text } from './lib/study.mjs';
import { around, words } from './lib/words.mjs';

const ANSWERS = [
  'Interviewer: What did you take with you?',
  '=HYPERLINK("http://example.org") was on the letter, nothing else.',
  'A "grey" suitcase, two coats; <b>the photographs</b> & the keys.',
  'ليلى: أخذتُ المفاتيح فقط.',
];

/** Chooses a form in the menu and gives the file that comes down. */
async function exported(page, say, form) {
  await page.getByRole('main').getByRole('button', { name: say('quotations-export') }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: around(say(form)) }).click(),
  ]);
  return { name: download.suggestedFilename(), words: readFileSync(await download.path(), 'utf8') };
}

/** The cells of a CSV file by RFC 4180. */
function rows(csv) {
  const cells = [...csv.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  const table = [[]];
  for (const [, cell, end] of cells) {
    table.at(-1).push(cell.replaceAll('""', '"'));
    if (end !== ',') table.push([]);
  }
  return table.slice(0, -1);
}

journey(test, 'the quotations on show are exported as a table, a page and a text, in either language', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'leaving.txt': ANSWERS.join('\n\n') });
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  await text(page).focus();
  await press('Control+Home', 'Control+ArrowDown', 'p', 'c');
  await pick(page, 'Things');
  await press('Control+ArrowDown', 'p', 'c');
  await pick(page, 'Things');
  await press('Control+ArrowDown', 'p', 'q');
  await saved(page);
  await link(page, 'Quotations').click();
  await page.getByRole('main').getByRole('article').nth(2).waitFor();

  let say = words('en');
  const csv = await exported(page, say, 'quotations-as-csv');
  assert.match(csv.name, /\.csv$/);
  assert.ok(csv.words.startsWith('\ufeff'), 'Excel is told that it is UTF-8');
  const table = rows(csv.words);
  assert.equal(table.length, 4, 'a head and three quotations, the one without a code too');
  const column = (name) => table.slice(1).map((row) => row[table[0].indexOf(name)]);
  assert.deepEqual(column('Code'), ['Things', 'Things', '']);
  assert.deepEqual(column('Quotation'), [`'${ANSWERS[1]}`, ANSWERS[2], ANSWERS[3]], 'a formula is words');
  assert.deepEqual(column('Document'), ['leaving', 'leaving', 'leaving']);
  assert.deepEqual(column('Coder'), ['LM', 'LM', 'LM']);
  assert.ok(!(await exported(page, say, 'quotations-as-csv-plain')).words.startsWith('\ufeff'));

  const { name, words: html } = await exported(page, say, 'quotations-as-html');
  assert.match(name, /\.html$/);
  assert.ok(html.includes('&lt;b&gt;the photographs') && !html.includes('<b>the photographs'), 'words are words');
  assert.ok(!/<script|\bon\w+=|src=/i.test(html.replaceAll(/&lt;.*?&gt;/g, '')));
  const markdown = await exported(page, say, 'quotations-as-markdown');
  assert.match(markdown.name, /\.md$/);
  assert.ok(markdown.words.includes(ANSWERS[3]) && /^#+ .*Things/m.test(markdown.words));

  // One code, named in the file's name; and all of it in the other language.
  await page.getByRole('button', { name: 'العربية' }).click();
  say = words('ar');
  const arabic = rows((await exported(page, say, 'quotations-as-csv')).words);
  assert.equal(arabic.length, 4);
  assert.ok(arabic[0].every((label) => /\p{Script=Arabic}/u.test(label)), arabic[0].join());
});
