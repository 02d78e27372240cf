// The app as one works in it: a corpus brought in as a project, a document opened, a passage coded.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentId, projectFile, projectId } from './project.mjs';

/** Brings the corpus in as a project on the start page, where the page must be. */
export async function bring(bench, page, kind) {
  const file = join(mkdtempSync(join(tmpdir(), 'emic-bench-')), `${kind}.json`);
  // The largest is for its texts: with all its quotations its file would be past what a string can hold.
  const corpus = bench.corpus(kind);
  writeFileSync(file, projectFile(kind, kind === 'XL' ? { ...corpus, segments: [] } : corpus));
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('link', { name: `Bench ${kind}` }).first().waitFor({ timeout: 120_000 });
}

/** Says who is coding, if that is asked. */
export async function answer(page) {
  const whoIsCoding = page.getByRole('dialog');
  if (await whoIsCoding.isVisible()) {
    await whoIsCoding.getByRole('combobox').selectOption({ label: 'Bench' });
    await whoIsCoding.getByRole('button', { name: 'Start coding' }).click();
    await whoIsCoding.waitFor({ state: 'hidden' });
  }
}

const brought = new Set();

/** Brings the corpus in as a project, the first time that it is asked for, and opens it away from the reader. */
export async function project(bench, kind) {
  const { page } = bench;
  if (!brought.has(kind)) {
    await bench.app('/');
    await bring(bench, page, kind);
    brought.add(kind);
  }
  await bench.app(`/#/${projectId(kind)}/history`);
  await page.waitForSelector('#content h1');
  await answer(page);
}

/**
 * Milliseconds from going to an address of the app until `ready` holds and is painted. As for the floors, the first of
 * two frames begins with everything there, and the second when it is on the screen.
 */
export function going(page, hash, ready) {
  return page.evaluate(async ([to, selector]) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    const begun = performance.now();
    location.hash = to;
    do await frame(); while (!document.querySelector(selector));
    await frame();
    return performance.now() - begun;
  }, [hash, ready]);
}

/** Opens a document whose text is in memory, as it is for the floors. */
export async function opening(bench, kind, doc = 0) {
  await project(bench, kind);
  const there = `#/${projectId(kind)}/read/${documentId(doc)}`;
  await going(bench.page, there, '.sheet .stripe');
  await going(bench.page, `#/${projectId(kind)}/history`, '#content:not(:has(.reader)) h1');
  return going(bench.page, there, '.sheet .stripe');
}

/** Presses a key on the text; milliseconds until what it does is painted. */
export function pressing(page, init) {
  return page.evaluate(async (keys) => {
    const target = document.querySelector('.reader__text');
    const begun = performance.now();
    target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    return performance.now() - begun;
  }, init);
}

/** Selects the first paragraph of an open document. */
export async function selecting(page) {
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.waitForTimeout(150);
}

/** Opens a document and makes the first code the last one, by a first coding with the picker. */
export async function ready(bench, kind, doc) {
  const { page } = bench;
  await opening(bench, kind, doc);
  await page.locator('.reader__text').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.keyboard.press('c');
  const picker = page.locator('.floating-picker [role=combobox]');
  await picker.waitFor();
  await page.keyboard.press('Enter');
  await picker.waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
}
