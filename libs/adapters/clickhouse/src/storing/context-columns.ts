import {
  encodeAttributeText,
  parsePromptText,
  promptText,
  type AttributeMap,
  type NormalSpan,
  type SpanMeaning,
  type SpanPayload,
} from '@millrace/domain';
import type { SpanColumns } from './span-columns.ts';

const NANOS_PER_MS = 1e6;

/** Adds what a call was given besides its inputs, and how it was answered. */
export function addContext(columns: SpanColumns, span: NormalSpan): void {
  const { tools, documents, timeToFirstTokenMs, promptVersions, loggedModel } = span.meaning;
  columns.time_to_first_token.add(
    timeToFirstTokenMs === undefined ? undefined : BigInt(Math.round(timeToFirstTokenMs * NANOS_PER_MS)),
  );
  for (const prompt of promptVersions ?? []) columns.prompt_versions.items.add(promptText(prompt));
  columns.prompt_versions.endRow(promptVersions?.length ?? 0);
  columns.logged_model.add(loggedModel ?? '');
  columns.tools.add(textBesides(span, tools));
  columns.tools_attribute.add(tools?.attribute ?? '');
  columns.documents.add(textBesides(span, documents));
  columns.documents_attribute.add(documents?.attribute ?? '');
}

/** Nothing where an attribute that is stored with the span has the same text. */
function textBesides(span: NormalSpan, payload: SpanPayload | undefined): string {
  if (payload?.attribute === undefined || span.blobs.has(payload.attribute)) return payload?.text ?? '';
  const value = span.source.attributes.get(payload.attribute);
  const isStored = value !== undefined && encodeAttributeText(value).text === payload.text;
  return isStored ? '' : payload.text;
}

/** The columns of a context but for the time to the first token, in the order of a SELECT. */
export const CONTEXT_COLUMNS = `prompt_versions, logged_model, tools, tools_attribute,
  documents, documents_attribute`;

export interface ContextColumns {
  readonly first_token_ns: string | null;
  readonly prompt_versions: readonly string[];
  readonly logged_model: string;
  readonly tools: string;
  readonly tools_attribute: string;
  readonly documents: string;
  readonly documents_attribute: string;
}

/** The context of a span with these attributes, as it was added. */
export function readContext(row: ContextColumns, attributes: AttributeMap): Partial<SpanMeaning> {
  const tools = readPayload(row.tools, row.tools_attribute, attributes);
  const documents = readPayload(row.documents, row.documents_attribute, attributes);
  const timeToFirstTokenMs = readFirstToken(row.first_token_ns);
  return {
    ...(tools && { tools }),
    ...(documents && { documents }),
    ...(timeToFirstTokenMs !== undefined && { timeToFirstTokenMs }),
    ...(row.prompt_versions.length > 0 && { promptVersions: row.prompt_versions.map(parsePromptText) }),
    ...(row.logged_model !== '' && { loggedModel: row.logged_model }),
  };
}

/** Milliseconds of a number of nanoseconds. */
export function readFirstToken(nanoseconds: string | null): number | undefined {
  return nanoseconds === null ? undefined : Number(nanoseconds) / NANOS_PER_MS;
}

function readPayload(text: string, attribute: string, attributes: AttributeMap): SpanPayload | undefined {
  if (attribute === '') return text === '' ? undefined : { text };
  const value = text === '' ? attributes.get(attribute) : undefined;
  return { text: value === undefined ? text : encodeAttributeText(value).text, attribute };
}
