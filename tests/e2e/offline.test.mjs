// After the first visit the app opens without a network, and a newer version is used when the user says so, whole.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { axe, journey, launch, site } from './lib/emic.mjs';
import { begin, bringIn, saved, text } from './lib/study.mjs';

const index = readFileSync(join(site, 'index.html'), 'utf8');

/** Waits until the app's files are kept. */
async function kept(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

journey(test, 'after the first visit it opens and works without a network', {}, async (emic) => {
  const { page } = emic;
  await kept(page);
  await begin(page);
  await saved(page);
  await emic.context.setOffline(true);
  emic.seen.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await page.reload();
  await page.getByRole('button', { name: /^Rename project/ }).waitFor();
  // A legacy encoding is read by the second module.
  await bringIn(page, { 'old.txt': Buffer.from([0x57, 0x65, 0x20, 0x73, 0x61, 0x77, 0x20, 0xe9, 0x74, 0xe9, 0x20, 0x61, 0x6e, 0x64, 0x20, 0x6c, 0x65, 0x66, 0x74, 0x2e]) });
  await text(page).waitFor();
  await saved(page);
  await page.reload();
  await text(page).waitFor();
});

test('a newer version waits until it is wanted, and is used only when it is whole', async (t) => {
  const pages = {};
  const emic = await launch(t, { pages });
  await emic.open();
  const { page } = emic;
  await kept(page);
  const newer = (name) => index.replace('<title>Emic</title>', `<title>Emic</title><meta name="emic-test" content="${name}">`);
  const version = () => page.evaluate(() => document.querySelector('meta[name=emic-test]')?.content ?? 'first');
  const notice = page.getByRole('complementary', { name: 'New version' });

  // One of its files is missing: it is not taken.
  pages['/index.html'] = newer('broken').replace('</head>', '<link rel="stylesheet" href="not-there.css"></head>');
  emic.seen.allow(/not-there\.css/);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForTimeout(1500);
  assert.equal(await version(), 'first');
  assert.equal(await notice.isVisible(), false);

  pages['/index.html'] = newer('second');
  await page.reload();
  await notice.getByRole('button', { name: 'Update now' }).waitFor();
  await axe(page);
  assert.equal(await version(), 'first');
  await notice.getByRole('button', { name: 'Later' }).click();
  await page.reload();
  assert.equal(await version(), 'first', 'nothing changes that was not asked for');
  await notice.getByRole('button', { name: 'Update now' }).click();
  await page.waitForFunction(() => document.querySelector('meta[name=emic-test]')?.content === 'second');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await emic.context.setOffline(true);
  emic.seen.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  assert.equal(await version(), 'second');
});
