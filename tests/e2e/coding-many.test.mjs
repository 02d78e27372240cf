// Very much on one page: two hundred quotations over each other, and more than two hundred steps taken back.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, exportOpen, link, panel, pick, saved, text } from './lib/study.mjs';
import { said } from './lib/transcript.mjs';

const uuid = (kind, n) => `00000000-0000-4000-8000-${kind}${String(n).padStart(11, '0')}`;
const count = (page, n) => page.getByRole('banner').getByText(new RegExp(` · ${n} quotations?$`)).waitFor();

/** A project of one text whose one paragraph has so many quotations over each other, each with a code of its own. */
async function crowded(page, many) {
  await begin(page, { title: 'Crowded' });
  await bringIn(page, { 'nadia.txt': said.join('\n\n') });
  await text(page).focus();
  for (const key of ['Control+Home', 'w', 'c']) await page.keyboard.press(key);
  await pick(page, 'First');
  await saved(page);
  const project = JSON.parse(await exportOpen(page));
  const [document] = project.documents;
  const [code] = project.codes;
  const [quotation] = project.quotations;
  const letters = [...document.text];
  const from = document.text.indexOf(said[1]);
  project.codes.push({ ...code, id: uuid('a', 0), name: 'All layers' });
  for (let n = 1; n <= many; n += 1) {
    const span = [from + n % 7, from + 30 + n];
    const name = `Layer ${String(n).padStart(3, '0')}`;
    project.codes.push({ ...code, id: uuid('a', n), name, parent: uuid('a', 0) });
    project.quotations.push({
      ...quotation,
      id: uuid('b', n),
      span,
      exact: letters.slice(...span).join(''),
      prefix: letters.slice(Math.max(0, span[0] - 32), span[0]).join(''),
      suffix: letters.slice(span[1], span[1] + 32).join(''),
      codings: [{ ...quotation.codings[0], id: uuid('c', n), code: uuid('a', n) }],
    });
  }
  project.quotations.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  project.id = uuid('d', 1);
  project.title = 'Two hundred layers';
  return project;
}

journey(test, 'of two hundred quotations over each other one is chosen in the list, by keys', {}, async ({ page }, t) => {
  const folder = mkdtempSync(join(tmpdir(), 'emic-crowd-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'crowd.json');
  writeFileSync(file, JSON.stringify(await crowded(page, 200)));
  await page.getByRole('link', { name: /All projects/ }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import project file' }).click(),
  ]);
  await chooser.setFiles(file);
  await page.getByRole('link', { name: 'Two hundred layers', exact: true }).click();
  const who = page.getByRole('dialog', { name: 'Who is coding?' });
  await who.or(text(page)).first().waitFor();
  if (await who.count() > 0) await who.getByRole('button', { name: 'Start coding' }).click();
  await text(page).waitFor();
  await count(page, 201);
  const more = text(page).getByRole('button', { name: /^\d+ more quotations here$/ }).first();
  const hidden = Number(/\d+/.exec(await more.getAttribute('aria-label'))[0]);
  assert.ok(hidden > 150, `${hidden} of them have no stripe`);
  await more.click();
  const menu = page.getByRole('menu', { name: 'Quotations' });
  await menu.waitFor();
  assert.equal(await menu.getByRole('menuitem').count(), hidden);
  await screenshot(page, 'two-hundred-layers');
  const box = await menu.boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= page.viewportSize().height, 'the list is in the window');
  // By the letters of its name; what is focused is in view.
  await page.keyboard.type('Layer 15', { delay: 20 });
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  assert.match(await focused(), /^Layer 15\d: /);
  await page.keyboard.press('ArrowDown');
  const name = /^Layer \d+/.exec(await focused())[0];
  const row = await menu.getByRole('menuitem', { name: new RegExp(`^${name}: `) }).boundingBox();
  assert.ok(row.y >= box.y - 1 && row.y + row.height <= box.y + box.height + 1, 'the row is in view');
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'detached' });
  await panel(page).getByRole('list', { name: 'Codes' }).getByText(name, { exact: true }).waitFor();
  // What was looked at is told and can be coded on by keys.
  await text(page).focus();
  await page.keyboard.press('Delete');
  await count(page, 200);
  await page.keyboard.press('Control+z');
  await count(page, 201);
  // The code above them all has none of its own, and says so beside the sum.
  await link(page, 'Codebook').click();
  await page.getByRole('treeitem', { name: /^All layers/ }).click();
  await page.getByText('No passage of its own · 200 with the codes below').waitFor();
});

journey(test, 'more than two hundred steps are undone after the page was loaded anew', {}, async ({ page }) => {
  const STEPS = 210;
  await begin(page, { title: 'Many steps' });
  await bringIn(page, { 'nadia.txt': said.join('\n\n') });
  await text(page).focus();
  for (const key of ['Control+Home', 'w', 'c']) await page.keyboard.press(key);
  await pick(page, 'Word');
  for (let n = 2; n <= STEPS; n += 1) {
    for (const key of ['Escape', 'Control+Shift+ArrowRight', 'r', 'ArrowRight']) await page.keyboard.press(key);
  }
  await count(page, STEPS);
  await saved(page);
  await page.reload();
  await text(page).waitFor();
  await count(page, STEPS);
  await text(page).focus();
  for (let n = 0; n < STEPS - 1; n += 1) await page.keyboard.press('Control+z');
  await count(page, 1);
  // Half of them again, over another reload.
  await saved(page);
  await page.reload();
  await text(page).waitFor();
  await text(page).focus();
  for (let n = 0; n < 100; n += 1) await page.keyboard.press('Control+Shift+Z');
  await count(page, 101);
});
