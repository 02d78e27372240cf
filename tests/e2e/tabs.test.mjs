// One project in several tabs: one writes, the others follow, and any of them takes over without losing anything.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { canFill, fill, makeRoom } from './lib/disk.mjs';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, coded, codeTree, drag, exportOpen, panel, pick, saved, text } from './lib/study.mjs';

const WORDS = 'We packed two bags and left before it was light.\nNobody on the road said a word.\n';

const readOnly = (page) => page.getByRole('button', { name: 'Read only', exact: true });
const takeOver = (page) => page.getByRole('button', { name: 'Take over', exact: true });

/** The same page in a second tab, which can only read. */
async function second(emic) {
  const page = await emic.context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(emic.page.url());
  await readOnly(page).waitFor();
  return page;
}

async function code(page, words, name) {
  await drag(page, words);
  await page.keyboard.press('c');
  await pick(page, name);
}

journey(test, 'a second tab says that it only reads, follows what is done, takes over, and gives back', {}, async (emic) => {
  const first = emic.page;
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await second(emic);
  await other.getByText('open in another tab or window').first().waitFor();
  assert.equal(await other.getByRole('button', { name: /^Rename project/ }).isDisabled(), true);
  await axe(other);
  await screenshot(other, 'second-tab');

  // It follows what is done, step by step, and back.
  await text(other).waitFor();
  await first.bringToFront();
  await code(first, 'packed two bags', 'Leaving');
  await codeTree(other).getByText('Leaving').waitFor();
  await text(other).locator('mark', { hasText: 'packed two bags' }).waitFor();
  await first.getByRole('button', { name: /^Undo: / }).click();
  await text(other).locator('mark').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: /^Redo: / }).click();
  await text(other).locator('mark').waitFor();

  // What is being typed in the tab that is asked to give the project up is kept.
  await text(first).locator('mark').first().click();
  await panel(first).getByLabel('Comment', { exact: true }).fill('Only two.');
  await other.bringToFront();
  await takeOver(other).click();
  await saved(other);
  await readOnly(first).waitFor();
  await text(other).locator('mark').first().click();
  await panel(other).getByLabel('Comment', { exact: true }).waitFor();
  assert.equal(await panel(other).getByLabel('Comment', { exact: true }).inputValue(), 'Only two.');

  // Now the first one follows, and takes it back when the other one is closed.
  await code(other, 'Nobody on the road', 'Silence');
  await saved(other);
  await codeTree(first).getByText('Silence').waitFor();
  await other.close();
  await first.bringToFront();
  await takeOver(first).click();
  await saved(first);
  await code(first, 'before it was light', 'Leaving');
  await saved(first);
  assert.deepEqual(coded(await exportOpen(first)), [
    ['packed two bags', ['Leaving']], ['before it was light', ['Leaving']], ['Nobody on the road', ['Silence']],
  ]);
  // What can be undone came along.
  for (const _ of [1, 2, 3]) await first.getByRole('button', { name: /^Undo: / }).click();
  assert.equal(await text(first).locator('mark').count(), 1);
});

journey(test, 'a tab that cannot save what was done last keeps the project, and the other one is told why', {}, async (emic) => {
  await canFill(emic.context);
  const first = emic.page;
  await first.reload();
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await second(emic);
  await fill(first);
  await first.bringToFront();
  await code(first, 'packed two bags', 'Leaving');
  await first.getByRole('button', { name: 'Not saved: no space left' }).waitFor();
  await takeOver(other).click();
  await other.getByText('The other tab cannot save what was done last').waitFor();
  await readOnly(other).waitFor();
  await text(first).locator('mark').waitFor();
  await makeRoom(first);
  await first.getByRole('button', { name: 'Try again' }).click();
  await saved(first);
  await takeOver(other).click();
  await saved(other);
  await text(other).locator('mark').waitFor();
});

journey(test, 'a project is taken from a tab that does not answer; what that one had not saved stays there and can be exported', {}, async (emic) => {
  await canFill(emic.context);
  // The tab that is asked hears nothing.
  await emic.context.addInitScript(() => {
    const real = BroadcastChannel.prototype.addEventListener;
    BroadcastChannel.prototype.addEventListener = function deaf(kind, hear, ...rest) {
      return real.call(this, kind, (event) => window.deaf || hear.call(this, event), ...rest);
    };
  });
  const first = emic.page;
  await first.reload();
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await second(emic);
  await first.bringToFront();
  await first.evaluate(() => { window.deaf = true; });
  await fill(first);
  await code(first, 'packed two bags', 'Leaving');
  await first.getByRole('button', { name: 'Not saved: no space left' }).waitFor();
  await takeOver(other).click();
  await other.getByText('The other tab does not answer').waitFor();
  await other.getByRole('button', { name: 'Take over anyway' }).click();
  const question = other.getByRole('alertdialog', { name: 'Take the project from the other tab?' });
  await axe(other);
  await question.getByRole('button', { name: 'Take over anyway' }).click();
  await saved(other);
  assert.equal(await text(other).locator('mark').count(), 0, 'what was not saved is not here');
  const banner = first.getByRole('alert').filter({ hasText: 'another tab took this project over' });
  await banner.waitFor();
  await axe(first);
  await makeRoom(first);
  const [download] = await Promise.all([
    first.waitForEvent('download'),
    banner.getByRole('button', { name: 'Export now' }).click(),
  ]);
  assert.match(await readFile(await download.path(), 'utf8'), /packed two bags/);
  // It wrote nothing after that, and shows what is stored once it is loaded again.
  first.once('dialog', (dialog) => dialog.accept());
  await banner.getByRole('button', { name: 'Reload' }).click();
  await readOnly(first).waitFor();
  await text(first).waitFor();
  assert.equal(await text(first).locator('mark').count(), 0);
});

journey(test, 'a project that was left with something unsaved is not taken out of its hands unheard', {}, async (emic) => {
  await canFill(emic.context);
  const first = emic.page;
  await first.reload();
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await second(emic);
  await fill(first);
  await first.bringToFront();
  await code(first, 'packed two bags', 'Leaving');
  await first.getByRole('button', { name: 'Not saved: no space left' }).waitFor();
  await first.getByRole('link', { name: 'All projects' }).click();
  await first.getByRole('alert').filter({ hasText: 'is not saved yet' }).waitFor();
  await takeOver(other).click();
  await other.getByText('The other tab cannot save what was done last').waitFor();
  await makeRoom(first);
  // Now it can be written where it was left, and be handed over with all that was done.
  await takeOver(other).click();
  await saved(other);
  await text(other).locator('mark', { hasText: 'packed two bags' }).waitFor();
});

journey(test, 'a project that is deleted is gone from other tabs as well', {}, async (emic) => {
  const first = emic.page;
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await second(emic);
  await text(other).waitFor();
  await first.bringToFront();
  await first.getByRole('link', { name: 'All projects' }).click();
  await first.getByRole('button', { name: /^More actions for/ }).click();
  await first.getByRole('menuitem', { name: 'Delete' }).click();
  await first.getByRole('alertdialog').getByRole('button', { name: 'Delete project' }).click();
  await other.getByText('is not in this browser').first().waitFor();
  assert.equal(await other.getByText('packed two bags').count(), 0);
});

/** A page that is not secure, as one from `http:` on another machine: it has no locks. */
const withoutLocks = (context) => context.addInitScript(() => {
  Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
});

journey(test, 'without locks tabs ask each other: one writes, the other reads and takes over', {}, async (emic) => {
  await withoutLocks(emic.context);
  const first = emic.page;
  await first.reload();
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await code(first, 'packed two bags', 'Leaving');
  await saved(first);
  const other = await second(emic);
  await text(other).locator('mark').waitFor();
  await takeOver(other).click();
  await saved(other);
  await readOnly(first).waitFor();
  await code(other, 'Nobody on the road', 'Silence');
  await saved(other);
  await codeTree(first).getByText('Silence').waitFor();
});

journey(test, 'without locks and unheard a tab that was passed over writes nothing into the other one’s work', {}, async (emic) => {
  await withoutLocks(emic.context);
  await emic.context.addInitScript(() => { delete window.BroadcastChannel; });
  const first = emic.page;
  await first.reload();
  await begin(first);
  await bringIn(first, { 'ana.txt': WORDS });
  await saved(first);
  const other = await emic.context.newPage();
  await other.goto(first.url());
  await text(other).waitFor();
  await code(other, 'Nobody on the road', 'Silence');
  await saved(other);
  await first.bringToFront();
  await code(first, 'packed two bags', 'Leaving');
  const banner = first.getByRole('alert').filter({ hasText: 'another tab took this project over' });
  await banner.waitFor();
  const [download] = await Promise.all([
    first.waitForEvent('download'),
    banner.getByRole('button', { name: 'Export now' }).click(),
  ]);
  assert.match(await readFile(await download.path(), 'utf8'), /Leaving/);
  await other.bringToFront();
  await code(other, 'before it was light', 'Dawn');
  await saved(other);
  await other.reload();
  await text(other).waitFor();
  assert.deepEqual(coded(await exportOpen(other)), [['before it was light', ['Dawn']], ['Nobody on the road', ['Silence']]]);
});
