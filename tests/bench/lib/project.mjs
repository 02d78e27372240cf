// A corpus as a project file, the way Emic writes one, to be imported on the start page.
import { createHash } from 'node:crypto';

const CREATED = '2026-11-01T08:00:00.000Z';
const CODER = uuid(1, 0);

/** A UUID of a kind (one number a table) and a running number. */
function uuid(kind, number) {
  return `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The project's id, for the address. */
export const projectId = (kind) => uuid(0xe, kind.charCodeAt(0));
/** The id of a document, for the address. */
export const documentId = (index) => uuid(2, index);
/** The id of a code, for the address. */
export const codeId = (index) => uuid(3, index);

/** The project file of a corpus, as text. */
export function projectFile(kind, { documents, codes, segments }) {
  const by = { created: CREATED, created_by: CODER };
  const points = documents.map(({ text }) => [...text]);
  return JSON.stringify({
    format: 'emic-project',
    version: 1,
    min_reader: 1,
    app: '0.1.0',
    id: projectId(kind),
    title: `Bench ${kind}`,
    created: CREATED,
    coders: [{ id: CODER, name: 'Bench', created: CREATED }],
    documents: documents.map(({ title, text }, index) => ({
      id: documentId(index),
      title,
      kind: 'interview',
      rank: (index + 1) * 2 ** 24,
      text_sha256: createHash('sha256').update(text).digest('hex'),
      text,
      source: { format: 'text' },
      ...by,
    })),
    codes: codes.map((code, index) => ({
      id: codeId(index),
      name: `${code.name ?? 'Code'} ${index}`,
      rank: (index + 1) * 2 ** 24,
      hue: index % 8,
      ...by,
    })),
    quotations: segments.map(({ doc, code, start, end }, index) => ({
      id: uuid(4, index),
      document: documentId(doc),
      span: [start, end],
      exact: points[doc].slice(start, end).join(''),
      prefix: points[doc].slice(Math.max(0, start - 32), start).join(''),
      suffix: points[doc].slice(end, end + 32).join(''),
      codings: [{ id: uuid(5, index), code: codeId(code), ...by }],
      ...by,
    })),
    history: [],
  });
}
