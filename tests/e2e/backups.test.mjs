// What is there should something be lost, and what goes for good: restore points, a file written by itself, reminders,
// the purge, and the deletion of a project.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe as look, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, drag, exportOpen, link, pick, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';

const words = said.join('\n\n');

const part = (page, name) => page.getByRole('region', { name, exact: true });
const points = (page) => page.getByRole('list', { name: 'Restore points' }).getByRole('listitem');
const holds = (page, count) => page.getByText(count, { exact: true }).first().waitFor();

/** As axe sees the page once nothing fades any more. */
async function axe(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await look(page);
}

async function backups(page) {
  await link(page, 'Backups').click();
  await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
}

async function code(page, passage, name) {
  await (await drag(page, passage)).getByRole('button', { name: 'Code…' }).click();
  await pick(page, name);
  await saved(page);
}

async function deleteDocument(page, title) {
  await link(page, 'Documents').click();
  await page.getByRole('main').getByRole('button', { name: new RegExp(`More actions for .*${title}`) }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Document deleted').first().waitFor();
  await saved(page);
}

async function addPoint(page, name) {
  await page.getByRole('button', { name: 'Make a restore point…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New restore point' });
  await dialog.getByLabel('Name of the restore point').fill(name);
  await dialog.getByRole('button', { name: 'Make restore point' }).click();
  await points(page).filter({ hasText: name }).waitFor();
}

async function restore(page, name) {
  await page.getByRole('button', { name: new RegExp(`^Restore .*${name}`) }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore', exact: true }).click();
}

/** All that the browser stores for the page: `[where, key, content as text]`. */
const stored = (page) => page.evaluate(async () => {
  const all = Object.entries(localStorage).map(([key, value]) => ['localStorage', key, value]);
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(records.getAllKeys()), done(records.getAll())]);
      keys.forEach((key, n) => {
        const value = values[n];
        all.push([`${name}/${store}`, key, value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)]);
      });
    }
    database.close();
  }
  return all;
});

const holding = async (page, wanted) => (await stored(page)).filter(([, , content]) => content.includes(wanted)).map(([where, key]) => `${where} ${key}`);

journey(test, 'a restore point brings back what was there, can be undone, and what was there meanwhile is kept as well', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  await bringIn(page, { 'nadia.txt': words });
  await code(page, 'a house is only stones', 'House');
  await backups(page);
  await page.getByText('There are no restore points yet.').waitFor();
  await addPoint(page, 'First round');
  await axe(page);
  await deleteDocument(page, 'nadia');
  await bringIn(page, { 'other.txt': 'Somebody else says something else.' });
  await saved(page);
  await backups(page);
  await restore(page, 'First round');
  await page.getByText('was restored').first().waitFor();
  await holds(page, '1 document · 1 quotation');
  await points(page).filter({ hasText: 'Before an earlier state was restored' }).waitFor();
  assert.equal(await points(page).count(), 2);
  await screenshot(page, 'backups-points');
  await axe(page);
  // It is a step like any other: undone, done again, and there after a crash.
  await page.getByRole('button', { name: /^Undo: an earlier state restored/ }).click();
  await holds(page, '1 document · 0 quotations');
  await page.getByRole('button', { name: /^Redo: an earlier state restored/ }).click();
  await holds(page, '1 document · 1 quotation');
  await saved(page);
  await emic.kill();
  const again = emic.page;
  await again.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await text(again).waitFor();
  await again.getByText('a house is only stones').first().waitFor();
  await link(again, 'History').click();
  await again.getByText(/made what it was at the restore point .*First round/).first().waitFor();
  // What was there meanwhile is a point of its own.
  await backups(again);
  await restore(again, 'Before an earlier state was restored');
  await again.getByText('was restored').first().waitFor();
  await holds(again, '1 document · 0 quotations');
  await link(again, 'Read').click();
  await again.getByText('Somebody else says something else.').first().waitFor();
  // One that is removed is gone.
  await backups(again);
  await again.getByRole('button', { name: /Remove the restore point .*First round/ }).click();
  await again.getByRole('alertdialog').getByRole('button', { name: 'Remove restore point' }).click();
  await points(again).filter({ hasText: 'First round' }).waitFor({ state: 'detached' });
});

journey(test, 'a project that a file replaces stays as a restore point', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  await bringIn(page, { 'nadia.txt': words });
  await saved(page);
  const file = await exportOpen(page);
  await code(page, 'a house is only stones', 'House');
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('list', { name: 'Projects in this browser' }).waitFor();
  await page.locator('input[type=file]').first().setInputFiles({ name: 'older.json', mimeType: 'application/json', buffer: file });
  await page.getByRole('button', { name: 'Replace mine with the file' }).click();
  await page.getByText('was imported').first().waitFor();
  await page.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await holds(page, '1 document · 0 quotations');
  await backups(page);
  await restore(page, 'Before a file took its place');
  await holds(page, '1 document · 1 quotation');
});

journey(test, 'what was removed for good is in nothing that the browser stores', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  await bringIn(page, { 'nadia.txt': words, 'kept.txt': 'These words stay where they are.' });
  await link(page, 'Documents').click();
  await page.getByRole('main').getByRole('link', { name: /nadia/ }).first().click();
  await code(page, 'a house is only stones', 'Telltale code');
  await (await drag(page, 'the fish were in the classrooms')).getByRole('button', { name: 'In vivo' }).click();
  await saved(page);
  await backups(page);
  await addPoint(page, 'With everything');
  await deleteDocument(page, 'nadia');
  await link(page, 'Codebook').click();
  await page.getByRole('treeitem', { name: /Telltale code/ }).click();
  await page.getByRole('main').getByRole('button', { name: 'Delete…', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: /^Delete/ }).click();
  await saved(page);
  // The words are in what is looked for, and in a notice that offers to bring them back.
  await link(page, 'Search').click();
  await page.getByRole('textbox', { name: 'Search documents, comments and codes' }).fill('classrooms');
  await page.getByRole('list', { name: 'What was found' }).getByText('classrooms').first().waitFor();
  await link(page, 'Documents').click();
  await page.getByLabel('Filter by title or file name').fill('nadia');
  const secrets = ['My mother walked forty minutes', 'a house is only stones', 'Telltale code', 'nadia', 'classrooms'];
  for (const secret of secrets) assert.notDeepEqual(await holding(page, secret), [], `“${secret}” is stored until then`);

  await backups(page);
  const removed = part(page, 'Removed material');
  await removed.getByText(/1 document: .*nadia/).waitFor();
  await removed.getByText('1 restore point holds some of it').waitFor();
  await axe(page);
  await removed.getByRole('button', { name: 'Remove for good…' }).click();
  const ask = page.getByRole('alertdialog', { name: 'Remove for good what was removed?' });
  await ask.getByText('everything that can be undone or done again').waitFor();
  // The code that was named by the participant's words has no quotation left.
  await ask.getByRole('checkbox', { name: 'the fish were in the classrooms' }).check();
  await axe(page);
  await screenshot(page, 'backups-purge');
  await ask.getByRole('button', { name: 'Remove for good', exact: true }).click();
  await removed.getByText('Nothing that was removed is still stored').waitFor();
  await saved(page);
  for (const secret of secrets) assert.deepEqual(await holding(page, secret), [], `“${secret}”`);
  assert.equal(await points(page).count(), 0);
  await page.getByRole('button', { name: 'Nothing to undo' }).waitFor();
  // Nor is a word of it left on the page, or anywhere that one comes back to.
  for (const place of ['Backups', 'Documents', 'Codebook', 'Search', 'History', 'Quotations', 'Read']) {
    await link(page, place).click();
    const shown = await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('input')].map(({ value }) => value)].join(' '));
    for (const secret of secrets) assert.ok(!shown.includes(secret), `“${secret}” under ${place}`);
  }
  // What is there is there, now and after a crash, and the history says what was done without saying names.
  await emic.kill();
  const again = emic.page;
  await again.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await again.getByText('These words stay where they are.').first().waitFor();
  await link(again, 'History').click();
  await again.getByText('What had been removed was removed for good').first().waitFor();
  await again.getByText(/Document .*\[…\].* deleted/).first().waitFor();
  for (const secret of secrets) assert.deepEqual(await holding(again, secret), [], `“${secret}” after a crash`);
});

journey(test, 'a deleted project leaves nothing in the browser’s storage', {}, async ({ page }) => {
  await page.evaluate(() => {
    window.showSaveFilePicker = async () => (await navigator.storage.getDirectory()).getFileHandle('copy.json', { create: true });
  });
  await begin(page);
  const id = new URL(page.url()).hash.split('/')[1];
  await bringIn(page, { 'nadia.txt': words });
  await code(page, 'a house is only stones', 'House');
  await backups(page);
  await addPoint(page, 'First round');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByText(/copy\.json.* is written while you work; the last time/).waitFor();
  await saved(page);
  const of = async () => (await stored(page)).filter(([where, key, content]) => `${where} ${key} ${content}`.includes(id));
  assert.ok((await of()).length > 5);
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('button', { name: /More actions for .*Leaving Marrow Valley/ }).click();
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click();
  const ask = page.getByRole('alertdialog');
  await ask.getByText(/all restore points\. Nothing of the project stays in this browser’s storage/).waitFor();
  await ask.getByText(/the name that you code under is forgotten as well/).waitFor();
  await ask.getByRole('button', { name: 'Delete project' }).click();
  await page.getByRole('button', { name: 'Create a project' }).waitFor();
  assert.deepEqual(await of(), []);
  assert.deepEqual(await holding(page, 'My mother walked forty minutes'), []);
  assert.deepEqual(await holding(page, '"LM"'), [], 'nor who coded');
});

journey(test, 'a chosen file is written by itself, again on the next visit once that is allowed, and until it is stopped', {}, async (emic) => {
  await emic.context.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
    // As with a file of the disk, whose permission ends with the visit.
    let allowed = !localStorage.getItem('test.visited');
    localStorage.setItem('test.visited', 'yes');
    FileSystemHandle.prototype.queryPermission = async () => (allowed ? 'granted' : 'prompt');
    FileSystemHandle.prototype.requestPermission = async () => { allowed = true; return 'granted'; };
  });
  await emic.open();
  const { page } = emic;
  const file = (of) => of.evaluate(async () => {
    const directory = await navigator.storage.getDirectory();
    const handle = await directory.getFileHandle('Leaving Marrow Valley.json');
    return (await handle.getFile()).text();
  });
  await page.evaluate(() => localStorage.removeItem('test.visited'));
  await page.reload();
  await begin(page);
  await bringIn(page, { 'nadia.txt': words });
  await backups(page);
  await page.getByText('This project was never exported.').waitFor();
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByText(/Leaving Marrow Valley\.json.* is written while you work; the last time/).waitFor();
  await page.getByText(/^Exported on .* Nothing was changed since/).waitFor();
  assert.equal(JSON.parse(await file(page)).documents.length, 1);
  await axe(page);
  // What is done later is in it when the project is left.
  await link(page, 'Read').click();
  await code(page, 'a house is only stones', 'House');
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('list', { name: 'Projects in this browser' }).waitFor();
  await page.waitForFunction(async () => {
    const directory = await navigator.storage.getDirectory();
    try {
      const handle = await directory.getFileHandle('Leaving Marrow Valley.json');
      return (await (await handle.getFile()).text()).includes('House');
    } catch {
      // The browser is putting the new file in the place of the old one.
      return false;
    }
  });
  await page.reload();
  await page.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await text(page).waitFor();
  await code(page, 'Everything was straight', 'Town');
  await backups(page);
  await page.getByText(/is not written at the moment: the browser asks for permission anew/).waitFor();
  await page.getByRole('button', { name: 'Go on writing it' }).click();
  await page.getByText(/is written while you work; the last time/).waitFor();
  assert.match(await file(page), /Town/);
  await page.getByRole('button', { name: 'Stop writing it' }).click();
  await page.getByText('No file is chosen for this project.').waitFor();
});

journey(test, 'storage is told, kept safe when there is something to lose, and a copy is called for after a week', {}, async (emic) => {
  await emic.context.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return false; };
    StorageManager.prototype.persisted = async () => false;
    const now = Date.now;
    Date.now = () => now() + Number(sessionStorage.getItem('test.later') ?? 0);
    delete window.showSaveFilePicker;
  });
  await emic.open();
  const { page } = emic;
  await page.reload();
  await begin(page);
  assert.equal(await page.evaluate(() => window.asked), 0, 'not before there is something to lose');
  await bringIn(page, { 'nadia.txt': words });
  await saved(page);
  assert.equal(await page.evaluate(() => window.asked), 1);
  await bringIn(page, { 'other.txt': 'More words.' });
  await saved(page);
  assert.equal(await page.evaluate(() => window.asked), 1, 'and not again and again');
  await backups(page);
  await page.getByText('The browser was asked to keep what is stored and has not agreed.').waitFor();
  await page.getByText('This browser does not let a page write to a chosen file').waitFor();
  await part(page, 'Storage in this browser').getByText(/ of about .* that the browser allows/).waitFor();
  await screenshot(page, 'backups-storage');
  await axe(page);
  const reminder = page.getByRole('status').filter({ hasText: 'in no exported file' });
  assert.equal(await reminder.count(), 0);
  const later = async (days) => {
    await page.evaluate((ms) => sessionStorage.setItem('test.later', String(ms)), days * 86_400_000);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
  };
  await later(8);
  await reminder.waitFor();
  await reminder.getByText('which may clear what it stores when the disk is nearly full').waitFor();
  await axe(page);
  await screenshot(page, 'backups-reminder');
  await reminder.getByRole('button', { name: 'Remind me in a week' }).click();
  await reminder.waitFor({ state: 'detached' });
  await later(14);
  await page.getByText('The browser was asked to keep what is stored').waitFor();
  assert.equal(await reminder.count(), 0, 'not within a week');
  await later(16);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    reminder.getByRole('button', { name: 'Export them now' }).click(),
  ]);
  assert.equal(JSON.parse(readFileSync(await download.path(), 'utf8')).documents.length, 2);
  await reminder.waitFor({ state: 'detached' });
});

journey(test, 'a tab that only reads follows what is restored and what is removed for good', {}, async ({ context, page }) => {
  await begin(page);
  await bringIn(page, { 'nadia.txt': words });
  await backups(page);
  await addPoint(page, 'First round');
  await deleteDocument(page, 'nadia');
  const reader = await context.newPage();
  await reader.goto(page.url());
  await reader.getByText('This project is open in another tab or window').waitFor();
  await holds(reader, '0 documents · 0 quotations');
  await backups(reader);
  await points(reader).filter({ hasText: 'First round' }).waitFor();
  assert.ok(await reader.getByRole('button', { name: 'Make a restore point…' }).isDisabled());
  await backups(page);
  await restore(page, 'First round');
  await holds(reader, '1 document · 0 quotations');
  await deleteDocument(page, 'nadia');
  await holds(reader, '0 documents · 0 quotations');
  await backups(page);
  await part(page, 'Removed material').getByRole('button', { name: 'Remove for good…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove for good', exact: true }).click();
  await page.getByText('Nothing that was removed is still stored').waitFor();
  await link(reader, 'History').click();
  await reader.getByText('What had been removed was removed for good').first().waitFor();
  await reader.getByText(/Document .*\[…\].* deleted/).first().waitFor();
});
