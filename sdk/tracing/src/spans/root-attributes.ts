import type { Context } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/sdk-trace';
import { processWide } from '../process-wide.ts';
import { activeSpan } from './active-span.ts';

const attributes = processWide('root-attributes', () => new Map<string, string>());

/** Every trace that begins from now on says this of itself, by its first span; undefined ends that. */
export function setRootAttribute(key: string, value: string | undefined): void {
  if (value === undefined) attributes.delete(key);
  else attributes.set(key, value);
}

export function rootAttribute(key: string): string | undefined {
  return attributes.get(key);
}

/** At the start of a span: only the first one of ours in a trace gets them. */
export function addRootAttributes(span: Span, parent: Context): void {
  if (attributes.size > 0 && !activeSpan(parent)) span.setAttributes(Object.fromEntries(attributes));
}
