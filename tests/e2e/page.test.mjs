// The page itself: it loads, it says what it is, and nothing can leave it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';

journey(test, 'the page opens, with nothing to complain of', {}, async ({ page, origin, seen }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.equal(await page.title() !== '', true);
  assert.equal(await page.locator('html').getAttribute('translate'), 'no');
  assert.equal(await page.locator('.boot-loading').count(), 0, 'the wait is over');
  await axe(page);
  await screenshot(page, 'first-page');
  assert.ok(seen.requests.some((url) => url.endsWith('.wasm')), 'the watch sees requests');
  assert.ok(seen.requests.every((url) => url.startsWith(origin)));
});

for (const [name, options] of Object.entries({
  dark: { colorScheme: 'dark' }, 'forced colours': { forcedColors: 'active' }, arabic: { locale: 'ar' },
  narrow: { viewport: { width: 360, height: 740 } },
})) {
  journey(test, `the first page is accessible: ${name}`, options, async ({ page }) => {
    await axe(page);
    await screenshot(page, `first-page-${name}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `the page scrolls sideways by ${wide} px`);
  });
}

journey(test, 'nothing can be fetched or sent once the app runs', {}, async ({ page, origin, seen }) => {
  const policies = await page.locator('meta[http-equiv="Content-Security-Policy"]').evaluateAll((all) => all.map((meta) => meta.content));
  assert.equal(policies.length, 2);
  assert.match(policies[0], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  assert.match(policies[0], /require-trusted-types-for 'script'; trusted-types emic$/);
  assert.match(policies[1], /connect-src 'none'/);
  seen.allow(/Content.Security.Policy/i);
  const failures = [];
  page.on('requestfailed', (request) => failures.push([request.url(), request.failure().errorText]));
  page.on('requestfinished', (request) => failures.push([request.url(), 'was answered']));
  const blocked = await page.evaluate(async (own) => {
    const fails = async (attempt) => { try { await attempt(); return false; } catch { return true; } };
    const violated = (attempt) => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', () => resolve(true), { once: true });
      setTimeout(() => resolve(false), 2000);
      try { attempt(); } catch { resolve(true); }
    });
    return {
      fetchOwn: await fails(() => fetch(`${own}/`)),
      fetchOther: await fails(() => fetch('https://example.org/')),
      beacon: await violated(() => navigator.sendBeacon('https://example.org/', 'x')),
      socket: await violated(() => new WebSocket('wss://example.org/')),
      events: await violated(() => new EventSource('https://example.org/')),
      image: await violated(() => { new Image().src = 'https://example.org/x.png'; }),
      ownImage: await violated(() => { new Image().src = `${own}/x.png`; }),
      frame: await violated(() => {
        const frame = document.createElement('iframe');
        frame.src = 'https://example.org/';
        document.body.append(frame);
      }),
      form: await violated(() => {
        const form = document.createElement('form');
        form.action = 'https://example.org/';
        document.body.append(form);
        form.submit();
      }),
      style: await violated(() => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = 'https://example.org/x.css';
        document.head.append(link);
      }),
      webRtc: typeof RTCPeerConnection === 'undefined',
    };
  }, origin);
  assert.deepEqual(Object.entries(blocked).filter(([, held]) => !held), [], 'every way out is closed');
  assert.deepEqual(failures.filter(([, how]) => how !== 'csp'), [], 'whatever was attempted was stopped by the policy');
  // The watch counts attempts too.
  seen.offOrigin.length = 0;
});

journey(test, 'no script and no worker but the app\'s own can be started', {}, async ({ page, seen }) => {
  seen.allow(/Trusted ?Type|TrustedHTML|TrustedScript|Content.Security.Policy/i);
  const refused = await page.evaluate(async () => {
    // Out of the reach of the debugger, which may do what the page may not.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    const refuses = (attempt) => { try { attempt(); return false; } catch (error) { return error instanceof TypeError || error instanceof EvalError; } };
    const foreign = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    return {
      worker: refuses(() => new Worker(foreign)),
      html: refuses(() => { document.createElement('p').innerHTML = '<b>x</b>'; }),
      script: refuses(() => { document.createElement('script').src = foreign; }),
      eval: refuses(() => (0, eval)('1')),
      policy: refuses(() => window.trustedTypes.createPolicy('emic', { createScriptURL: (url) => url })),
    };
  });
  assert.deepEqual(Object.entries(refused).filter(([, held]) => !held), []);
});

journey(test, 'a worker of the app runs its module, and can send nothing either', {}, async ({ page }) => {
  const answer = await page.evaluate(() => new Promise((resolve) => {
    const worker = window.emic_spawn_worker();
    worker.onmessage = (event) => resolve(event.data);
    worker.onerror = (event) => resolve(event.message);
  }));
  assert.equal(answer, 'emic-worker-ready');
  const worker = page.workers()[0];
  assert.equal(await worker.evaluate(() => fetch('https://example.org/').then(() => 'sent', () => 'blocked')), 'blocked');
});
