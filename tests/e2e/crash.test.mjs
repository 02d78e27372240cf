// The harness itself: a browser can be killed in the middle of its work, and its profile lives on.
import assert from 'node:assert/strict';
import test from 'node:test';
import { journey } from './lib/emic.mjs';

journey(test, 'after its process is killed the browser opens with the same profile', {}, async (emic) => {
  await emic.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('harness', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('kept');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const write = request.result.transaction('kept', 'readwrite', { durability: 'strict' });
      write.objectStore('kept').put('durable', 'key');
      write.oncomplete = () => resolve();
    };
  }));
  await emic.kill();
  const kept = await emic.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open('harness', 1);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const read = request.result.transaction('kept').objectStore('kept').get('key');
      read.onsuccess = () => resolve(read.result);
    };
  }));
  assert.equal(kept, 'durable');
});
