// A small static server for a built site, on a free port of 127.0.0.1.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The rules of a site's `_headers` file, as hosts read it: a pattern of paths, and the headers of what it fits. */
async function rulesOf(folder) {
  const lines = (await readFile(join(folder, '_headers'), 'utf8').catch(() => '')).split('\n');
  const rules = [];
  for (const line of lines.filter((line) => line.trim() && !line.startsWith('#'))) {
    if (line.startsWith('/')) {
      const pattern = line.trim().split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      rules.push([new RegExp(`^${pattern}$`), []]);
    } else {
      const [name, value] = line.trim().split(/:\s*(.*)/s);
      rules.at(-1)[1].push([name.toLowerCase(), value]);
    }
  }
  return (path) => Object.fromEntries(rules.filter(([pattern]) => pattern.test(path)).flatMap(([, headers]) => headers));
}

/**
 * Serves `folder`, with the headers of its `_headers` file, as a host does. `pages` adds or replaces files: path → text (html, js or css by its ending).
 * @returns {Promise<{origin: string, port: number, close: () => Promise<void>}>}
 */
export async function serve(folder, { pages = {}, port = 0 } = {}) {
  const headersOf = await rulesOf(folder);
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const file = normalize(join(folder, name));
    try {
      if (!file.startsWith(folder + sep)) throw new Error('outside the site');
      const body = name in pages ? pages[name] : await readFile(file);
      const type = { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' };
      response.writeHead(200, name in pages ? type : { ...type, ...headersOf(path) }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: chosen } = server.address();
  return {
    origin: `http://127.0.0.1:${chosen}`,
    port: chosen,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
