// Accessibility of what is on the page now, checked by axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fails on any violation. Under the page's policy no script tag can be added; an evaluated source works.
 * @param {import('playwright-core').Page} page
 * @param {object} [options] as `axe.run` takes them
 */
export async function axe(page, options = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const { violations } = await page.evaluate((given) => window.axe.run(document, { resultTypes: ['violations'], ...given }), options);
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary?.replaceAll('\n', '\n  ')}`));
  assert.equal(lines.length, 0, `axe found:\n${lines.join('\n')}`);
}
