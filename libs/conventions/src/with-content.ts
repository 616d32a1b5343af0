import type { SpanEvent, SpanMeaning } from '@millrace/domain';
import { payloadInEvents } from './gen-ai/payload-in-events.ts';

/**
 * A meaning with the inputs and outputs that came as log records, where the span has none of its own. Blind to the order in which
 * the records came: they count by their time.
 */
export function withContent(meaning: SpanMeaning, content: readonly SpanEvent[]): SpanMeaning {
  const events = content.toSorted((a, b) => (a.timeUnixNano < b.timeUnixNano ? -1 : 1));
  const inputs = meaning.inputs ? undefined : payloadInEvents({ events }, 'inputs');
  const outputs = meaning.outputs ? undefined : payloadInEvents({ events }, 'outputs');
  return {
    ...meaning,
    ...(inputs !== undefined && { inputs: { text: inputs } }),
    ...(outputs !== undefined && { outputs: { text: outputs } }),
  };
}
