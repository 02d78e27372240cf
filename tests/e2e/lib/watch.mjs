// What every journey is watched for: requests to other hosts, errors in the console, uncaught errors.
import assert from 'node:assert/strict';

// Playwright adds an empty style (`body {}`, named by its hash) before a picture; Firefox tells that the page refuses it.
const PICTURE = /blocked an inline style .*'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA='/;

/**
 * Watches all pages and workers of a browser.
 * @returns {{offOrigin: string[], errors: string[], requests: string[], allow: (pattern: RegExp) => void,
 *   check: () => void}} `allow` lets errors through that a journey provokes on purpose; `check` fails on any other.
 */
export function watch(context, origin) {
  const seen = { offOrigin: [], errors: [], requests: [] };
  const allowed = [PICTURE];
  const own = (url) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
  context.on('request', (request) => {
    seen.requests.push(request.url());
    if (!own(request.url())) seen.offOrigin.push(request.url());
  });
  const watchPage = (page) => {
    page.on('console', (message) => { if (message.type() === 'error') seen.errors.push(`console: ${message.text()}`); });
    page.on('pageerror', (error) => seen.errors.push(`page: ${error.stack ?? error}`));
    page.on('crash', () => seen.errors.push('the page crashed'));
    page.on('websocket', (socket) => seen.offOrigin.push(socket.url()));
  };
  context.on('page', watchPage);
  context.pages().forEach(watchPage);
  return {
    ...seen,
    allow: (pattern) => allowed.push(pattern),
    check() {
      assert.deepEqual(seen.offOrigin, [], 'requests left the app\'s own origin');
      assert.deepEqual(seen.errors.filter((error) => !allowed.some((pattern) => pattern.test(error))), [], 'errors in the page');
    },
  };
}
