// The original file, kept with its documents: only if it is wanted, byte for byte, and gone for good with them.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, exportOpen, link, openImport, saved, text } from './lib/study.mjs';
import { docx, p, zip } from './lib/zip.mjs';

const file = (name, buffer) => ({ name, mimeType: '', buffer: Buffer.from(buffer) });

// Pictures do not become text: here one that cannot be packed any smaller, so that it can be looked for.
const PICTURE = randomBytes(3000);
const DOCX = docx(p('We took the photographs with us.') + p('Nothing else was saved.'), {}, { 'word/media/image1.png': PICTURE });

const NOTES = Buffer.from('\ufeffThe bus came at four.\r\nNobody spoke.\r\n', 'utf8');

const choice = (dialog) => dialog.getByRole('switch', { name: /^Keep the original files/ });
const row = (page, title) => page.getByRole('main').getByRole('row').filter({ hasText: title });

async function documents(page) {
  await link(page, 'Documents').click();
  await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor();
}

async function menu(page, title) {
  await page.getByRole('main').getByRole('button', { name: new RegExp(`More actions for .*${title}`) }).click();
}

async function save(page, title) {
  await menu(page, title);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save the original file…' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The keys of the records of the browser's database that hold these bytes, as they are or written as text. */
const holding = (page, wanted) => page.evaluate(async (wanted) => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const latin1 = (bytes) => Array.from({ length: Math.ceil(bytes.length / 8192) },
    (_, n) => String.fromCharCode(...bytes.subarray(n * 8192, (n + 1) * 8192))).join('');
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(records.getAllKeys()), done(records.getAll())]);
      values.forEach((value, n) => {
        const content = value instanceof Uint8Array ? latin1(value) : String(value);
        if (content.includes(wanted) || content.includes(btoa(wanted).slice(4, -4))) found.push(keys[n]);
      });
    }
    database.close();
  }
  return found;
}, wanted.toString('latin1'));

/** Brings a letter and an archive with a note in, keeping both files. */
async function keep(page) {
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles([
    file('letter.docx', DOCX),
    file('notes.zip', zip({ 'wave 1/notes.txt': NOTES })),
  ]);
  await dialog.getByRole('button', { name: 'Bring in 2 documents' }).waitFor();
  assert.ok(DOCX.includes(PICTURE));
  assert.equal(await choice(dialog).isChecked(), false, 'nothing is kept that nobody asked for');
  await dialog.getByText(/in this browser with its documents, and goes nowhere/).waitFor();
  await choice(dialog).check();
  return dialog;
}

async function bring(page, dialog) {
  await dialog.getByRole('button', { name: /^Bring in \d+ document/ }).click();
  await dialog.getByRole('button', { name: 'Done' }).or(text(page)).first().waitFor();
  const done = dialog.getByRole('button', { name: 'Done' });
  if (await done.count()) await done.click();
  await dialog.waitFor({ state: 'detached' });
  await saved(page);
}

journey(test, 'a file that is kept comes out byte for byte, and leaves nothing behind once it is removed for good', {}, async (emic) => {
  let { page } = emic;
  await begin(page);
  const dialog = await keep(page);
  await axe(page);
  await screenshot(page, 'import-originals');
  await bring(page, dialog);
  assert.equal((await holding(page, PICTURE)).length, 1, 'stored once, as bytes');

  page = await emic.restart();
  await page.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  await text(page).waitFor();
  await documents(page);
  await row(page, 'letter').getByText(/letter\.docx · original kept \(/).waitFor();
  await axe(page);
  await screenshot(page, 'documents-originals');
  assert.deepEqual(await save(page, 'letter'), { name: 'letter.docx', bytes: DOCX });
  // Of an archive it is the file in it.
  assert.deepEqual(await save(page, 'notes'), { name: 'notes.txt', bytes: NOTES });

  // The choice is remembered, and pasted words have no file.
  const again = await openImport(page);
  await again.getByRole('button', { name: 'Cancel' }).waitFor();
  await again.getByLabel('Choose files').setInputFiles([file('other.txt', 'Somebody else.')]);
  await again.getByRole('button', { name: 'Bring in 1 document' }).waitFor();
  assert.equal(await choice(again).isChecked(), true);
  await choice(again).uncheck();
  await bring(page, again);

  // Letting go of one is undone like anything else.
  await documents(page);
  assert.equal(await row(page, 'other').getByText('original').count(), 0);
  const remove = async () => {
    await menu(page, 'letter');
    await page.getByRole('menuitem', { name: 'Remove the original file' }).click();
    await row(page, 'letter').getByText('original kept').waitFor({ state: 'detached' });
  };
  await remove();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await row(page, 'letter').getByText('original kept').waitFor();
  assert.deepEqual((await save(page, 'letter')).bytes, DOCX);
  await remove();
  await saved(page);
  assert.equal((await holding(page, PICTURE)).length, 1, 'as long as it can be undone');

  await link(page, 'Backups').click();
  await page.getByText(/^Original files that are kept with documents are in no exported file/).waitFor();
  await page.getByText(/^The original file of 1 document: letter$/).waitFor();
  await page.getByRole('button', { name: 'Remove for good…' }).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByText(/^the original file of 1 document, which was removed/).waitFor();
  await sure.getByRole('button', { name: 'Remove for good', exact: true }).click();
  await page.getByText('Nothing that was removed is still stored').waitFor();
  await saved(page);
  assert.deepEqual(await holding(page, PICTURE), []);
  assert.equal((await holding(page, NOTES)).length, 1, 'what was not removed stays');

  // With its document it goes as well.
  await documents(page);
  await menu(page, 'notes');
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await row(page, 'notes').waitFor({ state: 'detached' });
  await link(page, 'Backups').click();
  await page.getByRole('button', { name: 'Remove for good…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove for good', exact: true }).click();
  await page.getByText('Nothing that was removed is still stored').waitFor();
  await saved(page);
  assert.deepEqual(await holding(page, NOTES), []);
});

journey(test, 'a copy has the originals, a project file has not, and a deleted project leaves none', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  await bring(page, await keep(page));
  // In another tab, which only reads, they can be saved as well.
  const other = await emic.context.newPage();
  await other.goto(page.url());
  await text(other).waitFor();
  await documents(other);
  assert.deepEqual((await save(other, 'letter')).bytes, DOCX);
  await other.close();

  const exported = await exportOpen(page);
  await page.getByText(/original files that are kept with documents are not in it/).first().waitFor();
  const letter = JSON.parse(exported).documents.find(({ title }) => title === 'letter');
  assert.equal(letter.source.original.bytes, DOCX.length);
  assert.equal(exported.includes(DOCX.toString('base64').slice(0, 200)), false);

  await page.getByRole('link', { name: /All projects/ }).click();
  const projects = page.getByRole('list', { name: 'Projects in this browser' });
  const action = async (title, name) => {
    await page.getByRole('button', { name: new RegExp(`^More actions for .*${title}`) }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await action('Leaving Marrow Valley', 'Duplicate');
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate' }).click();
  await projects.getByRole('link', { name: 'Leaving Marrow Valley (copy)' }).waitFor();
  assert.equal((await holding(page, PICTURE)).length, 2);
  await action('Leaving Marrow Valley\\u2069?$', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click();
  await projects.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).waitFor({ state: 'detached' });
  assert.equal((await holding(page, PICTURE)).length, 1);
  await projects.getByRole('link', { name: 'Leaving Marrow Valley (copy)' }).click();
  await text(page).waitFor();
  await documents(page);
  assert.deepEqual((await save(page, 'letter')).bytes, DOCX);

  // Where only the project file is, its documents say so.
  await page.getByRole('link', { name: /All projects/ }).click();
  await action('\\(copy\\)', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click();
  await projects.waitFor({ state: 'detached' });
  assert.deepEqual(await holding(page, PICTURE), []);
  await page.locator('input[type=file]').first().setInputFiles({ name: 'study.json', mimeType: 'application/json', buffer: exported });
  await projects.getByRole('link', { name: 'Leaving Marrow Valley', exact: true }).click();
  const who = page.getByRole('dialog', { name: 'Who is coding?' });
  await who.getByLabel('Someone who codes in this project').selectOption({ label: 'LM' });
  await who.getByRole('button', { name: 'Start coding' }).click();
  await text(page).waitFor();
  await documents(page);
  await row(page, 'letter').getByText('original not in this browser').waitFor();
  await menu(page, 'letter');
  await page.getByRole('menuitem', { name: 'Save the original file…' }).click();
  await page.getByText(/is not in this browser: project files do not hold original files/).first().waitFor();
});

journey(test, 'where there is only a small storage originals are not kept, and that is said', { locale: 'ar' }, async (emic) => {
  const { page } = emic;
  const offered = async (look) => {
    await page.getByRole('button', { name: 'أضف نصًا' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'إضافة نصوص' });
    await dialog.locator('input[type=file]').first().setInputFiles([file('رسالة.docx', DOCX)]);
    const choice = dialog.getByRole('switch', { name: /^الاحتفاظ بالملفات الأصلية/ });
    await choice.waitFor();
    await look(dialog, choice);
  };
  const start = async () => {
    await page.getByRole('button', { name: /مشروع/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').nth(0).fill('مغادرة الوادي');
    await dialog.getByRole('textbox').nth(1).fill('ل م');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
  };
  await start();
  await offered(async (dialog, choice) => {
    await choice.check();
    await screenshot(page, 'import-originals-ar');
    await axe(page);
  });
  await emic.context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('not allowed', 'SecurityError'); } });
  });
  await emic.open('/');
  await start();
  await offered(async (dialog, choice) => {
    assert.deepEqual([await choice.isChecked(), await choice.isDisabled()], [false, true]);
    await dialog.getByText('لا يمكن الاحتفاظ بالملفات الأصلية هنا').waitFor();
    await axe(page);
  });
});
