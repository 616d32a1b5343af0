import {
  isList,
  isObject,
  payloadText,
  textAt,
  type PayloadObject,
  type PayloadValue,
} from './parse-payload.ts';

/** What a retriever found. */
export interface RetrievedDocument {
  readonly id?: string;
  readonly text: string;
  readonly score?: number;
  readonly metadata: PayloadObject;
}

const CONTAINERS = ['documents', 'outputs', 'results', 'matches'];
const TEXT_KEYS = ['page_content', 'pageContent', 'content', 'text', 'document', 'document.content'];

/** The documents that a payload lists; undefined where it lists none. */
export function readDocuments(value: PayloadValue): RetrievedDocument[] | undefined {
  if (isObject(value)) {
    const list = CONTAINERS.map((key) => value[key]).find(isList);
    return list === undefined ? undefined : readDocuments(list);
  }
  if (!isList(value) || value.length === 0) return undefined;
  const documents = value.map(readDocument);
  return documents.every((document) => document !== undefined) ? documents : undefined;
}

function readDocument(value: PayloadValue): RetrievedDocument | undefined {
  if (!isObject(value) || value['role'] !== undefined) return undefined;
  const inner = [value['document'], value['node']].find(isObject);
  const source = inner === undefined ? value : { ...inner, ...value };
  const text = textAt(source, ...TEXT_KEYS) ?? (inner && textAt(inner, ...TEXT_KEYS));
  if (text === undefined) return undefined;
  const metadata = source['metadata'] ?? source['document.metadata'];
  const id = source['id'] ?? source['document.id'];
  const score = Number(source['score'] ?? source['document.score'] ?? source['relevance_score'] ?? NaN);
  return {
    text,
    ...(id !== undefined && id !== null && { id: payloadText(id) }),
    ...(!Number.isNaN(score) && { score }),
    metadata: isObject(metadata) ? metadata : {},
  };
}
