// Emic without a network: keeps the app's own files, whole version by whole version, and serves them from then on. It
// fetches nothing but these files, from where the app came from, and knows nothing of projects.
//
// A version is what index.html names, with the second module, whose files have no hash in their names. A page always
// gets all its files from one version: names differ where contents do. A newer version is fetched in the background,
// is kept only when it is whole, and is used when the user says so.
'use strict';

const FILES = 'emic-files-';
const NOTES = 'emic-notes';
const INDEX = './';

const absolute = (name) => new URL(name, self.registration.scope).href;

/** A note that outlives this worker: 'current' and 'ready' name versions. */
async function note(name) {
  const found = await (await caches.open(NOTES)).match(absolute(`note/${name}`));
  return found ? found.text() : null;
}

async function setNote(name, value) {
  const notes = await caches.open(NOTES);
  if (value === null) await notes.delete(absolute(`note/${name}`));
  else await notes.put(absolute(`note/${name}`), new Response(value));
}

/** A file as it is on the server now. */
async function fresh(name) {
  const response = await fetch(absolute(name), { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response;
}

/** What a page names: its scripts, styles and modules, without what is not a file of the app. */
function named(html) {
  const names = [...html.matchAll(/\s(?:src|href|data-wasm)="([^"]+)"/g)].map(([, name]) => name);
  return [...new Set(names.filter((name) => !/^(?:#|[a-z]+:)/i.test(name)))];
}

/** The files of the second module, under the name by which the page of a version asks for them (see boot.js). */
function readers(html) {
  const [, wasm] = html.match(/data-wasm="([^"]+)"/) ?? [];
  return ['emic-readers_bg.wasm', 'emic-readers.js'].map((name) => `${name}?with=${encodeURIComponent(wasm ?? '')}`);
}

/** The version on the server: its name, its page, and all its files as far as they must be read to know it. */
async function newest() {
  const page = await fresh(INDEX);
  const html = await page.clone().text();
  const second = await Promise.all(readers(html).map(async (name) => [name, await fresh(name)]));
  const parts = [new TextEncoder().encode(html)];
  for (const [, response] of second) parts.push(new Uint8Array(await response.clone().arrayBuffer()));
  const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer());
  const version = [...new Uint8Array(digest)].slice(0, 12).map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { version, files: [[INDEX, page], ...second], names: named(html) };
}

/** Keeps a version; all of it or nothing. */
async function keep({ version, files, names }) {
  const cache = await caches.open(FILES + version);
  try {
    for (const [name, response] of files) await cache.put(absolute(name), response);
    // Named by what is in them, so what the browser has kept of them is right.
    for (const name of names) {
      const response = await fetch(absolute(name), { credentials: 'same-origin' });
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      await cache.put(absolute(name), response);
    }
  } catch (error) {
    await caches.delete(FILES + version);
    throw error;
  }
}

/** Looks whether there is a newer version, and has it ready if so. Without a network nothing happens. */
async function look() {
  const there = await newest();
  const current = await note('current');
  if (there.version === current) {
    // The browser may have thrown it away.
    if (!await caches.has(FILES + current)) await keep(there);
    await setNote('ready', null);
    return;
  }
  const ready = await note('ready');
  if (there.version !== ready) {
    await keep(there);
    await setNote('ready', there.version);
    if (ready !== null) await caches.delete(FILES + ready);
  }
  await tell('update-ready');
}

/** Takes the version that is ready into use. The one before stays until the next one, for pages that still run it. */
async function use() {
  const [current, ready] = [await note('current'), await note('ready')];
  if (ready === null) return false;
  await setNote('current', ready);
  await setNote('ready', null);
  for (const name of await caches.keys()) {
    if (name.startsWith(FILES) && name !== FILES + ready && name !== FILES + current) await caches.delete(name);
  }
  return true;
}

async function tell(word) {
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage(`emic-${word}`);
}

let looking = null;
/** One look at a time. */
function lookOnce() {
  looking = looking ?? look().catch((error) => console.warn(String(error))).finally(() => { looking = null; });
  return looking;
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    if (await note('current') === null) {
      const there = await newest();
      await keep(there);
      await setNote('current', there.version);
    }
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => { event.waitUntil(self.clients.claim()); });

async function answer(request) {
  if (request.mode === 'navigate') {
    const current = await note('current');
    const page = current && await (await caches.open(FILES + current)).match(absolute(INDEX));
    return page ?? fetch(request);
  }
  // The second module has the same names in two versions of which only it differs: the one in use comes first.
  const current = FILES + await note('current');
  const others = (await caches.keys()).filter((name) => name.startsWith(FILES) && name !== current);
  for (const name of [current, ...others]) {
    const found = await caches.match(request.url, { cacheName: name });
    if (found) return found;
  }
  return fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const own = url.split('#')[0].split('?')[0];
  if (method !== 'GET' || !own.startsWith(self.registration.scope)) return;
  // Another page that may stand beside the app is none of ours.
  if (mode === 'navigate' && own !== self.registration.scope && own !== absolute('index.html')) return;
  event.respondWith(answer(event.request));
  if (mode === 'navigate') event.waitUntil(lookOnce());
});

self.addEventListener('message', (event) => {
  // Only the page that asks is loaded anew; others go on with the version they have, whose files are still kept.
  const reload = () => event.source.postMessage('emic-reload');
  if (event.data === 'emic-is-one-ready') {
    event.waitUntil(note('ready').then((ready) => ready !== null && event.source.postMessage('emic-update-ready')));
  }
  if (event.data === 'emic-use-update') event.waitUntil(use().then(reload));
  // Something stored is newer than this version: what is newest is used, if it can be had.
  if (event.data === 'emic-newest') event.waitUntil(lookOnce().then(use).then(reload));
});
