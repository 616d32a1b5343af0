import { activeSpan } from './active-span.ts';
import { ATTRIBUTES } from './attributes.ts';
import { LiveSpan } from './live-span.ts';

/** What is said of a whole trace from within it. */
export interface TraceChange {
  /** Texts to find it by. */
  readonly tags?: Readonly<Record<string, string>>;
  /** The conversation it belongs to. */
  readonly session?: string;
  readonly user?: string;
}

/** The span that the code runs in; undefined outside of any. */
export function currentSpan(): LiveSpan | undefined {
  const active = activeSpan();
  return active && new LiveSpan(active, '');
}

/** Says something of the trace that the code runs in. Outside of any it does nothing. */
export function updateCurrentTrace({ tags = {}, session, user }: TraceChange): void {
  const span = currentSpan();
  for (const [key, value] of Object.entries(tags)) span?.setAttribute(`${ATTRIBUTES.tagPrefix}${key}`, value);
  if (session !== undefined) span?.setAttribute(ATTRIBUTES.session, session);
  if (user !== undefined) span?.setAttribute(ATTRIBUTES.user, user);
}
