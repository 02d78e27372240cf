// One import for every journey: the app opened in an own browser, watched, and closed again at the end of the test.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshProfile, killBrowser, openBrowser, removeProfile } from './browser.mjs';
import { serve } from './server.mjs';
import { watch } from './watch.mjs';

export { axe } from './axe.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** The built site under test. */
export const site = resolve(process.env.EMIC_DIST ?? join(root, 'dist'));
/** Where journeys leave their pictures. */
export const screenshots = join(root, 'target/screenshots');

/**
 * Serves the site and opens it in an empty profile.
 *
 * `emic.page` is the current page; `emic.restart()` closes the browser and opens the same profile again, `emic.kill()`
 * does so after killing its process; `emic.open(path)` loads the app (again); `emic.seen` is what the watch saw, with
 * `emic.seen.allow(/pattern/)` for errors that the journey means to cause. At the end of the test everything is closed,
 * and the test fails on a request to another host, on a console error and on an uncaught error.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} [options] as `openBrowser` takes them (`locale: 'ar'`, `colorScheme`, `viewport`, `hasTouch`,
 *   `forcedColors`, ...)
 */
export async function launch(t, options = {}) {
  const { pages, ...browserOptions } = options;
  const server = await serve(site, { pages });
  const profile = freshProfile();
  const emic = { origin: server.origin, profile, context: null, page: null, seen: null, watches: [] };

  const start = async () => {
    emic.context = await openBrowser(profile, browserOptions);
    emic.context.setDefaultTimeout(15_000);
    emic.seen = watch(emic.context, server.origin);
    emic.watches.push(emic.seen);
    emic.page = emic.context.pages()[0] ?? (await emic.context.newPage());
  };
  emic.open = async (path = '/') => {
    await emic.page.goto(server.origin + path);
    try {
      await emic.page.getByRole('heading', { level: 1 }).first().waitFor();
    } catch (error) {
      await screenshot(emic.page, 'failed-to-open').catch(() => {});
      throw new Error(`no heading appeared; errors in the page:\n${emic.seen.errors.join('\n') || 'none'}`, { cause: error });
    }
    return emic.page;
  };
  emic.restart = async (path) => {
    await emic.context.close();
    await start();
    return emic.open(path);
  };
  emic.kill = async (path) => {
    await killBrowser(emic.context, profile);
    await start();
    return emic.open(path);
  };
  t.after(async () => {
    await emic.context?.close().catch(() => {});
    await server.close();
    removeProfile(profile);
  });
  await start();
  await emic.open();
  return emic;
}

/** Fails if anything left the origin or any error was seen in any of the browsers that the journey opened. */
export function checkQuiet(emic) {
  emic.watches.forEach((seen) => seen.check());
}

/** A journey: a test that opens the app, runs, and checks at its end that nothing left and nothing erred. */
export function journey(test, name, options, body) {
  test(name, { timeout: 180_000 }, async (t) => {
    const emic = await launch(t, options);
    try {
      await body(emic, t);
    } catch (error) {
      await screenshot(emic.page, `failed-${name}`).catch(() => {});
      throw error;
    }
    checkQuiet(emic);
  });
}

/** Keeps a picture of the page as `target/screenshots/<name>.png`. */
export async function screenshot(page, name) {
  mkdirSync(screenshots, { recursive: true });
  // Hiding the caret would take a style element, which the page's policy forbids and Firefox reports.
  await page.screenshot({ path: join(screenshots, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.png`), caret: 'initial' });
}
