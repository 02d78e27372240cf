// A whole project goes out as one file and comes back the same: whatever was done in it, whatever a later version wrote
// into it; and a file that is not right changes nothing.
import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { checkQuiet, journey, launch } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, panel, pick, saved, text } from './lib/study.mjs';
import { pdfText, said } from './lib/transcript.mjs';

const TITLE = 'Leaving Marrow Valley';
const projects = (page) => page.getByRole('list', { name: 'Projects in this browser' });

function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'emic-files-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Chooses a project file on the start page. */
async function choose(page, path) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import project file' }).click(),
  ]);
  await chooser.setFiles(path);
}

/** Opens a project of the list; someone who is in it codes on, if that is asked. */
async function open(page, title) {
  await projects(page).getByRole('link', { name: title, exact: true }).click();
  const who = page.getByRole('dialog', { name: 'Who is coding?' });
  await who.or(text(page)).first().waitFor();
  if (await who.count() > 0) {
    await who.getByLabel('Someone who codes in this project').selectOption({ label: 'LM' });
    await who.getByRole('button', { name: 'Start coding' }).click();
    await who.waitFor({ state: 'detached' });
  }
  await text(page).waitFor();
  await saved(page);
}

/** Makes a project with a bit of everything in it, and exports it. */
async function makeAndExport(page) {
  await begin(page);
  await bringIn(page, {
    'nadia.txt': pdfText(),
    'notes.md': '# Field notes\r\n\r\n- the gate 🚪 was open\r\n- سألتها عن البيت فقالت: كُنّا هناك.\r\n',
  });
  await page.getByRole('heading', { level: 1, name: 'nadia' }).waitFor();
  const bar = await drag(page, 'a house is only stones');
  await bar.getByRole('button', { name: 'Code…' }).click();
  await pick(page, 'House');
  await panel(page).getByRole('button', { name: 'End later' }).click();
  await panel(page).getByLabel('Comment').fill('What is a house?\nأي بيت؟');
  await page.keyboard.press('Tab');
  await (await drag(page, 'the first thing we laughed about')).getByRole('button', { name: 'In vivo' }).click();
  await (await drag(page, 'the doors were all the same green')).getByRole('button', { name: 'Quotation only' }).click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+z');
  await saved(page);
  return exportOpen(page);
}

journey(test, 'what was done in one browser is the same in an empty one, to the byte', {}, async (emic, t) => {
  const bytes = await makeAndExport(emic.page);
  assert.deepEqual(coded(bytes), [['a house is only stones, but', ['House']], ['the first thing we laughed about', ['the first thing we laughed about']]]);
  const project = JSON.parse(bytes);
  assert.equal(project.documents.find(({ source }) => source.file_name === 'nadia.txt').source.imported, pdfText());
  const path = join(folder(t), 'project.json');
  writeFileSync(path, bytes);

  const other = await launch(t);
  await choose(other.page, path);
  await open(other.page, TITLE);
  const again = await exportOpen(other.page);
  assert.ok(bytes.equals(again), 'the bytes are the same');
  // It is not only kept but also read: the text is there and its quotations are found.
  await other.page.getByRole('article', { name: /^Text of/ }).getByText(said[0]).waitFor();
  await panel(other.page).getByText('a house is only stones, but').waitFor();
  checkQuiet(other);
});

/** Adds fields that no version knows to every object that is a thing of its own. */
function withUnknownFields(project) {
  let n = 0;
  const add = (thing) => {
    n += 1;
    return Object.assign(thing, {
      x_later: { list: [true, null, -1.5, 'כל זה — «كله» 🪴'], n, nothing: {} },
      x_text: 'line\nbreak "quoted" \u0001',
    });
  };
  const all = (list = []) => list.forEach(add);
  add(project);
  for (const list of ['coders', 'folders', 'documents', 'codes', 'quotations', 'history']) all(project[list]);
  for (const document of project.documents) {
    add(document.source);
    all(document.blocks);
  }
  project.quotations.forEach(({ codings }) => all(codings));
  project.history.forEach(({ actions }) => all(actions));
  return n;
}

journey(test, 'fields that only a later version knows come back where they were', {}, async (emic, t) => {
  const { page } = emic;
  const project = JSON.parse(await makeAndExport(page));
  assert.ok(withUnknownFields(project) > 25);
  project.title = 'From later';
  project.id = '00000000-0000-0000-0000-00000000abcd';
  const path = join(folder(t), 'later.json');
  const bytes = Buffer.from(`${JSON.stringify(project, null, 2)}\n`);
  writeFileSync(path, bytes);
  await page.getByRole('link', { name: /All projects/ }).click();
  await choose(page, path);
  await open(page, 'From later');
  const again = await exportOpen(page);
  assert.equal(again.toString(), bytes.toString());
  // And after something else was done they are still there.
  await (await drag(page, 'Everything was straight')).getByRole('button', { name: 'Quotation only' }).click();
  await saved(page);
  const changed = JSON.parse(await exportOpen(page));
  assert.equal(changed.quotations.length, project.quotations.length + 1);
  const kept = (list) => list.filter((thing) => 'x_later' in thing);
  for (const list of ['coders', 'documents', 'codes', 'quotations', 'history']) assert.deepEqual(kept(changed[list]), project[list]);
});

journey(test, 'a file that is not right is refused in precise words and changes nothing', {}, async (emic, t) => {
  const { page } = emic;
  const good = await makeAndExport(page);
  const before = coded(good);
  await page.getByRole('link', { name: /All projects/ }).click();
  const files = folder(t);
  const changed = (change) => {
    const project = JSON.parse(good);
    project.id = '00000000-0000-0000-0000-00000000abcd';
    change(project);
    return JSON.stringify(project);
  };
  const huge = join(files, 'huge.json');
  const handle = openSync(huge, 'w');
  writeSync(handle, good.subarray(0, 1000));
  ftruncateSync(handle, 600 * 1024 * 1024);
  closeSync(handle);
  const cases = [
    ['transcript.txt', pdfText(), /This is a text, not an Emic project/],
    ['other.json', '[{"name": "a tool"}]', /JSON file of another program/],
    ['empty.json', '', /The file is empty/],
    ['cut.json', good.subarray(0, good.length - 200), /ends in the middle, in line \d+/],
    ['newer.json', changed((project) => Object.assign(project, { version: 7, min_reader: 7 })), /A newer version of Emic wrote this file \(it needs format 7; this version knows format 1\)/],
    ['field.json', changed((project) => { delete project.documents[1].title; }), /the field documents\[1\]\.title is missing/],
    ['wrong.json', changed((project) => { project.quotations[0].span = 'all'; }), /the field quotations\[0\]\.span holds something else/],
    ['comma.json', good.toString().replace('"title":', '"title",'), /in line \d+, character \d+, it breaks the rules of JSON/],
    ['paper.pdf', '%PDF-1.7\n%\u00e2\u00e3', /This is a PDF/],
    ['huge.json', null, /The file is larger than \d+ MB/],
  ];
  for (const [name, content, why] of cases) {
    const path = join(files, name);
    if (content !== null) writeFileSync(path, content);
    await choose(page, path);
    const dialog = page.getByRole('alertdialog', { name: `${name} could not be imported` });
    await dialog.getByText(why).waitFor();
    await dialog.getByText('Nothing was changed.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await projects(page).getByRole('listitem').count(), 1, name);
    assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', `the focus is somewhere after ${name}`);
  }
  await open(page, TITLE);
  assert.deepEqual(coded(await exportOpen(page)), before);
});

journey(test, 'a file of a project that is here is asked about: cancel, keep both, replace', {}, async (emic, t) => {
  const { page } = emic;
  const first = await makeAndExport(page);
  const path = join(folder(t), 'copy.json');
  writeFileSync(path, first);
  // Mine goes on after the export.
  await (await drag(page, 'They said nothing at first')).getByRole('button', { name: 'In vivo' }).click();
  await saved(page);
  const mine = await exportOpen(page);
  assert.equal(coded(mine).length, 3);
  await page.getByRole('link', { name: /All projects/ }).click();

  const conflict = page.getByRole('dialog', { name: /already/ });
  await choose(page, path);
  await conflict.getByText('2 quotations').first().waitFor();
  await conflict.getByText('3 quotations').first().waitFor();
  await page.keyboard.press('Escape');
  await conflict.waitFor({ state: 'detached' });
  assert.equal(await projects(page).getByRole('listitem').count(), 1, 'cancelled: nothing was brought in');

  await choose(page, path);
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await conflict.waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.querySelectorAll('main li').length >= 2);
  assert.equal(await projects(page).getByText(/3 quotations/).count(), 1, 'mine is as it was');
  assert.equal(await projects(page).getByText(/2 quotations/).count(), 1, 'the file is a project of its own');

  await choose(page, path);
  await conflict.getByRole('button', { name: 'Replace mine with the file' }).click();
  await conflict.waitFor({ state: 'detached' });
  await projects(page).getByText(/3 quotations/).waitFor({ state: 'detached' });
  assert.equal(await projects(page).getByText(/2 quotations/).count(), 2);
  // What has been replaced is the file, to the byte.
  await emic.restart();
  // The one that was kept beside is told by its name.
  const titles = [TITLE, `${TITLE} (from the file)`];
  let same = 0;
  for (const title of titles) {
    await open(emic.page, title);
    if (first.equals(await exportOpen(emic.page))) same += 1;
    await emic.page.getByRole('link', { name: /All projects/ }).click();
  }
  assert.equal(same, 1, 'one of them is the file, the other has an identity of its own');
});
