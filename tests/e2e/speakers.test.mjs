// Who speaks stands beside the words: shown, hidden and counted, coded all at once, and left out where only the others'
// words matter.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, exportOpen, link, picker, saved, text } from './lib/study.mjs';
import { words } from './lib/words.mjs';

const TALK = [
  '[00:00:02] Ana: When did you leave the valley?',
  '[00:00:09] Ben: We left the valley in the night.',
  'Nobody spoke on the road.',
  '[00:00:31] Ana: And what did you carry out of it?',
  '[00:00:36] Ben: Two bags and a radio.',
  '[00:00:50] Ana: Who met you?',
  '[00:00:55] Ben: My cousin met us at the bridge.',
].join('\n\n');

/** Subtitles whose speakers the format names, and not the words. */
const SUBTITLES = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>When did you leave the valley?

00:00:05.000 --> 00:00:09.000
<v Ben>We left in the night.

00:01:10.000 --> 00:01:12.000
<v Ana>Who met you there?
`;

const ARABIC = [
  'ليلى: متى غادرتم الوادي؟',
  'أبو سمير: غادرنا الوادي في الليل، ولم يتكلم أحد.',
  'ليلى: وماذا حملتم معكم؟',
  'أبو سمير: حقيبتين ومذياعًا.',
].join('\n\n');

const plain = (all) => all.map((words) => words.replaceAll(/[\u2066-\u2069]/g, ''));
const shown = async (page, selector) => plain(await text(page).locator(selector).evaluateAll(
  (all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent),
));
const list = (page, say = words('en')) => page.getByRole('region', { name: say('speakers'), exact: true });
const openList = async (page, say = words('en')) => {
  await page.getByRole('button', { name: say('speakers'), exact: true }).click();
  await list(page, say).waitFor();
};
const choose = async (page, name, item, say = words('en')) => {
  await list(page, say).getByRole('button', { name: new RegExp(name) }).click();
  await page.locator('[role=menu]:popover-open').getByText(item, { exact: true }).click();
};

journey(test, 'speakers and times stand beside the words, and can be hidden and left out of sight', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  await saved(page);
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ana', 'Ben', 'Ana', 'Ben', 'Ana', 'Ben']);
  assert.deepEqual(await shown(page, '.para__time'), ['0:02', '0:09', '0:31', '0:36', '0:50', '0:55']);
  assert.equal((await shown(page, '.said__label'))[0], '[00:00:02] Ana: ');
  await screenshot(page, 'speakers-gutter');
  await axe(page);

  // By keys, and again.
  await text(page).focus();
  await page.keyboard.press('Shift+F9');
  await page.waitForFunction(() => !document.querySelector('.para__time').checkVisibility());
  await page.keyboard.press('F9');
  await page.waitForFunction(() => !document.querySelector('.para__speaker').checkVisibility());
  await page.keyboard.press('F9');
  await page.keyboard.press('Shift+F9');
  await page.waitForFunction(() => document.querySelector('.para__time').checkVisibility());

  // What each says is counted, without labels.
  await openList(page);
  const rows = plain(await list(page).getByRole('listitem').allTextContents());
  assert.match(rows[0], /^Ana.*3 turns · 17 words · \d+% · asks$/);
  assert.match(rows[1], /^Ben.*3 turns · 24 words · \d+%$/);
  await axe(page);

  // Only one of them: the other's turns are lines, each of which can be opened.
  await choose(page, 'Ben', 'Only this speaker');
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ben', 'Ben', 'Ben']);
  const hidden = page.getByRole('button', { name: /^A turn of .* is hidden/ });
  assert.equal(await hidden.count(), 3);
  await screenshot(page, 'speakers-only-one');
  await axe(page);
  await page.keyboard.press('Escape');
  await hidden.first().click();
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ana', 'Ben', 'Ben', 'Ben']);
  assert.equal(await hidden.count(), 2);
  // The cursor goes through hidden words as through any.
  await text(page).focus();
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < 12; line += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.keyboard.press('q');
  await openList(page);
  await page.getByRole('button', { name: 'Show all of them' }).click();
  assert.equal(await hidden.count(), 0);
  assert.deepEqual(coded(await exportOpen(page)), [[TALK.split('\n\n').at(-1), []]]);

  await choose(page, 'Ben', 'Dim the others');
  assert.equal(await text(page).locator('.para--dimmed').count(), 3);
  await page.keyboard.press('Escape');
  await list(page).waitFor({ state: 'detached' });
  await axe(page);
  assert.equal(await text(page).evaluate((it) => it === document.activeElement), true);
});

journey(test, 'every turn of a speaker is coded at once, and what is said about speakers can be taken back', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.vtt': SUBTITLES });
  await saved(page);
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ana', 'Ben', 'Ana']);
  assert.deepEqual(await shown(page, '.para__time'), ['0:01', '0:05', '1:10']);
  await openList(page);
  await choose(page, 'Ana', 'Code every turn…');
  const dialog = await picker(page);
  await dialog.getByRole('combobox', { name: 'Find or create a code' }).fill('Questions');
  await page.keyboard.press('Enter');
  await page.getByText(/applied to 2 turns/).first().waitFor();
  await saved(page);
  assert.deepEqual(coded(await exportOpen(page)), [
    ['When did you leave the valley?', ['Questions']], ['Who met you there?', ['Questions']],
  ]);
  await text(page).locator('mark').first().click();
  const panel = page.getByRole('region', { name: 'Quotation', exact: true });
  await panel.getByText('Ana', { exact: true }).waitFor();
  await panel.getByText('0:01', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.waitForFunction(() => !document.querySelector('.said mark'));

  await openList(page);
  await choose(page, 'Ana', 'Rename');
  await page.getByRole('dialog').getByLabel('Name').fill('Ana Lee');
  await page.keyboard.press('Enter');
  await text(page).getByText('Ana Lee').first().waitFor();
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ana Lee', 'Ben', 'Ana Lee']);
  await choose(page, 'Ben', 'Asks the questions');
  await list(page).getByRole('listitem').filter({ hasText: /Ben.*asks/ }).waitFor();
  await choose(page, 'Ben', 'The same as “Ana Lee”');
  await list(page).getByRole('listitem').nth(1).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => document.querySelectorAll('.para__speaker')[1].textContent === 'Ben');
  // Where the format named them, they are found again as it did.
  await openList(page);
  await list(page).getByRole('button', { name: 'Find speakers again' }).click();
  await page.getByText('2 speakers found').first().waitFor();
  assert.deepEqual(await shown(page, '.para__speaker'), ['Ana Lee', 'Ben', 'Ana Lee']);
});

journey(test, 'what interviewers say is left out of lists, counts and search', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  await saved(page);
  const search = async (expected) => {
    await link(page, 'Search').click();
    await page.getByRole('textbox', { name: 'Search documents, comments and codes' }).fill('valley');
    await page.waitForFunction((n) => document.querySelectorAll('main mark').length === n, expected);
  };
  await search(2);
  await page.getByRole('button', { name: 'Looking at: everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'What to look at' });
  await axe(page);
  await dialog.getByText('Leave interviewers’ words out').click();
  await dialog.getByRole('button', { name: 'Look at this' }).click();
  await page.getByText('without interviewers’ words', { exact: true }).waitFor();
  await search(1);
  await screenshot(page, 'speakers-left-out');
  await axe(page);
  await link(page, 'Documents').click();
  await page.getByRole('cell', { name: '36', exact: true }).waitFor();
  await link(page, 'Read').click();
  await page.getByText('36 words without the interviewers’').waitFor();
});

journey(test, 'speakers in Arabic, from right to left, on a phone', { locale: 'ar', viewport: { width: 390, height: 780 } }, async ({ page }) => {
  const say = words('ar');
  await page.getByRole('button', { name: new RegExp(`^(${say('start-step-create')}|${say('start-new')})$`) }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('create-name')).fill('الوادي');
  await dialog.getByLabel(say('create-coder')).fill('ل م');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: say('reader-empty-import') }).first().click();
  await page.locator('input[type=file]').first().setInputFiles([{ name: 'layla.txt', mimeType: 'text/plain', buffer: Buffer.from(ARABIC) }]);
  await page.locator('dialog[open] .btn--primary').last().click();
  const text = page.getByRole('article');
  await text.waitFor();
  assert.deepEqual(await text.locator('.para__speaker').allTextContents(), ['ليلى', 'أبو سمير', 'ليلى', 'أبو سمير']);
  // The name stands above its turn.
  const [name, said] = await Promise.all(['.para__speaker', '.said'].map((it) => text.locator(it).first().boundingBox()));
  assert.ok(name.y + name.height <= said.y + 2, 'the name is above the words');
  await axe(page);
  await screenshot(page, 'speakers-arabic-phone');
  await openList(page, say);
  await axe(page);
  await screenshot(page, 'speakers-arabic-list');
  await choose(page, 'سمير', say('speakers-only'), say);
  assert.equal(await text.locator('.para__hidden').count(), 2);
});
