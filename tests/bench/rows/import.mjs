// Bringing in many texts at once, beside JavaScript that reads, decodes and keeps the same files.
import { freshProfile, openBrowser } from '../../e2e/lib/browser.mjs';
import { docx, p } from '../../e2e/lib/zip.mjs';
import { rendererMemory } from '../lib/memory.mjs';

/** The texts of the corpus. */
const texts = (bench) => bench.corpus('M').documents.map(({ title, text }) => ({ name: `${title}.txt`, text }));

async function floor(bench) {
  await bench.floors();
  return bench.page.evaluate((files) => window.floors.importTexts(files), texts(bench));
}

/** The same as Word documents: a paragraph a line. */
function documents(bench) {
  const escaped = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return bench.corpus('M').documents.map(({ title, text }) => ({
    name: `${title}.docx`, base64: docx(text.split('\n').map((line) => p(escaped(line))).join('')).toString('base64'),
  }));
}

/** Five hundred pages as a printer's program writes them: some forty lines a page, each placed by itself. */
function pdf(bench) {
  const lines = bench.corpus('M').documents.flatMap(({ text }) => text.replaceAll(/[^\x20-\x7e\n]/g, '?').match(/[^\n]{1,80}/g) ?? []);
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '', '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>'];
  const kids = [];
  for (let page = 0; page < 500; page += 1) {
    const shown = lines.slice(page * 40, page * 40 + 40).map((line, n) => (
      `BT /F1 11 Tf 72 ${720 - n * 16} Td (${line.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`));
    const stream = shown.join('\n');
    objects.push(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
    objects.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${objects.length} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`);
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<</Type/Pages/Count 500/Kids[${kids.join(' ')}]>>`;
  let file = '%PDF-1.7\n';
  const places = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`;
  return [{ name: 'pages.pdf', base64: Buffer.from(file, 'latin1').toString('base64') }];
}

/** From the choice of the files until all are documents, with the one press in between; the longest task too. */
async function importing(bench, what, files = texts(bench), page = bench.page) {
  await page.goto('about:blank');
  await page.goto(bench.origin);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('button', { name: /Create a project|New project/ }).first().click();
  const asked = page.getByRole('dialog', { name: 'New project' });
  await asked.getByLabel('Title of the project').fill('Many');
  const who = asked.getByLabel('Who is coding?');
  if (await who.isVisible()) await who.fill('Bench');
  await asked.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('button', { name: /^Rename project/ }).first().waitFor();
  await page.getByRole('button', { name: 'Bring text in' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Bring text in' });
  await dialog.getByLabel('Choose files').waitFor({ state: 'attached' });
  // Handing the words to the page is a long task of its own, which must be over before.
  await page.evaluate((all) => {
    window.given = new DataTransfer();
    const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    for (const { name, text, base64 } of all) window.given.items.add(new File([text ?? bytes(base64)], name));
    return new Promise((resolve) => { setTimeout(resolve, 200); });
  }, files);
  const measured = await page.evaluate(async (count) => {
    const tasks = [];
    const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration)));
    watch.observe({ entryTypes: ['longtask'] });
    const open = document.querySelector('dialog[open]');
    const input = open.querySelector('input[type=file]');
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    const begun = performance.now();
    input.files = window.given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const bring = () => [...open.querySelectorAll('button')].find((button) => !button.disabled && button.textContent.trim() === (count === 1 ? 'Bring in 1 document' : `Bring in ${count} documents`));
    let button;
    while (!(button = bring())) await frame();
    button.click();
    while (open.isConnected && open.open) await frame();
    await frame();
    await frame();
    const total = performance.now() - begun;
    watch.disconnect();
    return { total, longest: Math.max(0, ...tasks) };
  }, files.length);
  return measured[what];
}

/**
 * The most memory, in resident megabytes of the page's process with its workers, that is seen while something is done in
 * a browser of its own. The files themselves are in the browser's process.
 */
async function most(bench, work) {
  const profile = freshProfile();
  bench.atEnd(profile);
  const context = await openBrowser(profile, { viewport: { width: 1280, height: 800 } });
  try {
    const page = context.pages()[0];
    await page.goto(`${bench.origin}/floors/`);
    let seen = 0;
    const timer = setInterval(() => { seen = Math.max(seen, rendererMemory(profile)); }, 100);
    try {
      await work(page);
    } finally {
      clearInterval(timer);
    }
    return seen;
  } finally {
    await context.close();
  }
}

/** Beside an import: a floor in JavaScript, in a page of its own. */
const floorIn = (name, files) => (bench) => most(bench, (page) => page.evaluate(([of, given]) => window.floors[of](given), [name, files(bench)]));

export const rows = [
  {
    name: 'import 200 txt / read, decode and keep in JS',
    target: 1.5,
    runs: 3,
    floor,
    emic: (bench) => importing(bench, 'total'),
  },
  {
    // Tasks of less than 50 ms are not told of and count as 0.
    name: 'import 200 txt: longest task / 50 ms',
    target: 1.0,
    runs: 3,
    floor: async () => 50,
    emic: (bench) => importing(bench, 'longest'),
  },
  {
    name: 'import 200 docx / inflate, match and keep in JS',
    target: 0.7,
    runs: 3,
    floor: async (bench) => {
      await bench.floors();
      return bench.page.evaluate((files) => window.floors.importDocx(files), documents(bench));
    },
    emic: (bench) => importing(bench, 'total', documents(bench)),
  },
  {
    name: 'import 200 docx: longest task / 50 ms',
    target: 1.0,
    runs: 3,
    floor: async () => 50,
    emic: (bench) => importing(bench, 'longest', documents(bench)),
  },
  {
    name: 'import a PDF of 500 pages / 5 s',
    target: 1.0,
    runs: 3,
    floor: async () => 5000,
    emic: (bench) => importing(bench, 'total', pdf(bench)),
  },
  {
    // Megabytes stand where the others have milliseconds.
    name: 'memory, MB: import 200 txt, most / in JS',
    runs: 3,
    floor: floorIn('importTexts', texts),
    emic: (bench) => most(bench, (page) => importing(bench, 'total', texts(bench), page)),
  },
  {
    name: 'memory, MB: import 200 docx, most / in JS',
    runs: 3,
    floor: floorIn('importDocx', documents),
    emic: (bench) => most(bench, (page) => importing(bench, 'total', documents(bench), page)),
  },
];
