import type { JsonValue } from '@millrace/domain';
import { needs } from '../check.ts';
import { readable } from '../json-fields.ts';
import type { Blocks } from '../judging/blocks.ts';
import { conversationText } from '../judging/conversation.ts';
import type { Ask } from '../judging/make-judge.ts';
import { traceBlock, traceTools } from '../judging/trace-tools.ts';
import type { Outcome } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';

/** What instructions may name. */
export const VARIABLES = ['inputs', 'outputs', 'expectations', 'trace', 'conversation'] as const;
export type Variable = (typeof VARIABLES)[number];

const ELSEWHERE = 'The root span of the trace does not tell. Find it in the trace with the tools.';

/**
 * What the instructions name, in blocks. Inputs or outputs that the root span of a trace does not tell are looked for in the trace, as
 * MLflow's judges do: many libraries put them on spans below.
 */
export function readTrace(
  trace: ScoredTrace,
  variables: ReadonlySet<Variable>,
): Parameters<Ask>[0] | Outcome {
  const told: Partial<Record<Variable, string | undefined>> = {
    inputs: textIn(trace.inputs),
    outputs: textIn(trace.outputs),
    expectations: expectationsText([trace]),
  };
  if (variables.has('expectations') && told.expectations === undefined) return needs('expectations');
  const missing = (['inputs', 'outputs'] as const).filter(
    (name) => variables.has(name) && told[name] === undefined,
  );
  const [first] = missing;
  if (first !== undefined && trace.spans.length < 2) return needs(first);
  const wanted = VARIABLES.filter((name) => name !== 'trace' && variables.has(name));
  const blocks = Object.fromEntries(wanted.map((name) => [name, told[name] ?? ELSEWHERE]));
  if (!variables.has('trace') && missing.length === 0) return { blocks };
  return { blocks: { ...blocks, trace: traceBlock(trace) }, tools: traceTools(trace) };
}

/** The conversation, and what is expected of it if the instructions name that. */
export function readSession(
  traces: readonly ScoredTrace[],
  variables: ReadonlySet<Variable>,
): Blocks | Outcome {
  const conversation = conversationText(traces);
  if (conversation === undefined) return needs('a conversation: inputs or outputs of its traces');
  if (!variables.has('expectations')) return { conversation };
  const expectations = expectationsText(traces);
  return expectations === undefined ? needs('expectations') : { conversation, expectations };
}

function textIn(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : readable(value);
}

function expectationsText(traces: readonly ScoredTrace[]): string | undefined {
  const expectations = Object.assign({}, ...traces.map((trace) => trace.expectations)) as JsonValue;
  return Object.keys(Object(expectations)).length === 0 ? undefined : readable(expectations);
}
