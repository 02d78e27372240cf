// When the app itself fails: the words come from the loader, and what is stored is not touched.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';

journey(test, 'a panic is explained and offers the saved state', {}, async ({ page }) => {
  assert.equal(await page.evaluate(() => window.__emicPanicked), false);
  await page.evaluate(() => window.emic_panic('panicked at src/app.rs:1:1:\n<b>index out of bounds</b>'));
  assert.equal(await page.evaluate(() => window.__emicPanicked), true);
  const dialog = page.getByRole('alertdialog', { name: 'Emic has stopped' });
  await dialog.getByText('Everything that was shown as saved is kept').waitFor();
  await axe(page);
  await screenshot(page, 'panic');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  assert.ok(await dialog.isVisible(), 'the dead app does not come back');
  await dialog.getByText('Technical details').click();
  await dialog.getByText('<b>index out of bounds</b>').waitFor();
  await dialog.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => window.__emicPanicked), false);
  assert.equal(await dialog.count(), 0);
});

journey(test, 'a trap without a panic message is noticed too, and said once', {}, async ({ page, seen }) => {
  seen.allow(/unreachable/);
  await page.evaluate(() => {
    const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };
    setTimeout(trap, 0);
    setTimeout(trap, 0);
    Promise.reject(new WebAssembly.RuntimeError('unreachable'));
  });
  await page.getByRole('alertdialog').waitFor();
  await page.waitForTimeout(100);
  assert.equal(await page.getByRole('alertdialog').count(), 1);
});

journey(test, 'an ordinary error outside the app is no panic', {}, async ({ page, seen }) => {
  seen.allow(/from an extension/);
  await page.evaluate(() => { setTimeout(() => { throw new Error('from an extension'); }, 0); });
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.__emicPanicked), false);
});

journey(test, 'the same in Arabic, from right to left', { locale: 'ar' }, async ({ page }) => {
  await page.evaluate(() => {
    document.documentElement.lang = 'ar';
    window.emic_panic('x');
  });
  const dialog = page.getByRole('alertdialog', { name: 'توقّف Emic' });
  await dialog.getByRole('button', { name: 'إعادة التحميل' }).waitFor();
  assert.equal(await dialog.getAttribute('dir'), 'rtl');
  await axe(page);
  await screenshot(page, 'panic-arabic');
});

// Without a service worker, which would have the page ready if it was quick.
journey(test, 'a page that cannot be loaded says so', { serviceWorkers: 'block' }, async ({ page, seen }) => {
  seen.allow(/404|Failed to load|ERR_FAILED|Failed to fetch/);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').getByText('could not be loaded').waitFor();
  await screenshot(page, 'not-loaded');
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.locator('main:not(.boot-message)').first().waitFor();
});

journey(test, 'a browser that is too old is told so', {}, async ({ page }) => {
  await page.addInitScript(() => { delete window.structuredClone; });
  await page.reload();
  await page.getByRole('alert').getByText('too old for Emic').waitFor();
});
