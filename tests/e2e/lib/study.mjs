// What people do in every journey: begin a project, bring text in, select, code; each found by role and name.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** Begins a project on the start page and waits until it is open. */
export async function begin(page, { title = 'Leaving Marrow Valley', coder = 'LM' } = {}) {
  await page.getByRole('button', { name: /^(Create a project|New project)$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Title of the project').fill(title);
  await dialog.getByLabel('Who is coding?').fill(coder);
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: `Rename project ${title}` }).waitFor();
}

/** Opens the import dialog from the empty reader or, once there are documents, from the navigation. */
export async function openImport(page) {
  await page.getByRole('button', { name: 'Bring text in' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bring text in' });
  await dialog.waitFor();
  return dialog;
}

/** Brings texts in from files: `{name: words or bytes}`, all as suggested. */
export async function bringIn(page, files) {
  const dialog = await openImport(page);
  const entries = Object.entries(files);
  await dialog.getByLabel('Choose files').setInputFiles(entries.map(([name, content]) => ({
    name, mimeType: 'text/plain', buffer: Buffer.from(content),
  })));
  await dialog.getByRole('button', { name: /^Bring in \d+ document/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await text(page).waitFor();
}

/** The text in the reader. */
export const text = (page) => page.getByRole('article', { name: /^Text of / });

/** The panel beside the text. */
export const panel = (page) => page.getByRole('region', { name: /^Quotations?$/ });

/** The tree of codes beside the text. */
export const codeTree = (page) => page.getByRole('tree', { name: /^Codes/ });

export const saved = (page) => page.getByRole('button', { name: 'Saved', exact: true }).waitFor();

export const link = (page, name) => page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: new RegExp(`^${name}`) });

/**
 * Where words stand in the reader's text, once they are in view: the points just inside their beginning and their end.
 * Words that stand more than once are found in the first place. Where there are two texts, `article` says which.
 */
export async function place(page, words, article = text(page)) {
  const found = await article.evaluate((article, wanted) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest('p, h2') || node.parentElement.closest('button')) continue;
      nodes.push([all.length, node]);
      all += node.data;
    }
    const at = all.indexOf(wanted);
    if (at < 0) return null;
    const point = (offset) => {
      const [from, node] = nodes.findLast(([begin]) => begin <= offset);
      return [node, offset - from];
    };
    const range = document.createRange();
    const letter = (offset) => {
      range.setStart(...point(offset));
      const [node, within] = point(offset);
      range.setEnd(node, within + 1);
      return range.getBoundingClientRect();
    };
    const [first] = nodes.findLast(([begin]) => begin <= at).slice(1);
    first.parentElement.scrollIntoView({ block: 'nearest' });
    let start = letter(at);
    if (start.top < 80 || start.bottom > innerHeight - 160) {
      first.parentElement.closest('.pane__scroll').scrollBy(0, start.top - innerHeight / 3);
      start = letter(at);
    }
    const end = letter(at + wanted.length - 1);
    const rtl = getComputedStyle(first.parentElement.closest('[dir]')).direction === 'rtl';
    const y = (rect) => rect.top + rect.height / 2;
    return rtl
      ? { start: { x: start.right - 0.5, y: y(start) }, end: { x: end.left + 0.5, y: y(end) } }
      : { start: { x: start.left + 0.5, y: y(start) }, end: { x: end.right - 0.5, y: y(end) } };
  }, words);
  assert.ok(found, `“${words}” stands in the text`);
  return found;
}

/** Selects words by dragging the mouse over them; waits for the bar that floats beside them. */
export async function drag(page, words, article = text(page)) {
  const { start, end } = await place(page, words, article);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 5 });
  await page.mouse.up();
  const bar = page.getByRole('toolbar', { name: 'Code the selection' });
  await bar.waitFor();
  return bar;
}

/** The code picker, open. */
export async function picker(page) {
  const dialog = page.getByRole('dialog', { name: 'Code the passage' });
  await dialog.waitFor();
  return dialog;
}

/** Types a code's name into the open picker and takes it. */
export async function pick(page, name) {
  const dialog = await picker(page);
  await dialog.getByRole('combobox', { name: 'Find or create a code' }).fill(name);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Codes words of the text by dragging and picking. */
export async function codePassage(page, words, name) {
  const bar = await drag(page, words);
  await bar.getByRole('button', { name: 'Code…' }).click();
  await pick(page, name);
}

/** Starts to note all that is said through the page's live regions; gives what tells it and what waits for it. */
export async function listen(page) {
  await page.evaluate(() => {
    if (window.heard) return;
    window.heard = [];
    const note = () => {
      for (const region of document.querySelectorAll('[aria-live]')) {
        const words = region.textContent.trim();
        if (words && region.lastHeard !== words) window.heard.push(words);
        region.lastHeard = words;
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return {
    /** Waits until something was said that has not been asked for yet. */
    async hears(words) {
      const pattern = words instanceof RegExp ? words.source : words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
      await page.waitForFunction(
        (wanted) => window.heard.findIndex((said) => new RegExp(wanted, 'u').test(said.replaceAll(/[\u2066-\u2069]/g, ''))) >= 0,
        pattern, { timeout: 5000 },
      ).catch(async () => {
        assert.fail(`never said: ${pattern}; said: ${JSON.stringify(await page.evaluate(() => window.heard))}`);
      });
      await page.evaluate(() => { window.heard.length = 0; });
    },
  };
}

/** Exports the open project by the save indicator; gives the file's bytes. */
export async function exportOpen(page) {
  await page.getByRole('button', { name: /^(Saved|Saving…|Not kept|Read only|Not saved.*)$/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export project (JSON)' }).click(),
  ]);
  return readFileSync(await download.path());
}

/** The quotations of an exported project in reading order: their words, and the names of their codes. */
export function coded(bytes) {
  const project = JSON.parse(bytes);
  const names = new Map(project.codes.map(({ id, name }) => [id, name]));
  return (project.quotations ?? []).toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
    .map(({ exact, codings = [] }) => [exact, codings.map(({ code }) => names.get(code))]);
}
