// A real WebKit (Debian's MiniBrowser with its WebKitWebDriver), driven over plain WebDriver, which Playwright does not
// speak. It needs a display: the one that is there, or else an Xvfb of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { screenshots } from '../../e2e/lib/emic.mjs';

const KEYS = { Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C', Home: '\uE011', End: '\uE010', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' };
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** Where elements of a role are looked for. */
const SELECTORS = {
  article: '[role=article], article',
  button: 'button',
  dialog: 'dialog',
  heading: 'h1, h2, h3',
  textbox: 'input, textarea',
  treeitem: '[role=treeitem]',
};
const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

function program(variable, name) {
  if (process.env[variable]) return process.env[variable];
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`No ${name} found; set ${variable} to its program.`);
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** An X server that nobody sees; it chooses its own number and says it. */
async function display() {
  if (process.env.DISPLAY) return { name: process.env.DISPLAY, end() {} };
  const server = spawn(program('XVFB', 'Xvfb'), ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    server.once('error', reject).once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { name: `:${number}`, end: () => server.kill() };
}

/** Opens WebKit with nothing stored; it is closed again, with all that it stored, at the end of the test. */
export async function openWebKit(t) {
  const screen = await display();
  t.after(() => screen.end());
  const port = await freePort();
  const driver = spawn(program('WEBKIT_DRIVER', 'WebKitWebDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: screen.name, GDK_BACKEND: 'x11', LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB' },
  });
  t.after(() => { driver.kill(); });
  let ended = null;
  driver.once('error', (error) => { ended = error; }).once('exit', (code) => { ended ??= new Error(`WebKitWebDriver ended with ${code}`); });

  const ask = async (method, path, body, patience = 30_000) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(patience),
    }).catch((error) => {
      throw new Error(`${method} ${path}: no answer`, { cause: error });
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  let session;
  for (let tries = 0; session === undefined; tries += 1) {
    if (ended) throw ended;
    try {
      session = await ask('POST', '/session', { capabilities: { alwaysMatch: { browserName: 'MiniBrowser' } } });
    } catch (error) {
      if (tries >= 100 || error.cause?.cause?.code !== 'ECONNREFUSED') throw error;
      await pause(100);
    }
  }
  const at = `/session/${session.sessionId}`;
  t.after(() => ask('DELETE', at).catch(() => {}));
  await ask('POST', `${at}/window/rect`, { x: 0, y: 0, width: 1300, height: 900 });
  return new Page((method, path, ...rest) => ask(method, at + path, ...rest), session.capabilities.browserVersion);
}

/** A page, asked for things by role and name as people and their screen readers find them. */
class Page {
  constructor(ask, version) {
    this.ask = ask;
    this.version = version;
  }

  open(url) { return this.ask('POST', '/url', { url }); }

  reload() { return this.ask('POST', '/refresh'); }

  /** Runs a function in the page; what it gives must be JSON. */
  run(work, ...args) { return this.ask('POST', '/execute/sync', { script: `return (${work})(...arguments);`, args }); }

  /** Waits until something is true in the page or here, and gives it. */
  async until(what, work) {
    let last;
    for (const end = Date.now() + 40_000; Date.now() < end; await pause(100)) {
      try {
        const found = await work();
        if (found) return found;
      } catch (error) {
        last = error;
      }
    }
    throw new Error(`never: ${what}`, { cause: last });
  }

  /** The first visible element of a role whose name fits. */
  find(role, name) {
    return this.until(`${role} ${name} is there`, () => this.seen(role, name));
  }

  gone(role, name) {
    return this.until(`${role} ${name} is gone`, async () => !await this.seen(role, name));
  }

  async seen(role, name) {
    // Those that look right first: the computed name takes a request each.
    const all = await this.run((css, wanted) => {
      const words = new RegExp(wanted, 'u');
      const looks = (element) => words.test(element.ariaLabel ?? '') || words.test(element.textContent.trim());
      const seen = [...document.querySelectorAll(css)].filter((element) => element.checkVisibility({ visibilityProperty: true }));
      return [...seen.filter(looks), ...seen.filter((element) => !looks(element))];
    }, SELECTORS[role], name instanceof RegExp ? name.source : `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    for (const { [ELEMENT]: id } of all) {
      // What lies behind an open dialog has no name to tell, and what has just gone neither.
      const label = await this.ask('GET', `/element/${id}/computedlabel`).catch(() => null);
      if (label !== null && (name instanceof RegExp ? name.test(label) : label === name)) return id;
    }
    return null;
  }

  async click(role, name) { await this.ask('POST', `/element/${await this.find(role, name)}/click`); }

  /** Types into a field. */
  async type(name, text) { await this.ask('POST', `/element/${await this.find('textbox', name)}/value`, { text }); }

  /** Puts many words into a field at once, as pasting does: the driver would type them without their line ends. */
  async paste(name, text) {
    const id = await this.find('textbox', name);
    await this.ask('POST', `/element/${id}/click`);
    const done = await this.run((words) => document.execCommand('insertText', false, words), text);
    if (!done) throw new Error(`${name} took no words`);
  }

  /** Presses keys one after another, named as in `Control+Home`, wherever the focus is. */
  async press(...all) {
    const actions = all.flatMap((keys) => {
      const values = keys.split('+').map((key) => KEYS[key] ?? key);
      return [...values.map((value) => ({ type: 'keyDown', value })), ...values.slice().reverse().map((value) => ({ type: 'keyUp', value }))];
    });
    await this.ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** Drags the mouse from one point of the window to another. */
  async drag(from, to) {
    const move = ({ x, y }) => ({ type: 'pointerMove', duration: 50, x, y });
    const half = { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) };
    const actions = [move(from), { type: 'pointerDown', button: 0 }, move(half), move(to), { type: 'pointerUp', button: 0 }];
    await this.ask('POST', '/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }] });
  }

  /** Keeps a picture. Where nothing draws the window the driver may never answer: then there is none. */
  async picture(name) {
    const picture = await this.ask('GET', '/screenshot', null, 10_000).catch(() => null);
    if (picture === null) return;
    mkdirSync(screenshots, { recursive: true });
    writeFileSync(join(screenshots, `${name}.png`), Buffer.from(picture, 'base64'));
  }
}
