import type { AttributeValue, OtlpSpan, SpanMeaning } from '@millrace/domain';
import { previewOf } from './preview-of.ts';
import { traceTags } from './trace-tags.ts';
import { translate } from './translate.ts';

/** All that the writer derives from a span. Previews and tags are those of its trace, hence of root spans only. */
export interface DerivedSpan {
  readonly meaning: SpanMeaning;
  readonly requestPreview: string | undefined;
  readonly responsePreview: string | undefined;
  readonly traceTags: ReadonlyMap<string, string>;
}

const NO_TAGS: ReadonlyMap<string, string> = new Map();

/** Translates a span and, on a root span, derives what its trace shows. Never throws. */
export function deriveSpan(span: OtlpSpan, large?: ReadonlyMap<string, AttributeValue>): DerivedSpan {
  const meaning = translate(span, large);
  if (span.parentSpanId !== undefined) {
    return { meaning, requestPreview: undefined, responsePreview: undefined, traceTags: NO_TAGS };
  }
  return {
    meaning,
    requestPreview: meaning.inputs && previewOf('request', meaning.inputs),
    responsePreview: meaning.outputs && previewOf('response', meaning.outputs),
    traceTags: traceTags(span, meaning.traceTags, large),
  };
}
