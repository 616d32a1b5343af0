import type { Convention } from '../convention.ts';

const ASSOCIATION = 'lmnr.association.properties.';

/** Laminar: `lmnr.*` on spans of its decorators, beside gen_ai on those of its instrumentations. */
export const laminar: Convention = {
  name: 'laminar',
  spec: 'https://docs.laminar.sh/tracing/otel',
  types: [
    {
      key: 'lmnr.span.type',
      types: new Map([
        ['LLM', 'LLM'],
        ['CACHED', 'LLM'],
        ['TOOL', 'TOOL'],
        ['DEFAULT', 'CHAIN'],
        ['PIPELINE', 'CHAIN'],
        ['EXECUTOR', 'AGENT'],
        ['EVALUATOR', 'EVALUATOR'],
        ['EVALUATION', 'EVALUATOR'],
        ['HUMAN_EVALUATOR', 'EVALUATOR'],
      ]),
    },
  ],
  texts: {
    sessionId: [`${ASSOCIATION}session_id`],
    userId: [`${ASSOCIATION}user_id`],
  },
  messageFormat: 'openai',
  payloads: { inputs: ['lmnr.span.input'], outputs: ['lmnr.span.output'] },
  tags: { labels: [`${ASSOCIATION}tags`], prefixes: [`${ASSOCIATION}metadata.`] },
};
