// Transcripts come in whatever format they are in, with what stands beside their words: who speaks, when, which page.
import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, exportOpen, openImport, saved, text } from './lib/study.mjs';
import { docx, epub, odt, p, xlsx, zip } from './lib/zip.mjs';

const fixture = (name) => readFileSync(fileURLToPath(new URL(`../../crates/readers/fixtures/${name}`, import.meta.url)));
const file = (name, buffer) => ({ name, mimeType: '', buffer: Buffer.from(buffer) });
const bring = (dialog, n) => dialog.getByRole('button', { name: n === 1 ? 'Bring in 1 document' : `Bring in ${n} documents`, exact: true });
const row = (dialog, title) => dialog.getByRole('list', { name: 'Texts to bring in' }).getByRole('button', { name: new RegExp(`^${title}`) });
const words = (dialog) => dialog.getByRole('region', { name: 'Text and speakers' });

/** The documents of the project as it is exported, by their titles. */
async function documents(page) {
  await saved(page);
  const project = JSON.parse(await exportOpen(page));
  return { project, of: Object.fromEntries(project.documents.map((document) => [document.title, document])) };
}

const ARABIC = ['المحاورة: متى تركتم القرية؟', 'ليلى: تركناها في الشتاء، بعد أن أُغلق الطريق.', 'المحاورة: ومن بقي؟', 'ليلى: بقيت جدتي والبقرة.'];
const ENGLISH = ['Interviewer: Who left first?', 'Samir: My cousins did, on foot.', 'Interviewer: And you?', 'Samir: We waited for the bus.'];

const INTERVIEW = docx(ENGLISH.map((words) => p(words)).join('') + ARABIC.map((words) => p(words, { rtl: true })).join(''));

const COMMENTED = docx(
  '<w:p><w:r><w:t xml:space="preserve">We took </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>the photographs</w:t></w:r><w:commentRangeEnd w:id="0"/>'
  + '<w:r><w:commentReference w:id="0"/></w:r><w:ins w:id="1" w:author="LM"><w:r><w:t xml:space="preserve"> and the keys</w:t></w:r></w:ins>'
  + '<w:del w:id="2" w:author="LM"><w:r><w:delText xml:space="preserve"> and the lamp</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>',
  { 'word/comments.xml': '<w:comments $W><w:comment w:id="0" w:author="Leen"><w:p><w:r><w:t>Ask which ones</w:t></w:r></w:p></w:comment></w:comments>' },
);

const VTT = ['WEBVTT', '', '00:00:01.000 --> 00:00:03.000', '<v Mona>When did you leave?', '', '00:00:04.000 --> 00:00:06.000',
  '<v Karim>In the spring,', '', '00:00:06.000 --> 00:00:08.500', '<v Karim>with everything on a cart.'].join('\n');

journey(test, 'transcripts of every format come in, each with its words, speakers, times and pages', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles([
    file('two languages.docx', INTERVIEW),
    file('open.odt', odt('<text:h text:outline-level="1">Spring</text:h><text:p>The river rose<text:s text:c="2"/>quickly.</text:p>')),
    file('rich.rtf', fixture('interview.rtf')),
    file('page.html', '<!doctype html><meta charset="utf-8"><h1>Market</h1><p>The stalls <em>opened</em> late.</p><script>alert(1)</script><ul><li>figs</li></ul>'),
    file('book.epub', epub('A winter', ['<h1>One</h1><p>Snow lay on the road.</p>', '<h1>Two</h1><p>It melted.</p>'])),
    file('printed.pdf', fixture('interview.pdf')),
    file('arabic.pdf', fixture('arabic.pdf')),
    file('talk.vtt', VTT),
    file('film.srt', '1\r\n00:00:01,000 --> 00:00:02,000\r\nThe bridge was closed.\r\n'),
    file('study.zip', zip({ 'wave 1/samir.txt': ENGLISH.join('\n'), 'wave 1/.DS_Store': 'x', 'wave 2/leila.txt': ARABIC.join('\n') })),
  ]);
  await bring(dialog, 11).waitFor({ timeout: 60_000 });
  assert.equal(await dialog.getByText(/could not be taken/).count(), 0);

  await row(dialog, 'two languages').click();
  const speakers = dialog.getByRole('list', { name: 'Speakers' });
  await speakers.getByRole('button', { name: 'Interviewer · 2 · asks' }).waitFor();
  await speakers.getByRole('button', { name: /ليلى.* · 2/ }).waitFor();
  // Each turn reads in its own direction.
  const direction = (said) => words(dialog).getByText(said).evaluate((element) => getComputedStyle(element).direction);
  assert.equal(await direction('My cousins did'), 'ltr');
  assert.equal(await direction('تركناها في الشتاء'), 'rtl');
  await axe(page);
  await screenshot(page, 'formats-preview');

  await bring(dialog, 11).click();
  await dialog.getByText('11 documents brought in.', { exact: true }).first().waitFor();
  // What of each file is not in its text is told.
  await dialog.getByText('1 program', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  const { project, of } = await documents(page);
  assert.equal(project.documents.length, 11);
  const spoken = (title) => of[title].turns.map(({ words, span, speaker }) => [
    of[title].speakers.find(({ id }) => id === speaker).name, [...of[title].text].slice(words, span[1]).join(''),
  ]);
  assert.deepEqual(spoken('two languages')[1], ['Samir', 'My cousins did, on foot.']);
  assert.deepEqual(spoken('two languages').at(-1), ['ليلى', 'بقيت جدتي والبقرة.']);
  assert.deepEqual(spoken('talk'), [['Mona', 'When did you leave?'], ['Karim', 'In the spring, with everything on a cart.']]);
  assert.deepEqual(of.talk.times.map(([, ms]) => ms), [1000, 4000, 6000]);
  assert.equal(of.open.text, 'Spring\nThe river rose  quickly.');
  assert.deepEqual([of.open.blocks[0].kind, of.open.blocks[0].level], ['heading', 1]);
  assert.ok(of.printed.pages.length >= 1 && of.printed.pages[0][0] === 0);
  assert.match(of.arabic.text, /الحافلة/, 'letters in the order in which they are read');
  assert.match(of.page.text, /figs/);
  assert.deepEqual(of.page.styles.map(([, , how]) => how), ['italic']);
  assert.match(of['A winter'].text, /Snow lay on the road\.[^]*It melted\./);
  assert.deepEqual([of.samir.turns.length, of.leila.turns.length], [4, 4]);
});

journey(test, 'comments stand on their words, and tracked changes are taken as is chosen', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles([file('photographs.docx', COMMENTED)]);
  await words(dialog).getByText('We took the photographs and the keys.').waitFor();
  await dialog.getByLabel('Tracked changes').selectOption('rejected');
  await words(dialog).getByText('We took the photographs and the lamp.').waitFor();
  await dialog.getByRole('switch', { name: /^Bring in 1 comment of the file/ }).waitFor();
  await bring(dialog, 1).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await text(page).getByRole('mark').filter({ hasText: 'the photographs' }).waitFor();
  const { project } = await documents(page);
  assert.deepEqual(project.quotations.map(({ exact, comment }) => [exact, comment]), [['the photographs', 'Leen: Ask which ones']]);
});

journey(test, 'speakers that were found are corrected before they come in', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  const said = ['ANNA K: One.', 'Ben: Two.', 'Anna: Three.', 'Ben: Four.', 'Note: the tape was changed.', 'ANNA K: Five.', 'Anna: Six.', 'Note: again.', 'Ben: Seven.'];
  await dialog.getByLabel('Choose files').setInputFiles([file('group.txt', said.join('\n'))]);
  const speakers = dialog.getByRole('list', { name: 'Speakers' });
  const choose = async (name, action) => {
    await speakers.getByRole('button', { name }).click();
    await page.getByRole('menuitem', { name: action }).or(page.getByRole('menuitemradio', { name: action })).or(page.getByRole('menuitemcheckbox', { name: action })).click();
  };
  await speakers.getByRole('button', { name: /^Ben · 3/ }).waitFor();
  if (await speakers.getByRole('button', { name: /^Note/ }).count()) await choose(/^Note/, 'Not a speaker');
  await choose(/^ANNA K/, 'The same as “Anna”');
  await speakers.getByRole('button', { name: /^Anna · 4/ }).waitFor();
  await choose(/^Ben/, 'Asks the questions');
  await speakers.getByRole('button', { name: 'Ben · 3 · asks' }).waitFor();
  await choose(/^Anna/, 'Rename');
  await page.getByRole('dialog', { name: /Rename/ }).getByLabel('Name').fill('P01');
  await page.keyboard.press('Enter');
  await speakers.getByRole('button', { name: /^P01 · 4/ }).waitFor();
  await bring(dialog, 1).click();
  await dialog.waitFor({ state: 'detached' });
  const { of } = await documents(page);
  assert.deepEqual(of.group.speakers.map(({ name, role }) => [name, role]).toSorted(), [['Ben', 'interviewer'], ['P01', 'participant']]);
  assert.match(of.group.text, /Note: the tape was changed/);
});

const ANSWERS = [
  ['Code', 'Age', 'Why did you leave?', 'What do you miss?', 'Sent'],
  ['P1', '34', 'Because the school had closed and the road was about to.', 'The smell of the bakery in the morning, and the hills.', 'yes'],
  ['P2', '51', 'My brother had a room in the city, so we went there at first.', 'Nothing that could be carried here.', 'yes'],
  ['P3', '28', 'الماء انقطع ولم يأتِ أحد لإصلاحه طوال الصيف.', 'أصوات الجيران في المساء، وشجرة التوت أمام البيت.', 'yes'],
];

for (const [name, content, delimited] of [
  ['answers.csv', ANSWERS.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n'), true],
  ['answers.xlsx', xlsx(ANSWERS), false],
]) {
  journey(test, `a table is asked about, and becomes a document for each respondent: ${name}`, {}, async ({ page }) => {
    await begin(page);
    const dialog = await openImport(page);
    await dialog.getByLabel('Choose files').setInputFiles([file(name, content)]);
    const use = (column) => dialog.getByLabel(`Use of the column “${column}”`);
    await use('Code').waitFor();
    assert.equal(await dialog.getByLabel('Between cells').count(), delimited ? 1 : 0);
    for (const [column, what] of [['Code', 'identifier'], ['Age', 'attribute'], ['Why did you leave?', 'answer'], ['What do you miss?', 'answer'], ['Sent', 'ignore']]) {
      await use(column).selectOption(what);
    }
    await axe(page);
    await screenshot(page, `formats-wizard-${name}`);
    await dialog.getByRole('button', { name: 'Make documents' }).click();
    await bring(dialog, 3).click();
    await page.getByRole('heading', { level: 1, name: 'P1' }).waitFor();
    const done = dialog.getByRole('button', { name: 'Done' });
    if (await done.isVisible()) await done.click();
    const { project, of } = await documents(page);
    assert.deepEqual(Object.keys(of).toSorted(), ['P1', 'P2', 'P3']);
    assert.match(of.P3.text, /Why did you leave\?\nالماء انقطع[^]*What do you miss\?\nأصوات الجيران/);
    const [age] = project.attributes;
    assert.equal(age.name, 'Age');
    assert.deepEqual(project.cases.map((each) => [each.name, each.values[age.id]]).toSorted(), [["P1", "34"], ["P2", "51"], ["P3", "28"]]);
    assert.equal(of.P2.case, project.cases.find((each) => each.name === 'P2').id);
  });
}

journey(test, 'another separator shows the table as it is cut by it, and the first one again', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles([file('rates.csv', 'who;rate\nAnna;1,5\nBen;2,5\n')]);
  const use = (column) => dialog.getByLabel(`Use of the column “${column}”`);
  await use('rate').waitFor();
  await dialog.getByLabel('Between cells').selectOption(',');
  await dialog.getByRole('cell', { name: 'Anna;1', exact: true }).waitFor();
  await use('rate').waitFor({ state: 'detached' });
  await dialog.getByLabel('Between cells').selectOption(';');
  await dialog.getByRole('cell', { name: 'Anna', exact: true }).waitFor();
  await use('rate').waitFor();
});

journey(test, 'damaged, locked and empty files are told apart, and a folder comes in whole', {}, async ({ page }) => {
  await begin(page);
  const dialog = await openImport(page);
  const folder = mkdtempSync(join(tmpdir(), 'emic-folder-'));
  try {
    mkdirSync(join(folder, 'wave 1'));
    writeFileSync(join(folder, 'wave 1', 'samir.txt'), ENGLISH.join('\n'));
    writeFileSync(join(folder, 'notes.md'), '# Notes\n\nIt rained.');
    await dialog.getByLabel('Choose a folder').setInputFiles(folder);
    await bring(dialog, 2).waitFor();
  } finally {
    rmSync(folder, { recursive: true });
  }
  const reason = async (name, buffer, words) => {
    await dialog.getByLabel('Add files').setInputFiles([file(name, buffer)]);
    await dialog.getByRole('listitem').filter({ hasText: name }).getByText(words).waitFor();
  };
  await reason('locked.pdf', fixture('locked.pdf'), /^A password protects it\./);
  await reason('cut.docx', INTERVIEW.subarray(0, 400), /^It is damaged or cut off/);
  await reason('broken.docx', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document><w:body>' }), /^It is damaged: the part .*word\/document\.xml/);
  await reason('old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Word document of before 2007/);
  await reason('bomb.docx', docx(p('0'.repeat(120_000_000))), /more memory than any text needs/);
  await reason('lie.xlsx', 'PK\x03\x04 and nothing else xl/workbook', /damaged/);
  await bring(dialog, 2).waitFor();
});
