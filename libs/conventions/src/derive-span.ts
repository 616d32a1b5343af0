import type { AttributeValue, OtlpSpan, SpanEvent, SpanMeaning } from '@millrace/domain';
import { previewOf } from './preview-of.ts';
import { traceTags } from './trace-tags.ts';
import { translate } from './translate.ts';
import { withContent } from './with-content.ts';

/** All that the writer derives from a span. Previews and tags are those of its trace, hence of root spans only. */
export interface DerivedSpan {
  readonly meaning: SpanMeaning;
  readonly requestPreview: string | undefined;
  readonly responsePreview: string | undefined;
  readonly traceTags: ReadonlyMap<string, string>;
}

const NO_TAGS: ReadonlyMap<string, string> = new Map();

/**
 * Translates a span and, on a root span, derives what its trace shows. Never throws. `content` are its events that came as log
 * records, in a fixed order where their times are the same.
 */
export function deriveSpan(
  span: OtlpSpan,
  large?: ReadonlyMap<string, AttributeValue>,
  content: readonly SpanEvent[] = [],
): DerivedSpan {
  const told = translate(span, large);
  const meaning = content.length === 0 ? told : withContent(told, content);
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
