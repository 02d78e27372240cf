// Files of office programs, opened by readers that share nothing with the app: two of other people, who see what a
// program shows, and one that says what the XML says of directions, styles and formulas.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';

const reader = fileURLToPath(new URL('office.py', import.meta.url));

/**
 * What is in a docx (`{paragraphs: [{style, words, rtl}]}`) or an xlsx (`{rows, formulas, rtl}`).
 * @param {string} path
 */
export const office = (path) => JSON.parse(execFileSync('python3', [reader, path], { encoding: 'utf8' }));

/** The rows of a workbook's first sheet: cells as they are, `null` where there is nothing. */
export async function rowsOf(bytes) {
  const sheets = await readExcel(Buffer.from(bytes));
  return Array.isArray(sheets[0]) ? sheets : sheets[0].data;
}

/** A Word document as HTML. */
export async function pageOf(bytes) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const wrong = messages.filter(({ type, message }) => type === 'error' || !/style/i.test(message));
  if (wrong.length) throw new Error(wrong.map(({ message }) => message).join('\n'));
  return value;
}
