// The README's pictures, made anew from the built site: `EMIC_DIST=dist node tests/pictures/make.mjs`. A fictional
// interview is coded as a person does it, so that the pictures show what the app really looks like.
import { writeFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshProfile, openBrowser, removeProfile } from '../e2e/lib/browser.mjs';
import { site } from '../e2e/lib/emic.mjs';
import { serve } from '../e2e/lib/server.mjs';

const out = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const files = mkdtempSync(join(tmpdir(), 'emic-pictures-'));

const INTERVIEW = `Interviewer: Can you tell me how the last winter at the clinic began?

P03: With the bridge. They closed it at four in the afternoon, so whoever lived across the river had to leave at three, patients or no patients. By December we had learned to do a full day's work before lunch.

Interviewer: Who decided who would stay on after three?

P03: Nobody decided. It was whoever had no children at home. I stayed more often than I wanted to, and I never said so. My sister kept asking when I would come to the coast, and I kept saying: when the snow is gone.

المحاورة: وهل تحدثتِ مع زميلاتك عن الرحيل؟

P03: لا، لم نتحدث عنه أبدًا. كنا نعدّ الأدوية معًا كل خميس، وهذا كان حديثنا. من رحلت تركت مفتاحها في الدرج دون كلمة.

Interviewer: When did you know that you would go?

P03: When I found three keys in that drawer. One was the head nurse's. I sat down on the floor of the pharmacy and I thought: so this is how it is said here.
`;

const CODES = [
  ['With the bridge. They closed it at four in the afternoon', 'Roads and bridges closed'],
  ['whoever lived across the river had to leave at three', 'Work squeezed into less'],
  ["we had learned to do a full day's work before lunch", 'Work squeezed into less'],
  ['It was whoever had no children at home', 'Who has to stay'],
  ['I stayed more often than I wanted to, and I never said so', 'Silence among colleagues'],
  ['My sister kept asking when I would come to the coast', 'Family abroad pulls'],
  ['لم نتحدث عنه أبدًا', 'Silence among colleagues'],
  ['When I found three keys in that drawer', 'The moment of deciding'],
];

/** Selects words in the text as the mouse does, and codes them by the picker. */
async function code(page, words, name) {
  const ends = await page.evaluate((wanted) => {
    const text = [...document.querySelectorAll('[data-p]')].find((paragraph) => paragraph.textContent.includes(wanted));
    const point = (offset) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (left <= node.length) return [node, left];
        left -= node.length;
      }
      return null;
    };
    const at = text.textContent.indexOf(wanted);
    const range = document.createRange();
    range.setStart(...point(at));
    range.setEnd(...point(at + wanted.length));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    text.closest('article').focus();
    return true;
  }, words);
  if (!ends) throw new Error(`not in the text: ${words}`);
  await page.getByRole('toolbar').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('combobox').last().fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('toolbar').waitFor({ state: 'hidden' });
}

const server = await serve(site, {});
const profile = freshProfile();
const context = await openBrowser(profile, { viewport: { width: 1440, height: 900 } });
try {
  mkdirSync(out, { recursive: true });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.origin);
  await page.getByRole('button', { name: 'Create a project' }).first().click();
  await page.getByRole('dialog').getByRole('textbox').nth(0).fill('The winter of the bridge');
  await page.getByRole('dialog').getByRole('textbox').nth(1).fill('LM');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bring text in' }).last().click();
  const file = join(files, 'P03 Pharmacist.txt');
  writeFileSync(file, INTERVIEW);
  await page.getByRole('dialog').getByLabel('Choose files').setInputFiles(file);
  await page.getByRole('button', { name: /^Bring in/ }).last().click();
  await page.locator('[data-p]').first().waitFor();
  for (const [words, name] of CODES) await code(page, words, name);
  await page.getByRole('article').click({ position: { x: 4, y: 4 } });
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  while (await dismiss.count()) await dismiss.first().click();
  await page.locator('mark').nth(4).click();
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(out, 'reader.png') });
} finally {
  await context.close();
  await server.close();
  removeProfile(profile);
}
