// The interface's own words, as the app has them, so that a journey can be made in either language.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../src/i18n', import.meta.url));

/**
 * Gives the words of a message: only whole, one-line messages without plurals. `{ $name }` is filled from `args`.
 * @param {'en'|'ar'} language
 */
export function words(language) {
  const all = new Map();
  for (const name of readdirSync(join(folder, language))) {
    for (const [, key, value] of readFileSync(join(folder, language, name), 'utf8').matchAll(/^([a-z][\w-]*) = (.+)$/gm)) all.set(key, value);
  }
  return (key, args = {}) => {
    const value = all.get(key);
    if (value === undefined) throw new Error(`no message ${key} in ${language}`);
    return value.replaceAll(/\{ \$(\w+) \}/g, (_, name) => args[name]);
  };
}

/** Words that hold a name, however that is isolated from the words around it. */
export function around(value) {
  const mark = '[\u2066-\u2069]?';
  return new RegExp(`^${[...value].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join(mark)}${mark}$`, 'u');
}
