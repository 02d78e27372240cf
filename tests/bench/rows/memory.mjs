// The memory of the page's own process (what is resident of it), with everything made that is made at idle. Each run
// has a browser of its own, so that nothing of other rows is in it. Megabytes stand where the others have milliseconds.
import { freshProfile, openBrowser } from '../../e2e/lib/browser.mjs';
import { answer, bring } from '../lib/app.mjs';
import { documentId, projectId } from '../lib/project.mjs';
import { rendererMemory } from '../lib/memory.mjs';

const profiles = new Map();

/** A profile with the corpus in it as a project. */
async function profileWith(bench, kind) {
  if (!profiles.has(kind)) {
    const profile = freshProfile();
    bench.atEnd(profile);
    const context = await openBrowser(profile);
    const page = context.pages()[0];
    await page.goto(bench.origin);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await bring(bench, page, kind);
    await page.goto(`${bench.origin}/#/${projectId(kind)}/history`);
    await page.waitForSelector('#content h1');
    await page.waitForTimeout(1000);
    await answer(page);
    await page.waitForTimeout(2000);
    await context.close();
    profiles.set(kind, profile);
  }
  return profiles.get(kind);
}

async function inBrowser(profile, show) {
  const context = await openBrowser(profile, { viewport: { width: 1280, height: 800 } });
  try {
    await show(context.pages()[0]);
    return rendererMemory(profile);
  } finally {
    await context.close();
  }
}

/** The document, all of whose sections are made; at rest. */
async function opened(bench, kind) {
  return inBrowser(await profileWith(bench, kind), async (page) => {
    await page.goto(`${bench.origin}/#/${projectId(kind)}/read/${documentId(0)}`);
    await page.waitForSelector('.sheet .stripe', { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector('.sheet--far') === null, undefined, { timeout: 120_000 });
    await page.waitForTimeout(2000);
  });
}

async function empty(bench, text) {
  const profile = freshProfile();
  bench.atEnd(profile);
  return inBrowser(profile, async (page) => {
    await page.goto(`${bench.origin}/floors/`);
    if (text !== undefined) await page.evaluate((words) => window.floors.pre(words), text);
    await page.waitForTimeout(1000);
  });
}

export const rows = [
  {
    // About 120 MB where the page with the bare text has 77.
    name: 'memory, MB: L open / <pre>',
    target: 1.56,
    runs: 3,
    floor: (bench) => empty(bench, bench.corpus('L').documents[0].text),
    emic: (bench) => opened(bench, 'L'),
  },
  {
    // About 160 MB where a blank page has 76.
    name: 'memory, MB: M open / blank page',
    target: 2.1,
    runs: 3,
    floor: (bench) => empty(bench),
    emic: (bench) => opened(bench, 'M'),
  },
];
