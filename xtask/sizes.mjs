// Prints the size of every file of a built site: raw, gzip and brotli, in kB; first what the first screen needs, then
// what is loaded after it. Fails when the first is over its limit.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

// kB of gzip: the 2,203 that were reached on 2026-11-22, and 3 %. It was 1,599 before the work on the codebook, participants,
// memos, themes and the paper came, which are screens of the first module: a debt. Lower it when a change makes it smaller;
// what makes it larger says why, or goes into the second module.
const LIMIT = 2270;
// What hosts read; no browser asks for it.
const forHosts = ['_headers', '.htaccess', '.nojekyll'];
// What web/boot.js asks for besides, and receives when the first screen is there.
const later = (name) => name.startsWith('emic-readers');

const folder = process.argv[2];
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(10);
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

function table(title, names) {
  const sums = [0, 0, 0];
  console.log(`  ${'raw kB'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}  ${title}`);
  for (const name of names) {
    const bytes = readFileSync(`${folder}/${name}`);
    const row = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
    row.forEach((value, column) => { sums[column] += value; });
    console.log(`  ${row.map(kB).join('')}  ${name}`);
  }
  console.log(`  ${sums.map(kB).join('')}  in all`);
  return sums[1] / 1000;
}

const names = files.map((entry) => entry.name).filter((name) => !forHosts.includes(name)).sort();
const first = table('needed for the first screen', names.filter((name) => !later(name)));
table('loaded after it', names.filter(later));
if (first > LIMIT) {
  console.error(`The first screen needs ${first.toFixed(1)} kB (gzip), over its limit of ${LIMIT} kB (xtask/sizes.mjs).`);
  process.exitCode = 1;
}
