// How a row is measured and printed: median of the runs, floor and Emic in turn, so that both see the same machine.

/** The middle one of the values; of an even number the mean of the middle two. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} [target] the largest ratio of Emic to its floor; none where the row only informs
 * @property {number} [runs] the most runs that it is worth
 * @property {(bench: Bench) => Promise<number>} floor milliseconds of one run (or what else the name says)
 * @property {(bench: Bench) => Promise<number>} emic milliseconds of one run
 * @typedef {{page: import('playwright-core').Page, origin: string, corpus: (kind: string) => object,
 *   floors: () => Promise<void>, app: (path?: string) => Promise<void>, atEnd: (profile: string) => void,
 *   context: import('playwright-core').BrowserContext}} Bench
 */

/** Measures one row: a run of each unmeasured, then `runs` of both in turn. */
export async function measure(row, bench, runs) {
  await row.floor(bench);
  await row.emic(bench);
  const floor = [];
  const emic = [];
  for (let run = 0; run < runs; run++) {
    floor.push(await row.floor(bench));
    emic.push(await row.emic(bench));
  }
  const result = { name: row.name, floor: median(floor), emic: median(emic), target: row.target };
  result.ratio = result.emic / result.floor;
  result.ok = row.target === undefined || result.ratio <= row.target;
  return result;
}

export const header = `${'measure'.padEnd(48)}${'floor ms'.padStart(10)}${'emic ms'.padStart(10)}${'ratio'.padStart(8)}${'target'.padStart(8)}`;

export function line({ name, floor, emic, ratio, target, ok }) {
  const columns = [floor.toFixed(1).padStart(10), emic.toFixed(1).padStart(10), ratio.toFixed(2).padStart(8), (target?.toFixed(2) ?? '–').padStart(8)];
  return `${name.padEnd(48)}${columns.join('')}  ${target === undefined ? '' : ok ? 'ok' : 'over'}`;
}
