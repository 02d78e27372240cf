// Archives, and the documents that are archives inside, made of words in a test.
import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of `{path: words or bytes}`, in that order; a `mimetype` is stored as it is. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const stored = path === 'mimetype';
    const packed = stored ? bytes : deflateRawSync(bytes);
    const fields = (bytesBefore) => {
      const head = Buffer.alloc(26);
      head.writeUInt16LE(20, 0);
      // Names are UTF-8.
      head.writeUInt16LE(0x800, 2);
      head.writeUInt16LE(stored ? 0 : 8, 4);
      head.writeUInt32LE(crc32(bytes), 10);
      head.writeUInt32LE(packed.length, 14);
      head.writeUInt32LE(bytes.length, 18);
      head.writeUInt16LE(name.length, 22);
      return Buffer.concat([bytesBefore, head]);
    };
    const local = Buffer.concat([fields(Buffer.from('PK\x03\x04')), name, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([fields(Buffer.from('PK\x01\x02\x14\x00', 'latin1')), central, name]));
    parts.push(local);
    at += local.length;
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of paragraphs as `word/document.xml` writes them; `more` are further parts, `media` those of bytes. */
export const docx = (body, more = {}, media = {}) => zip({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  ...Object.fromEntries(Object.entries(more).map(([path, xml]) => [path, xml.replaceAll('$W', W)])),
  ...media,
});

/** A paragraph of a Word document; `rtl` for one from right to left. */
export const p = (words, { rtl = false, style = '' } = {}) => `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${rtl ? '<w:bidi/>' : ''}</w:pPr>`
  + `<w:r>${rtl ? '<w:rPr><w:rtl/></w:rPr>' : ''}<w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** An OpenDocument text of paragraphs as `content.xml` writes them. */
export const odt = (body) => zip({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    + `xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
});

/** A book of chapters, each a page of HTML. */
export const epub = (title, chapters) => zip({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  'book.opf': '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    + `<dc:title>${title}</dc:title></metadata><manifest>`
    + chapters.map((_, n) => `<item id="c${n}" href="c${n}.xhtml" media-type="application/xhtml+xml"/>`).join('')
    + `</manifest><spine>${chapters.map((_, n) => `<itemref idref="c${n}"/>`).join('')}</spine></package>`,
  ...Object.fromEntries(chapters.map((body, n) => [`c${n}.xhtml`, `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`])),
});

const cells = (row) => row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');

/** A workbook of one sheet. */
export const xlsx = (rows) => zip({
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    + 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    + 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Answers" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    + 'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    + `${rows.map((row, n) => `<row r="${n + 1}">${cells(row)}</row>`).join('')}</sheetData></worksheet>`,
});
