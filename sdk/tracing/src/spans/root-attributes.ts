import type { Context } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/sdk-trace';
import { activeSpan } from './active-span.ts';

const PLACE = Symbol.for('millrace.root-attributes');
const shared = globalThis as { [PLACE]?: Readonly<Record<string, string>> };

/** Every trace that begins from now on says this of itself, by its first span; undefined ends that. */
export function setRootAttribute(key: string, value: string | undefined): void {
  const { [key]: _former, ...others } = shared[PLACE] ?? {};
  shared[PLACE] = value === undefined ? others : { ...others, [key]: value };
}

export function rootAttribute(key: string): string | undefined {
  return shared[PLACE]?.[key];
}

/** At the start of a span: only the first one of ours in a trace gets them. */
export function addRootAttributes(span: Span, parent: Context): void {
  const attributes = shared[PLACE];
  if (attributes && !activeSpan(parent)) span.setAttributes(attributes);
}
