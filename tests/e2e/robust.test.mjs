// What a browser's storage can do to a project, each provoked: a true message, and nothing lost that need not be.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, pick, saved, text } from './lib/study.mjs';

const WORDS = 'We packed two bags and left before it was light.\nNobody on the road said a word.\n';

async function code(page, words, name) {
  await drag(page, words);
  await page.keyboard.press('c');
  await pick(page, name);
  await saved(page);
}

/** A project with a text and two coded passages, saved; gives its address. */
async function study(page) {
  await begin(page);
  await bringIn(page, { 'ana.txt': WORDS });
  await code(page, 'packed two bags', 'Leaving');
  await code(page, 'Nobody on the road', 'Silence');
  return page.url();
}

/** Damages those stored records that `which` takes of all keys, while no page has them open; gives how many. */
async function tear(emic, which) {
  const page = await emic.context.newPage();
  await page.goto(`${emic.origin}/`);
  await page.getByRole('list', { name: 'Projects in this browser' }).waitFor();
  const store = await page.evaluateHandle(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('emic');
    request.onsuccess = () => resolve((work) => new Promise((done, failed) => {
      const transaction = request.result.transaction('records', 'readwrite');
      const asked = work(transaction.objectStore('records'));
      transaction.oncomplete = () => done(asked?.result);
      transaction.onabort = () => failed(transaction.error);
    }));
    request.onerror = () => reject(request.error);
  }));
  const chosen = which(await store.evaluate((use) => use((records) => records.getAllKeys())));
  for (const key of chosen) {
    await store.evaluate(async (use, key) => {
      const bytes = (await use((records) => records.get(key))).slice();
      bytes[bytes.length >> 1] ^= 0xff;
      await use((records) => records.put(bytes, key));
    }, key);
  }
  await page.close();
  return chosen.length;
}

journey(test, 'a torn record of the last thing done: the rest is there, and the loss is told', {}, async (emic) => {
  const address = await study(emic.page);
  await emic.page.getByRole('link', { name: 'All projects' }).click();
  const torn = await tear(emic, (keys) => keys.filter((key) => key.includes('/j/')).sort().slice(-1));
  assert.equal(torn, 1);
  await emic.page.goto(address);
  await emic.page.reload();
  const banner = emic.page.getByRole('status').or(emic.page.getByRole('alert')).filter({ hasText: 'Parts of this project had to be recovered' });
  await banner.getByText('1 change could not be read back and is lost').waitFor();
  await axe(emic.page);
  await text(emic.page).locator('mark', { hasText: 'packed two bags' }).waitFor();
  assert.equal(await text(emic.page).locator('mark').count(), 1);
  // One goes on working, and what is done from here on is whole.
  await code(emic.page, 'Nobody on the road', 'Silence');
  await emic.page.reload();
  await text(emic.page).locator('mark').nth(1).waitFor();
  assert.equal(await emic.page.getByText('had to be recovered').count(), 0);
});

journey(test, 'a torn snapshot: the one before it and the journal give everything', {}, async (emic) => {
  const address = await study(emic.page);
  const before = coded(await exportOpen(emic.page));
  await saved(emic.page);
  await emic.page.getByRole('link', { name: 'All projects' }).click();
  const torn = await tear(emic, (keys) => keys.filter((key) => key.includes('/m/')).sort().slice(-1));
  assert.equal(torn, 1);
  await emic.page.goto(address);
  await emic.page.reload();
  await text(emic.page).waitFor();
  assert.deepEqual(coded(await exportOpen(emic.page)), before);
});

journey(test, 'a torn text: its quotations are there, and the document says that its words are not', {}, async (emic) => {
  const address = await study(emic.page);
  await emic.page.getByRole('link', { name: 'All projects' }).click();
  const torn = await tear(emic, (keys) => keys.filter((key) => key.includes('/t/')));
  assert.ok(torn >= 1);
  await emic.page.goto(address);
  await emic.page.reload();
  await emic.page.getByText('The text is not in this browser’s storage').first().waitFor();
  await axe(emic.page);
  await emic.page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: /^Quotations/ }).click();
  await emic.page.getByText('packed two bags').first().waitFor();
  const file = JSON.parse(await exportOpen(emic.page));
  assert.equal(file.quotations.length, 2);
});

journey(test, 'a newer version in another tab takes the database: it is said, nothing is called saved, and all can be exported', {}, async (emic) => {
  const { page } = emic;
  await study(page);
  const newer = await emic.context.newPage();
  await newer.goto(`${emic.origin}/`);
  await newer.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('emic', 7);
    request.onsuccess = () => { request.result.close(); resolve(); };
    request.onerror = () => reject(request.error);
  }));
  await page.bringToFront();
  await drag(page, 'before it was light');
  await page.keyboard.press('c');
  await pick(page, 'Dawn');
  const banner = page.getByRole('alert').filter({ hasText: 'a newer version of Emic is open' });
  await banner.waitFor();
  assert.equal(await page.getByRole('button', { name: 'Saved', exact: true }).count(), 0);
  await axe(page);
  assert.equal(coded(await exportOpen(page)).length, 3);

  // A page of this older version that is opened now says what to do, and offers nothing in the projects' place.
  await newer.reload();
  await newer.getByText('A newer version of Emic').first().waitFor();
  assert.equal(await newer.getByRole('button', { name: /^(Create a project|New project)$/ }).count(), 0);
  page.on('dialog', (dialog) => dialog.accept());
  await newer.close();
});
