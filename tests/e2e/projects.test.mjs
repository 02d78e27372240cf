// Projects: made, renamed, copied, deleted, taken out as a file and brought in again; and nothing lost on the way.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { canFill, fill, makeRoom } from './lib/disk.mjs';
import { axe, checkQuiet, journey, launch, screenshot } from './lib/emic.mjs';

const fixture = fileURLToPath(new URL('../../crates/formats/tests/fixtures/v1.json', import.meta.url));

const saved = (page) => page.getByRole('button', { name: 'Saved', exact: true }).waitFor();
const projects = (page) => page.getByRole('list', { name: 'Projects in this browser' });
const home = async (page) => {
  await page.getByRole('link', { name: 'All projects' }).click();
  await projects(page).waitFor();
};

async function create(page, title, coder = 'LM') {
  await page.getByRole('button', { name: /Create a project|New project/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Title of the project').fill(title);
  await dialog.getByLabel('Who is coding?').fill(coder);
  // Pressed twice it is made once.
  await dialog.getByRole('button', { name: 'Create project' }).evaluate((button) => { button.click(); button.click(); });
  await page.getByRole('button', { name: `Rename project ${title}` }).waitFor();
}

/** Drops a file on the page; tells what the pointer showed before. */
const drop = (page, name, content) => page.evaluate(([name, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], name, { type: 'application/json' }));
  const event = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
  document.querySelector('h1').dispatchEvent(event('dragover'));
  const { dropEffect } = data;
  document.querySelector('h1').dispatchEvent(event('drop'));
  return dropEffect;
}, [name, content]);

/** Titles that run against the interface are isolated by invisible marks. */
const named = (before, title) => new RegExp(`^${before} \u2068?${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\u2069?$`);

async function action(page, title, name) {
  await page.getByRole('button', { name: named('More actions for', title) }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Chooses a project file on the start page. */
async function choose(page, path) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import project file' }).click(),
  ]);
  await chooser.setFiles(path);
}

/** Exports a project from the list; gives the file's name and bytes. */
async function exported(page, title) {
  const [download] = await Promise.all([page.waitForEvent('download'), action(page, title, 'Export project (JSON)')]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Makes a project and renames it when there is no room any more. */
async function renamedOnAFullDisk({ context, page }) {
  await canFill(context);
  await page.reload();
  await create(page, 'Before');
  await saved(page);
  await fill(page);
  await page.getByRole('button', { name: 'Rename project Before' }).click();
  await page.getByRole('dialog').getByLabel('Title of the project').fill('After');
  await page.keyboard.press('Enter');
}

/** A folder of its own for the files of one journey. */
function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'emic-files-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

journey(test, 'a project is made, renamed, copied and deleted', {}, async ({ page }) => {
  await axe(page);
  await create(page, 'Leaving Marrow Valley');
  await saved(page);
  assert.match(await page.title(), /Leaving Marrow Valley/);
  await axe(page);

  // A change after an export is said, even where there is no text.
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export project (JSON)' }).click()]);
  await page.getByText(/^Exported now$/).first().waitFor();

  // Renamed from within, taken back and done again by key.
  await page.getByRole('button', { name: 'Rename project Leaving Marrow Valley' }).click();
  await page.getByRole('dialog').getByLabel('Title of the project').fill('Leaving the valley');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rename project Leaving the valley' }).waitFor();
  await page.getByText(/^Exported now, changed since$/).first().waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Rename project Leaving Marrow Valley' }).waitFor();
  await page.getByRole('button', { name: /^Redo: project renamed/ }).waitFor();
  await page.keyboard.press('Control+Shift+Z');
  await page.getByRole('button', { name: 'Rename project Leaving the valley' }).waitFor();
  await saved(page);

  // And from the list.
  await page.getByRole('button', { name: 'Rename project Leaving the valley' }).click();
  const rename = page.getByRole('dialog').getByRole('button', { name: 'Rename', exact: true }).locator('.btn__label');
  assert.equal(await rename.evaluate((words) => getComputedStyle(words).color === getComputedStyle(words.parentElement).color), true);
  await page.keyboard.press('Escape');
  await home(page);
  await action(page, 'Leaving the valley', 'Rename');
  await page.getByRole('dialog').getByLabel('Title of the project').fill('The valley');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await projects(page).getByRole('link', { name: 'The valley', exact: true }).waitFor();

  await action(page, 'The valley', 'Duplicate');
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await projects(page).getByRole('link', { name: 'The valley (copy)' }).waitFor();
  await screenshot(page, 'projects');
  await axe(page);

  // Deleting asks; cancelling keeps it.
  await action(page, 'The valley (copy)', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await projects(page).getByRole('listitem').count(), 2);
  await action(page, 'The valley (copy)', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click();
  await projects(page).getByRole('link', { name: 'The valley (copy)' }).waitFor({ state: 'detached' });
  assert.equal(await projects(page).getByRole('listitem').count(), 1);
});

journey(test, 'a project file comes in, goes out, and is the same bytes in an empty browser', {}, async (emic, t) => {
  const { page } = emic;
  await choose(page, fixture);
  const title = JSON.parse(readFileSync(fixture, 'utf8')).title;
  await projects(page).getByRole('link', { name: title, exact: true }).waitFor();
  await page.getByText('Never exported').waitFor();
  const first = await exported(page, title);
  assert.match(first.name, /\d{4}-\d{2}-\d{2}\.json$/);
  await page.getByText(/^Exported/).first().waitFor();

  const path = join(folder(t), first.name);
  writeFileSync(path, first.bytes);
  const other = await launch(t);
  await choose(other.page, path);
  await projects(other.page).getByRole('link', { name: title, exact: true }).waitFor();
  const second = await exported(other.page, title);
  assert.ok(first.bytes.equals(second.bytes), 'the second export has the bytes of the first');
  checkQuiet(other);

  // From within the open project the same. Who is coding is asked, since this browser does not know.
  await projects(page).getByRole('link', { name: title, exact: true }).click();
  const who = page.getByRole('dialog', { name: 'Who is coding?' });
  await who.getByLabel('Someone who codes in this project').selectOption({ label: 'AK' });
  await axe(page);
  await who.getByRole('button', { name: 'Start coding' }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export project (JSON)' }).click(),
  ]);
  assert.ok(first.bytes.equals(readFileSync(await download.path())), 'the open project gives the same bytes');
});

journey(test, 'a copy that is here already is replaced or kept beside it, as one says', {}, async (emic, t) => {
  const { page } = emic;
  const title = JSON.parse(readFileSync(fixture, 'utf8')).title;
  await choose(page, fixture);
  await projects(page).getByRole('link', { name: title, exact: true }).waitFor();
  const path = join(folder(t), 'changed.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(fixture, 'utf8')), title: 'Changed elsewhere' }));

  await choose(page, path);
  const conflict = page.getByRole('dialog', { name: new RegExp('already') });
  await conflict.waitFor();
  await axe(page);
  await conflict.getByRole('button', { name: 'Cancel' }).click();
  assert.equal(await projects(page).getByRole('listitem').count(), 1);

  // Dropped on the page after a project was open, it is taken like one that was chosen.
  await projects(page).getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('dialog', { name: 'Who is coding?' }).getByRole('button', { name: 'All projects' }).click();
  await projects(page).waitFor();
  await drop(page, 'changed.json', readFileSync(path, 'utf8'));
  await conflict.getByRole('button', { name: 'Keep both' }).click();
  await projects(page).getByRole('link', { name: 'Changed elsewhere' }).waitFor();
  assert.equal(await projects(page).getByRole('listitem').count(), 2);

  await choose(page, path);
  await conflict.getByRole('button', { name: 'Replace mine with the file' }).click();
  await projects(page).getByRole('link', { name: title, exact: true }).waitFor({ state: 'detached' });
  assert.equal(await projects(page).getByRole('listitem').count(), 2);
});

journey(test, 'a file that is no project is refused in precise words, and nothing is changed', {}, async (emic, t) => {
  const { page } = emic;
  await create(page, 'Mine');
  await saved(page);
  await home(page);
  assert.equal(await projects(page).getByRole('listitem').count(), 1);
  const good = readFileSync(fixture);
  const files = folder(t);
  const cases = [
    ['empty.json', '', /The file is empty/],
    ['cut.json', good.subarray(0, Math.floor(good.length / 2)), /ends in the middle/],
    ['other.json', '{"name": "something"}', /JSON file of another program/],
    ['text.json', 'I: How did it begin?\nP: With the road.', /This is a text/],
    ['newer.json', JSON.stringify({ ...JSON.parse(good), version: 99, min_reader: 99 }), /A newer version of Emic wrote this file/],
    ['field.json', JSON.stringify({ ...JSON.parse(good), title: undefined }), /the field title is missing/],
  ];
  for (const [name, content, words] of cases) {
    const path = join(files, name);
    writeFileSync(path, content);
    await choose(page, path);
    const dialog = page.getByRole('alertdialog', { name: `${name} could not be imported` });
    await dialog.getByText(words).waitFor();
    await dialog.getByText('Nothing was changed.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await dialog.waitFor({ state: 'detached' }).catch(() => {});
    assert.equal(await projects(page).getByRole('listitem').count(), 1);
  }
});

journey(test, 'what was called saved is there after the browser was killed', {}, async (emic) => {
  await create(emic.page, 'First title');
  for (let round = 1; round <= 3; round += 1) {
    const { page } = emic;
    const name = await page.getByRole('button', { name: /^Rename project/ }).getAttribute('aria-label');
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').getByLabel('Title of the project').fill(`Title ${round}`);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Rename project Title ${round}` }).waitFor();
    await saved(page);
    await emic.kill();
    await projects(emic.page).getByRole('link', { name: `Title ${round}`, exact: true }).click();
    await emic.page.getByRole('button', { name: `Rename project Title ${round}` }).waitFor();
    // What could be undone still can.
    await emic.page.getByRole('button', { name: /^Undo: project renamed/ }).waitFor();
    assert.equal(await emic.page.getByText('had to be recovered').count(), 0);
    // A killed browser may have lost its preferences; where nothing but a title tells who codes here, it is asked.
    const who = emic.page.getByRole('dialog', { name: 'Who is coding?' });
    if (await who.isVisible()) {
      await who.getByRole('combobox').selectOption({ label: 'LM' });
      await who.getByRole('button', { name: 'Start coding' }).click();
      await who.waitFor({ state: 'hidden' });
    }
  }
});

journey(test, 'the start page in Arabic runs from right to left', { locale: 'ar' }, async ({ page }) => {
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await page.getByRole('button', { name: 'أنشئ مشروعًا' }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Create a project' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('dir'), 'ltr');
});

journey(test, 'a full disk is said at once, what is in memory can be exported, and it is saved when there is room again', {}, async (emic) => {
  const { page } = emic;
  await renamedOnAFullDisk(emic);
  const banner = page.getByRole('alert').filter({ hasText: 'Not saved: there is no space left' });
  await banner.waitFor();
  await page.getByRole('button', { name: 'Not saved: no space left' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Saved', exact: true }).count(), 0);
  await axe(page);
  await screenshot(page, 'full-disk');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    banner.getByRole('button', { name: 'Export now' }).click(),
  ]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).title, 'After');
  await makeRoom(page);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  await banner.waitFor({ state: 'detached' });
  await emic.kill();
  await projects(emic.page).getByRole('link', { name: 'After', exact: true }).waitFor();
});

journey(test, 'a project left on a full disk is not lost: the start page says so, and it is opened again as it was left', {}, async (emic) => {
  const { page } = emic;
  await renamedOnAFullDisk(emic);
  await page.getByRole('button', { name: 'Not saved: no space left' }).waitFor();
  await home(page);
  const left = page.getByRole('alert').filter({ hasText: '“After” is not saved yet' });
  await left.waitFor();
  await axe(page);
  await screenshot(page, 'start-left-unsaved');
  await left.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: 'Rename project After' }).waitFor();
  const banner = page.getByRole('alert').filter({ hasText: 'Not saved: there is no space left' });
  await banner.waitFor();
  await makeRoom(page);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await saved(page);
  // Quickly there and back: it stays in the same hands. By the page's own history: the driver's takes the entry that
  // was the current one before the page replaced it.
  for (const [way, where] of [['back', /#\/$/], ['forward', /\/read$/], ['back', /#\/$/], ['forward', /\/read$/]]) {
    await page.evaluate((go) => history[go](), way);
    await page.waitForURL(where);
  }
  await saved(page);
  await emic.kill();
  await projects(emic.page).getByRole('link', { name: 'After', exact: true }).waitFor();
});

for (const [what, names, words] of [
  ['no database', ['indexedDB'], /Only about 5 MB can be kept/],
  ['no storage at all', ['indexedDB', 'localStorage'], /Nothing can be kept in this browser/],
]) {
  journey(test, `with ${what} one can work, is told what that means, and can export`, {}, async (emic) => {
    const { page } = emic;
    await emic.context.addInitScript((refused) => {
      for (const name of refused) {
        Object.defineProperty(window, name, { get() { throw new DOMException('not allowed', 'SecurityError'); } });
      }
    }, names);
    await page.reload();
    await page.getByText(words).waitFor();
    await axe(page);
    await screenshot(page, `start-${what}`);
    await choose(page, fixture);
    const title = JSON.parse(readFileSync(fixture, 'utf8')).title;
    await projects(page).getByRole('link', { name: title, exact: true }).waitFor();
    const { bytes } = await exported(page, title);
    assert.equal(JSON.parse(bytes).title, title);
  });
}
