// Starting from nothing.

/** Milliseconds from the start of the navigation until `ready` holds in the page and is painted. */
async function navigation(page, url, ready) {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(ready);
  return page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
  }));
}

export const rows = [
  {
    // At most twice a Yew hello, which takes 1.14 times the blank page (136 against 119 ms).
    name: 'cold start, first heading painted / blank page',
    target: 2.28,
    floor: ({ page, origin }) => navigation(page, `${origin}/floors/`, () => 'floors' in window),
    emic: ({ page, origin }) => navigation(page, `${origin}/`, () => document.querySelector('h1') !== null),
  },
];
