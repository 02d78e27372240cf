// Measures Emic beside its floors: `cargo xtask bench [FILTER] [--runs N]`. Each file of rows/ exports a list of rows
// (see lib/rows.mjs). Milliseconds differ from machine to machine; the ratio to the floor of the same run counts.
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { freshProfile, openBrowser, removeProfile } from '../e2e/lib/browser.mjs';
import { site } from '../e2e/lib/emic.mjs';
import { serve } from '../e2e/lib/server.mjs';
import { corpus } from './lib/corpus.mjs';
import { header, line, measure } from './lib/rows.mjs';

const { values, positionals } = parseArgs({ options: { runs: { type: 'string', default: '7' } }, allowPositionals: true });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1');

const own = (name) => readFileSync(new URL(`lib/${name}`, import.meta.url), 'utf8');
const server = await serve(site, {
  pages: { '/floors/index.html': own('floors.html'), '/floors/floors.js': own('floors.js') },
});
const profile = freshProfile();
const profiles = [profile];
const context = await openBrowser(profile, { viewport: { width: 1280, height: 800 } });
let over = 0;
let measured = 0;
try {
  const page = context.pages()[0] ?? (await context.newPage());
  const made = new Map();
  /** What a row has to work with. */
  const bench = {
    page,
    context,
    origin: server.origin,
    /** A corpus of lib/corpus.mjs, made once. */
    corpus(kind) {
      if (!made.has(kind)) made.set(kind, corpus(kind));
      return made.get(kind);
    },
    /** Has a profile that a row made deleted when all is done. */
    atEnd(made) {
      profiles.push(made);
    },
    /** Opens the empty page with `window.floors`. */
    async floors() {
      await page.goto(`${server.origin}/floors/`);
      await page.evaluate(() => window.painted());
    },
    /** Opens the app, and waits until its first heading is painted. */
    async app(path = '/') {
      await page.goto('about:blank');
      await page.goto(server.origin + path);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
  };
  console.log(`Medians of ${runs} runs.\n${header}`);
  for (const name of readdirSync(new URL('rows/', import.meta.url)).filter((file) => file.endsWith('.mjs')).sort()) {
    const { rows } = await import(new URL(`rows/${name}`, import.meta.url));
    for (const row of rows) {
      if (positionals.length > 0 && !positionals.some((word) => `${name} ${row.name}`.includes(word))) continue;
      const result = await measure(row, bench, Math.min(runs, row.runs ?? runs));
      measured++;
      if (!result.ok) over++;
      console.log(line(result));
    }
  }
} finally {
  await context.close();
  await server.close();
  profiles.forEach(removeProfile);
}
console.log(`${measured} measured, ${over} over their target`);
process.exitCode = over > 0 || measured === 0 ? 1 : 0;
