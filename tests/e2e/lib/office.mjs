// Files of office programs, opened by readers that have nothing of Emic.
import mammoth from 'mammoth';
import readExcel from 'read-excel-file/node';

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
