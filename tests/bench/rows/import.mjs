// Bringing in many texts at once, beside JavaScript that reads, decodes and keeps the same files.

/** The texts of the corpus. */
const texts = (bench) => bench.corpus('M').documents.map(({ title, text }) => ({ name: `${title}.txt`, text }));

async function floor(bench) {
  await bench.floors();
  return bench.page.evaluate((files) => window.floors.importTexts(files), texts(bench));
}

/** From the choice of the files until all are documents, with the one press in between; the longest task too. */
async function importing(bench, what) {
  const { page } = bench;
  const files = texts(bench);
  await bench.app('/');
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
    for (const { name, text } of all) window.given.items.add(new File([text], name, { type: 'text/plain' }));
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
    const bring = () => [...open.querySelectorAll('button')].find((button) => !button.disabled && button.textContent.trim() === `Bring in ${count} documents`);
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
];
