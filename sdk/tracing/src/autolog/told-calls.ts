import { context, type Context, type Span } from '@opentelemetry/api';
import { processWide } from '../process-wide.ts';
import { activeSpan } from '../spans/active-span.ts';
import type { LiveSpan } from '../spans/live-span.ts';

/** Calls to models that are told: what a client does within one, for a framework or for another client, is part of it and counted once. */
const told = processWide('told-calls', () => new WeakSet<Span>());

/** Models that are being asked, by the context in which they are: for frameworks that let nobody into it. */
const asked = processWide('asked-models', () => new WeakMap<Context, Map<string, number>>());

/** For the span of a call to a model in which, by its context, the client runs. */
export function noteToldCall(span: LiveSpan): void {
  told.add(span.otel);
}

/** For a call whose client runs in the context that is active here, as everything else does. The answer says that it is over. */
export function noteAskedModel(model: string): () => void {
  const at = context.active();
  const models = asked.get(at) ?? new Map<string, number>();
  asked.set(at, models.set(model, (models.get(model) ?? 0) + 1));
  return () => void models.set(model, (models.get(model) ?? 1) - 1);
}

/** Whether the call of a client that begins here is part of one that is told. */
export function isToldAlready(model: string | undefined): boolean {
  const active = activeSpan();
  if (active && told.has(active)) return true;
  return (asked.get(context.active())?.get(model ?? '') ?? 0) > 0;
}
