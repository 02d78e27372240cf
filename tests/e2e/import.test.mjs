// Text comes in: chosen, dropped and pasted; in other encodings; tidied before it is kept; and all of it can be undone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import { axe, journey, screenshot, site } from './lib/emic.mjs';

async function create(page, title) {
  await page.getByRole('button', { name: /Create a project|New project/ }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Title of the project').fill(title);
  await dialog.getByLabel('Who is coding?').fill('LM');
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: `Rename project ${title}` }).waitFor();
}

async function openImport(page) {
  await page.getByRole('button', { name: 'Bring text in' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bring text in' });
  await dialog.waitFor();
  return dialog;
}

const file = (name, content) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const bring = (dialog, n) => dialog.getByRole('button', { name: n === 1 ? 'Bring in 1 document' : `Bring in ${n} documents`, exact: true });
const documents = (page) => page.getByRole('link', { name: /^Documents/ });

/** The paragraphs of an invented interview. */
const PARAGRAPHS = [
  'The second winter was the longest of all the winters that we remember in the valley, and we heated one room and read '
    + 'the letters of those who had left before us, and nobody said aloud what the letters said between their lines.',
  'I kept a list of the medicines that we still had, and each week it became shorter and easier to learn by heart, until '
    + 'the morning on which the pharmacist closed his door and gave the key to my brother without an explanation.',
  'When we came to the bridge there was nobody to ask for permission, and my mother walked across as if the bridge had '
    + 'been hers from the beginning, and so we followed her with everything that could be carried on two bicycles.',
];

const NOTICE = 'Downloaded from invented.example on 3 May 2024';

/** Pages of a PDF as they come out of it: wrapped, with notices and numbers, and on every other page with hyphens. */
function wrapped() {
  const lines = [];
  for (let page = 0; page < 6; page += 1) {
    lines.push(NOTICE, '');
    for (const paragraph of PARAGRAPHS) {
      let line = '';
      for (const word of paragraph.split(' ')) {
        const fits = line === '' || `${line} ${word}`.length <= 64;
        const breaks = !fits && page % 2 === 1 && /^[a-z]{7,}$/.test(word);
        if (breaks) lines.push(`${line} ${word.slice(0, 4)}-`);
        else if (!fits) lines.push(line);
        line = fits ? `${line} ${word}`.trim() : breaks ? word.slice(4) : word;
      }
      lines.push(line, '');
    }
    lines.push(`Page ${page + 1} of 6`, '');
  }
  return lines.join('\n');
}

journey(test, 'a text copied out of a PDF is tidied, read, and taken back', {}, async ({ page }) => {
  await create(page, 'Valley');
  const dialog = await openImport(page);
  await axe(page);
  const text = wrapped();
  await dialog.getByLabel('Choose files').setInputFiles([file('Interview 4.txt', text)]);
  await bring(dialog, 1).waitFor();

  const inside = () => page.evaluate(() => document.activeElement.tagName !== 'DIALOG' && document.activeElement.closest('dialog') !== null);
  assert.ok(await inside(), 'the focus stays in the dialog');

  // Before and after, with what goes listed, and each rule to be switched.
  const compare = dialog.getByRole('region', { name: 'Before and after tidying' });
  const join = dialog.getByRole('switch', { name: /^Join wrapped lines · \d+$/ });
  const furniture = dialog.getByRole('switch', { name: /^Drop page headers and notices · \d+$/ });
  const hyphens = dialog.getByRole('switch', { name: /^Undo line-end hyphens · \d+$/ });
  for (const rule of [join, hyphens, furniture]) assert.ok(await rule.isChecked(), 'what makes sense is on');
  const before = () => compare.getByText(NOTICE);
  await compare.locator('del', { hasText: NOTICE }).first().waitFor();
  await dialog.getByText(/things are removed/).click();
  const removed = dialog.getByRole('list', { name: /things are removed/ });
  assert.match(await removed.innerText(), /Line 1\s+Downloaded from invented\.example on 3 May 2024\s+Drop page headers/);
  assert.match(await removed.innerText(), /Page 3 of 6/);
  assert.match(await removed.innerText(), /Line \d+\s+reme-mber\s+Undo line-end hyphens/);
  await dialog.getByText(/things are removed/).click();
  await axe(page);
  await screenshot(page, 'import-preview');
  await furniture.click();
  await compare.locator('del', { hasText: NOTICE }).first().waitFor({ state: 'detached' });
  assert.ok(await before().count() > 0, 'switched off, it stays');
  await dialog.getByRole('button', { name: 'Back to what is suggested' }).click();
  await compare.locator('del', { hasText: NOTICE }).first().waitFor();

  await dialog.getByLabel('Title').fill('Interview 4, Ada');
  await bring(dialog, 1).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Interview 4, Ada' }).waitFor();
  const reader = await page.getByRole('main').innerText();
  assert.ok(PARAGRAPHS.every((paragraph) => reader.includes(paragraph)), 'paragraphs are whole again');
  assert.ok(!/Downloaded from|Page \d of 6|reme-/.test(reader), 'no page furniture is left');
  assert.match(page.url(), /read\/[0-9a-f-]{36}/);

  // The same file again is noticed and is not brought in by itself.
  await page.getByRole('button', { name: 'Bring text in' }).first().click();
  await dialog.waitFor();
  await dialog.getByLabel('Choose files').setInputFiles([file('Another name.txt', text)]);
  await dialog.getByText('The same text is already in this project as “Interview 4, Ada”.').first().waitFor();
  assert.equal(await dialog.getByRole('checkbox', { name: 'Bring in “Another name”' }).isChecked(), false);
  assert.ok(await dialog.getByRole('button', { name: 'Bring in', exact: true }).isDisabled());
  // Leaving asks.
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Leave' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^Undo: / }).first().click();
  await documents(page).filter({ hasText: '0' }).waitFor();
});

const ARABIC = 'جاؤوا في الليل. كنت خائفة جدا، ولم أعرف ماذا أفعل. غادرنا البيت في الصباح مع الأطفال وتركنا كل شيء وراءنا.';

/** The bytes of Arabic letters in windows-1256, by the runs in which that table keeps Unicode's order. */
function windows1256(text) {
  const special = { '،': 0xa1, 'ء': 0xc1, 'آ': 0xc2, 'أ': 0xc3, 'ؤ': 0xc4, 'إ': 0xc5, 'ئ': 0xc6, 'ا': 0xc7, 'ب': 0xc8, 'ة': 0xc9,
    'ت': 0xca, 'ث': 0xcb, 'ج': 0xcc, 'ح': 0xcd, 'خ': 0xce, 'د': 0xcf, 'ذ': 0xd0, 'ر': 0xd1, 'ز': 0xd2, 'س': 0xd3, 'ش': 0xd4,
    'ص': 0xd5, 'ض': 0xd6, 'ط': 0xd8, 'ظ': 0xd9, 'ع': 0xda, 'غ': 0xdb, 'ف': 0xdd, 'ق': 0xde, 'ك': 0xdf, 'ل': 0xe1, 'م': 0xe3,
    'ن': 0xe4, 'ه': 0xe5, 'و': 0xe6, 'ى': 0xec, 'ي': 0xed };
  return Buffer.from([...text].map((letter) => special[letter] ?? letter.codePointAt(0)));
}

journey(test, 'other encodings are read, can be changed, and other formats are told apart', {}, async ({ page }) => {
  await create(page, 'Valley');
  const dialog = await openImport(page);
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`UTF ${ARABIC}`, 'utf16le')]);
  await dialog.getByLabel('Choose files').setInputFiles([
    { name: 'night.txt', mimeType: 'text/plain', buffer: windows1256(ARABIC) },
    { name: 'wide.txt', mimeType: 'text/plain', buffer: utf16 },
    { name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%\u00e2\u00e3') },
    file('blank.txt', '\n \n'),
  ]);
  await bring(dialog, 2).waitFor();
  await dialog.getByText(/^It is damaged/).waitFor();
  const encoding = dialog.getByLabel('Encoding');
  assert.equal(await encoding.inputValue(), 'windows-1256');
  const compare = dialog.getByRole('region', { name: 'Text and speakers' });
  await compare.getByText(ARABIC).first().waitFor();
  await encoding.selectOption('windows-1252');
  await compare.getByText(ARABIC).first().waitFor({ state: 'detached' });
  await encoding.selectOption('windows-1256');
  await compare.getByText(ARABIC).first().waitFor();
  await dialog.getByRole('button', { name: /^wide/ }).click();
  assert.equal(await encoding.inputValue(), 'utf-16le');
  await axe(page);
  await bring(dialog, 2).click();
  // What was left out is listed, each with its reason.
  await dialog.getByText('2 documents brought in.', { exact: true }).waitFor();
  await dialog.getByText('paper.pdf').waitFor();
  await dialog.getByText('There are no words in it.').waitFor();
  await axe(page);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('main').getByText(ARABIC).waitFor();
  // Several come in as one step.
  await documents(page).filter({ hasText: '2' }).waitFor();
  await page.getByRole('button', { name: /^Undo: / }).first().click();
  await documents(page).filter({ hasText: '0' }).waitFor();
});

journey(test, 'text is pasted and dropped', {}, async ({ page }) => {
  await create(page, 'Valley');
  const dialog = await openImport(page);
  await dialog.getByLabel('Paste text').fill('Field note, the market\n\nThe stalls opened late.');
  await dialog.getByRole('button', { name: 'Preview this text' }).click();
  await bring(dialog, 1).waitFor();
  assert.equal(await dialog.getByLabel('Title').inputValue(), 'Field note, the market');
  await bring(dialog, 1).click();
  await page.getByRole('heading', { name: 'Field note, the market', level: 1 }).waitFor();

  // A file dropped where nothing takes it does not carry the app away; dropped on the documents it comes in.
  const drop = (selector, files = { 'note.md': '# Dropped\n\nWords that were dropped.' }) => page.evaluate(([where, files]) => {
    const data = new DataTransfer();
    for (const [name, content] of Object.entries(files)) data.items.add(new File([content], name));
    const target = document.querySelector(where);
    const event = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data });
    target.dispatchEvent(event('dragover'));
    return !target.dispatchEvent(event('drop'));
  }, [selector, files]);
  assert.equal(await drop('header'), true, 'the browser does not open it');
  await documents(page).click();
  await page.getByRole('heading', { name: 'Documents', level: 1 }).waitFor();
  assert.equal(await drop('main h1'), true);
  await dialog.waitFor();
  await bring(dialog, 1).click();
  await page.getByRole('heading', { name: 'Dropped', level: 1 }).first().waitFor();
  // Over the text that one reads they come in as well; a project file is told from a text.
  await drop('article p', { 'study.json': '{"format": "emic-project", "version": 1}', 'more.txt': 'More words.' });
  await dialog.getByRole('region', { name: '1 file could not be taken' }).getByText('This is a project file of Emic').waitFor();
  await bring(dialog, 1).click();
  await page.getByRole('heading', { name: 'more', level: 1 }).first().waitFor();
});

for (const [name, options] of Object.entries({
  dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, narrow: { viewport: { width: 360, height: 740 } },
})) {
  journey(test, `the preview is accessible: ${name}`, options, async ({ page }) => {
    await create(page, 'Valley');
    // On a narrow page the navigation's button is behind its drawer; the reader's is on the page.
    await page.getByRole('main').getByRole('button', { name: /Bring/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Bring text in' });
    await axe(page);
    await dialog.getByLabel('Choose files').setInputFiles([file('a.txt', wrapped()), file('b.txt', ARABIC)]);
    await bring(dialog, 2).waitFor();
    await axe(page);
    await screenshot(page, `import-${name}`);
    const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    assert.ok(wide <= 0, `the dialog scrolls sideways by ${wide} px`);
  });
}

journey(test, 'two hundred files come in as one step', {}, async ({ page }) => {
  await create(page, 'Valley');
  const dialog = await openImport(page);
  const words = PARAGRAPHS.join(' ');
  const many = Array.from({ length: 200 }, (_, n) => file(`Interview ${n + 1}.txt`, `Interview ${n + 1}\n\n${`${words}\n\n`.repeat(20)}`));
  // What was read stays where it is when more comes: to make the list anew each time takes longer than to read.
  await page.evaluate(() => {
    window.taken = 0;
    const isText = (node) => node instanceof Element && node.matches('li:has(input[type=checkbox])');
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes) window.taken += [...removedNodes].filter(isText).length;
    }).observe(document.querySelector('dialog[open]'), { childList: true, subtree: true });
  });
  await dialog.getByLabel('Choose files').setInputFiles(many);
  await bring(dialog, 200).waitFor({ timeout: 120_000 });
  assert.equal(await dialog.getByRole('checkbox', { name: /Interview/ }).count(), 200);
  assert.equal(await page.evaluate(() => window.taken), 0, 'no text of the list was made anew');
  await bring(dialog, 200).click();
  await dialog.waitFor({ state: 'detached', timeout: 60_000 });
  await documents(page).filter({ hasText: '200' }).waitFor();

  // One step: it is stored as one, and taken back as one.
  await page.getByRole('button', { name: /^Saved/ }).waitFor();
  await page.reload();
  await documents(page).filter({ hasText: '200' }).waitFor();
  await page.getByText('The second winter').first().waitFor();
  await page.keyboard.press('Control+z');
  await documents(page).filter({ hasNotText: '200' }).waitFor();
});

/** What a worker with the second module does when it comes to a file that begins with "!": it traps. */
const TRAP = `
{
  const real = wasm_bindgen.initSync;
  wasm_bindgen.initSync = (module) => {
    const exports = real(module);
    const read = self.onmessage;
    self.onmessage = (event) => {
      const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(event.data[1]));
      if (bytes[0] === 33) throw new WebAssembly.RuntimeError('unreachable');
      if (bytes[0] !== 63) read.call(self, event);
    };
    return exports;
  };
}
`;
const pages = { '/emic-readers.js': readFileSync(`${site}/emic-readers.js`, 'utf8') + TRAP };

journey(test, 'a file that its reader fails over is told so, and the others come in', { pages }, async ({ page, seen }) => {
  seen.allow(/unreachable/);
  await create(page, 'Valley');
  const dialog = await openImport(page);
  const files = [file('one.txt', 'They came.'), file('bad.txt', '!'), file('two.txt', 'We left.'), file('three.txt', 'They went.')];
  await dialog.getByLabel('Choose files').setInputFiles(files);
  await bring(dialog, 3).waitFor();
  await dialog.getByText(/^Reading it failed inside Emic \(.*unreachable.*\)\./).waitFor();
  assert.equal(page.workers().length, 0, 'no reader is left behind');
  // One that never answers can be stopped; its worker ends at once.
  await dialog.getByLabel('Add files').setInputFiles([file('endless.txt', '? and no answer')]);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await bring(dialog, 3).waitFor();
  await page.waitForFunction(() => document.querySelector('.progress') === null);
  assert.equal(page.workers().length, 0, 'the reader was ended');
  await bring(dialog, 3).click();
  await dialog.getByText('bad.txt').waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await documents(page).filter({ hasText: '3' }).waitFor();
});

// A service worker might have kept that part by now.
journey(test, 'without the part that reads files the app starts, says so, and takes pasted words', { serviceWorkers: 'block' }, async ({ page, seen, open }) => {
  seen.allow(/emic-readers|Failed to load resource/);
  await page.route('**/emic-readers*', (route) => route.abort());
  await open();
  await create(page, 'Valley');
  const dialog = await openImport(page);
  await dialog.getByLabel('Choose files').setInputFiles([file('one.txt', 'They came.')]);
  await dialog.getByText(/^The part of Emic that reads files could not be loaded/).waitFor();
  await dialog.getByLabel('Paste text').fill('They came at night.');
  await dialog.getByRole('button', { name: 'Preview this text' }).click();
  await bring(dialog, 1).click();
  await page.getByRole('heading', { name: 'They came at night.', level: 1 }).waitFor();
});
