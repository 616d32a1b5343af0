import { deriveSpan } from '@millrace/conventions';
import {
  parseContent,
  type NormalSpan,
  type SpanEvent,
  type SpanPayload,
  type TraceEntry,
} from '@millrace/domain';

/** The span with its inputs, outputs and previews derived anew, its content beside its own events. */
export function withContent(
  span: NormalSpan,
  entries: readonly TraceEntry[],
  textOf: (key: string) => string | undefined,
): NormalSpan {
  const events = entries
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ key }): SpanEvent[] => {
      const text = textOf(key);
      return text === undefined ? [] : [parseContent(text)];
    });
  const derived = deriveSpan(span.source, undefined, events);
  const { inputs: ownInputs, outputs: ownOutputs, ...meaning } = span.meaning;
  const inputs = isOwn(ownInputs) ? ownInputs : derived.meaning.inputs;
  const outputs = isOwn(ownOutputs) ? ownOutputs : derived.meaning.outputs;
  return {
    ...span,
    sequence: entries.reduce((max, entry) => (entry.sequence > max ? entry.sequence : max), span.sequence),
    meaning: { ...meaning, ...(inputs && { inputs }), ...(outputs && { outputs }) },
    requestPreview: isOwn(ownInputs) ? span.requestPreview : derived.requestPreview,
    responsePreview: isOwn(ownOutputs) ? span.responsePreview : derived.responsePreview,
  };
}

/** One attribute of the span holds it, maybe in the BlobStore only; what is assembled can be assembled again. */
function isOwn(payload: SpanPayload | undefined): boolean {
  return payload?.attribute !== undefined;
}
