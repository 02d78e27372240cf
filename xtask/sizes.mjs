// Prints the size of every file of a built site: raw, gzip and brotli, in kB, and the sums.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const folder = process.argv[2];
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(10);
const sums = [0, 0, 0];
console.log(`  ${'raw kB'.padStart(10)}${'gzip'.padStart(10)}${'brotli'.padStart(10)}`);
for (const name of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name)) {
  const bytes = readFileSync(`${folder}/${name}`);
  const row = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  row.forEach((value, column) => { sums[column] += value; });
  console.log(`  ${row.map(kB).join('')}  ${name}`);
}
console.log(`  ${sums.map(kB).join('')}  in all`);
