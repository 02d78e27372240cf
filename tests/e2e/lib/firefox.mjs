// A real Firefox with a profile of its own, driven over WebDriver BiDi: Debian's, not one that was patched for tests.
import { firefox } from 'playwright-core';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

// A fresh Firefox asks its makers for settings, experiments, news and safe-browsing lists; none of that is the app's.
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.discovery.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
};

/** The browser's program: `FIREFOX`, which `cargo xtask` sets, or the first of the usual names on the path. */
export function program() {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  for (const name of ['firefox-esr', 'firefox']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch { /* the next name */ }
  }
  throw new Error('No Firefox found; set FIREFOX to its program.');
}

/** As `openBrowser` in `browser.mjs`, whose options it takes. */
export async function openFirefox(profile, { preferences = {}, ...options } = {}) {
  const downloads = join(profile, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: program(),
    headless: true,
    firefoxUserPrefs: { ...QUIET, ...preferences },
    downloadsPath: downloads,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    acceptDownloads: true,
    timeout: 60_000,
    ...options,
  });
  const hearDownloads = (page) => {
    const others = page.waitForEvent.bind(page);
    page.waitForEvent = (event, ...rest) => (event === 'download' ? download(downloads) : others(event, ...rest));
  };
  context.on('page', hearDownloads);
  context.pages().forEach(hearDownloads);
  return context;
}

/**
 * The next file that is downloaded: what Playwright gives for a `download`. This Firefox tells of downloads without an
 * id, and Playwright drops such events; the folder tells instead.
 */
async function download(folder) {
  const before = new Set(readdirSync(folder));
  for (let tries = 0; tries < 150; tries += 1) {
    const all = readdirSync(folder);
    const name = all.find((one) => !before.has(one) && !one.endsWith('.part'));
    if (name && !all.includes(`${name}.part`) && statSync(join(folder, name)).size > 0) {
      return { path: async () => join(folder, name), suggestedFilename: () => name.replace(/\(\d+\)(?=\.\w+$)/, '') };
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  throw new Error('Nothing was downloaded within 15 seconds.');
}
