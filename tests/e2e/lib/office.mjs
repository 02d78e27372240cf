// Files of office programs, opened by a reader that shares nothing with the app.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reader = fileURLToPath(new URL('office.py', import.meta.url));

/**
 * What is in a docx (`{paragraphs: [{style, words, rtl}]}`) or an xlsx (`{rows, formulas, rtl}`).
 * @param {string} path
 */
export const office = (path) => JSON.parse(execFileSync('python3', [reader, path], { encoding: 'utf8' }));
