import { attributeJson, type AttributeValue, type OtlpSpan } from '@millrace/domain';

const RESULT = 'db.query.result';
const FIELDS = ['id', 'score', 'distance', 'document', 'metadata'] as const;

/** What a query of a vector database found, one event each: a JSON list. */
export function documentsInEvents(span: OtlpSpan): string | undefined {
  const documents: AttributeValue[] = [];
  for (const event of span.events) {
    if (event.name !== RESULT) continue;
    const document = new Map<string, AttributeValue>();
    for (const field of FIELDS) {
      const value = event.attributes.get(`${RESULT}.${field}`);
      if (value !== undefined && value !== null) document.set(field, value);
    }
    if (document.size > 0) documents.push(document);
  }
  return documents.length > 0 ? attributeJson(documents) : undefined;
}
