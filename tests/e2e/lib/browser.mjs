// A real Chromium (or Firefox) with a profile of its own, which can be killed and opened again as it was left.
import { chromium } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFirefox } from './firefox.mjs';

const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The browser's program: `CHROMIUM`, which `cargo xtask` sets, or the first of the usual names on the path. */
export function program() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  throw new Error('No Chromium found; set CHROMIUM to its program.');
}

export function freshProfile() {
  return mkdtempSync(join(tmpdir(), 'emic-profile-'));
}

/** Deletes a profile; a browser that has just been killed may still be letting go of it. */
export function removeProfile(profile) {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/**
 * Opens the browser on a profile folder.
 * @param {string} profile
 * @param {import('playwright-core').BrowserContextOptions & {args?: string[]}} options as Playwright's contexts take
 *   them (`locale`, `colorScheme`, `viewport`, `hasTouch`, ...); `engine: 'firefox'` for a Firefox, as `EMIC_ENGINE` says
 *   for every journey that names none
 */
export function openBrowser(profile, { args = [], engine = process.env.EMIC_ENGINE, ...options } = {}) {
  if (engine === 'firefox') return openFirefox(profile, options);
  return chromium.launchPersistentContext(profile, {
    executablePath: program(),
    headless: true,
    args: [...FLAGS, ...args],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    acceptDownloads: true,
    ...options,
  });
}

/** The browser's own processes (not its children's), found by the profile that they were started with. */
function processesOf(profile) {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return words.includes(`--user-data-dir=${profile}`) || (words.includes('--profile') && words.includes(profile));
    } catch {
      return false;
    }
  });
}

/** Ends the browser at once, as a crash or a power cut would: no page gets to hear of it. */
export async function killBrowser(context, profile) {
  const closed = new Promise((resolve) => context.once('close', resolve));
  const pids = processesOf(profile);
  if (pids.length === 0) throw new Error('no browser process found to kill');
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  await closed;
  // A killed browser leaves its lock on the profile behind.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket', 'lock', '.parentlock']) rmSync(join(profile, name), { force: true });
}
