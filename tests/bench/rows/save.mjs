// Keeping an edit. What is edited shows little (the project's title), so that the time is that of the edit and of
// keeping it, and not that of drawing.
import { opening, pressing } from '../lib/app.mjs';

/** Renames the project, takes that back and does it again; how long the last took until it was on the disk. */
async function saving(bench, kind, what) {
  const { page, context } = bench;
  await opening(bench, kind);
  await page.getByRole('button', { name: /^Rename project/ }).first().click();
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('textbox').first();
  await title.fill(`${await title.inputValue()}.`);
  await dialog.getByRole('button', { name: 'Rename', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  const saved = () => page.waitForFunction(() => document.querySelector('#save-state .save-state--good') !== null);
  const undo = { key: 'z', code: 'KeyZ', ctrlKey: true };
  const redo = { key: 'z', code: 'KeyZ', ctrlKey: true, shiftKey: true };
  for (const keys of [undo, redo, undo]) {
    await pressing(page, keys);
    await saved();
  }
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  await page.waitForTimeout(2500);
  const before = await script();
  const durable = await page.evaluate(async (keys) => {
    const state = document.querySelector('#save-state');
    const isSaved = () => state.querySelector('.save-state--good') !== null;
    const begun = performance.now();
    document.querySelector('.reader__text').dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...keys }));
    await new Promise((resolve) => {
      let busy = false;
      const watch = new MutationObserver(() => {
        busy ||= !isSaved();
        if (busy && isSaved()) { watch.disconnect(); resolve(); }
      });
      watch.observe(state, { subtree: true, attributes: true, childList: true, characterData: true });
    });
    return performance.now() - begun;
  }, redo);
  const spent = (await script()) - before;
  await session.detach();
  return what === 'script' ? spent : durable;
}

export const rows = [
  {
    name: 'save an edit in L: on the disk / 1 s',
    target: 1.0,
    floor: async () => 1000,
    emic: (bench) => saving(bench, 'L', 'durable'),
  },
  {
    // All script from the key press until it is on the disk: the edit, what it draws, and keeping it.
    name: 'save an edit: all script, L / 8,000 words',
    target: 1.3,
    floor: (bench) => saving(bench, 'D', 'script'),
    emic: (bench) => saving(bench, 'L', 'script'),
  },
];
