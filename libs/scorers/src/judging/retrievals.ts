import type { JsonValue } from '@millrace/domain';
import type { ScoredSpan, ScoredTrace } from '../subject.ts';
import { fieldsOf, isList, parsed, readable } from '../json-fields.ts';

/** A document that was found. */
export interface Chunk {
  readonly content: string;
  readonly uri: string | undefined;
}

/** What one search found. */
export interface Retrieval {
  readonly spanId: string;
  readonly chunks: readonly Chunk[];
}

export const NEEDS_DOCUMENTS = 'retrieved documents: a span of type RETRIEVER';

/** Where a document has its text: LangChain's and MLflow's name first. */
const CONTENT_FIELDS = ['page_content', 'content', 'text'];

/** What the retrievers of a trace found. One that ran inside another is part of that one's answer and not counted again. */
export function retrievalsOf({ spans }: ScoredTrace): readonly Retrieval[] {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  return spans
    .filter((span) => isRetriever(span) && !hasRetrieverAbove(span, byId))
    .map((span) => ({ spanId: span.spanId, chunks: chunksOf(span.documents ?? span.outputs) }));
}

/** The documents as a judge reads them. */
export function documentsText(chunks: readonly Chunk[]): string {
  return JSON.stringify(
    chunks.map(({ content, uri }) => ({ ...(uri !== undefined && { uri }), content })),
    null,
    2,
  );
}

function isRetriever({ type }: ScoredSpan): boolean {
  return type === 'RETRIEVER';
}

function hasRetrieverAbove(span: ScoredSpan, byId: ReadonlyMap<string, ScoredSpan>): boolean {
  const seen = new Set<string>();
  let above = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId);
  while (above && !seen.has(above.spanId)) {
    if (isRetriever(above)) return true;
    seen.add(above.spanId);
    above = above.parentSpanId === undefined ? undefined : byId.get(above.parentSpanId);
  }
  return false;
}

function chunksOf(value: JsonValue | undefined): readonly Chunk[] {
  const found = parsed(value);
  const list = isList(found) ? found : (fieldsOf(found)?.['documents'] ?? fieldsOf(found)?.['results']);
  return isList(list) ? list.flatMap((each) => chunkOf(each) ?? []) : [];
}

function chunkOf(value: JsonValue): Chunk | undefined {
  const whole = fieldsOf(value);
  const document = fieldsOf(whole?.['document']) ?? whole;
  const name =
    document && CONTENT_FIELDS.find((field) => document[field] !== undefined && document[field] !== null);
  if (!document || name === undefined) return undefined;
  const uri = fieldsOf(document['metadata'])?.['doc_uri'] ?? document['doc_uri'];
  return { content: readable(document[name] ?? ''), uri: typeof uri === 'string' ? uri : undefined };
}
