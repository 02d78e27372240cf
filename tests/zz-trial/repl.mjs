import { createServer } from 'node:http';
import { openBrowser, freshProfile } from '../e2e/lib/browser.mjs';
import { serve } from '../e2e/lib/server.mjs';
import fs from 'node:fs';
const site = await serve('/tmp/d8');
const G = { site, fs, openBrowser, freshProfile, logs: [] };
G.open = async (name, opts) => {
  const profile = freshProfile();
  const c = await openBrowser(profile, { viewport: { width: 1366, height: 768 }, ...opts });
  const p = c.pages()[0] ?? await c.newPage();
  const hook = (p) => { p.on('console', m => { if (['error','warning'].includes(m.type())) G.logs.push(name + ': ' + m.text()); }); p.on('pageerror', e => G.logs.push(name + ' PAGEERR ' + e.message)); };
  hook(p); c.on('page', hook);
  G[name] = { c, p, profile };
  p.setDefaultTimeout(5000);
  await p.goto(site.origin);
  return p;
};
let n = 0;
G.shot = async (p, name) => { const f = `/tmp/trial/shots/${String(++n).padStart(3, '0')}-${name}.png`; await p.screenshot({ path: f }); return f; };
G.sleep = (ms) => new Promise(r => setTimeout(r, ms));
const A = Object.getPrototypeOf(async function () {}).constructor;
createServer(async (q, r) => {
  let b = ''; for await (const x of q) b += x;
  const out = []; const before = G.logs.length;
  try { const v = await new A('G', 'out', `const {shot,sleep,fs,site}=G; const log=(...a)=>out.push(a.map(x=>typeof x==='string'?x:JSON.stringify(x)).join(' '));\n` + b)(G, out); if (v !== undefined) out.push(typeof v === 'string' ? v : JSON.stringify(v, null, 1)); }
  catch (e) { out.push('ERR ' + (e.stack ?? e).toString().slice(0, 1500)); }
  if (G.logs.length > before) out.push('CONSOLE: ' + G.logs.slice(before).join('\n'));
  r.end(out.join('\n') + '\n');
}).listen(9377, '127.0.0.1');
process.on('SIGTERM', async () => { for (const k of Object.keys(G)) if (G[k]?.c) await G[k].c.close().catch(() => {}); process.exit(0); });
console.log('ready', site.origin);
