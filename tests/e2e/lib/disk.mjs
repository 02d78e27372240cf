// A disk that is full when a journey says so.

/** From the next load on the page's database refuses to store anything while its disk is said to be full. */
export const canFill = (context) => context.addInitScript(() => {
  for (const name of ['put', 'add']) {
    const real = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function refuse(...given) {
      if (window.full) throw new DOMException('no room', 'QuotaExceededError');
      return real.apply(this, given);
    };
  }
});

export const fill = (page) => page.evaluate(() => { window.full = true; });

export const makeRoom = (page) => page.evaluate(() => { window.full = false; });
