// A whole project of 200 documents and 20,000 quotations, from where it is stored to the first screen.
import { project } from '../lib/app.mjs';
import { projectId } from '../lib/project.mjs';

/** From going to the project on the start page until its text, tree and counts are painted. */
async function fromStorage(bench, kind) {
  const { page } = bench;
  await project(bench, kind);
  await bench.app('/');
  await page.getByRole('link', { name: `Bench ${kind}` }).first().waitFor();
  return page.evaluate(async (to) => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    // The screen asked for, the counts of the header and a first line of the lists beside it.
    const there = () => document.querySelector('#save-state .save-state--good') && document.querySelector('#content h1')
      && document.querySelector('[role=treeitem]');
    const begun = performance.now();
    location.hash = to;
    do await frame(); while (!there() && performance.now() - begun < 20_000);
    await frame();
    return performance.now() - begun;
  }, `#/${projectId(kind)}/history`);
}

export const rows = [
  {
    name: 'open M from storage to first screen / 150 ms',
    target: 1.0,
    floor: async () => 150,
    emic: (bench) => fromStorage(bench, 'M'),
  },
];
