// What a browser's page takes, as the system sees it.
import { execFileSync } from 'node:child_process';

/** Resident megabytes of the largest page of the browser that was started on a profile. */
export function rendererMemory(profile) {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, pid, parent, kilobytes, words]) => ({ pid, parent, kilobytes: Number(kilobytes), words }));
  const family = new Set(all.filter(({ words }) => words.includes(`--user-data-dir=${profile}`)).map(({ pid }) => pid));
  // Parents are not listed before their children everywhere.
  for (let before = -1; before !== family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const pages = all.filter(({ pid, words }) => family.has(pid) && words.includes('--type=renderer')
    && !words.includes('--extension-process') && !words.includes('--top-chrome-webui'));
  if (pages.length === 0) throw new Error('no page of this browser is found');
  return Math.max(...pages.map(({ kilobytes }) => kilobytes)) / 1024;
}
