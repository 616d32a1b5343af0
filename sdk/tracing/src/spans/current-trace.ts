import { guarded } from '../runtime.ts';
import { activeSpan } from './active-span.ts';
import { ATTRIBUTES } from './attributes.ts';
import { LiveSpan } from './live-span.ts';
import { localRootOf, type LocalRoot, type TraceFacts, type TraceState } from './local-root.ts';
import { masked } from './mask.ts';

/** What is said of a whole trace from within it. */
export interface TraceChange {
  /** Texts to find it by, which may change later. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Texts that stay as they are, as a version or a tenant. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** The conversation it belongs to. */
  readonly session?: string;
  readonly user?: string;
  /** What the application calls the request itself. */
  readonly clientRequestId?: string;
  /** What lists of traces show of the question; made of the root's inputs unless given. */
  readonly requestPreview?: string;
  /** What lists of traces show of the answer; made of the root's outputs unless given. */
  readonly responsePreview?: string;
  /** That of the root span unless given. */
  readonly state?: TraceState;
}

/** The span that the code runs in; undefined outside of any. */
export function currentSpan(): LiveSpan | undefined {
  const active = activeSpan();
  return active && new LiveSpan(active, '');
}

/** Says something of the trace that the code runs in. Outside of any, and where the trace is not kept, it does nothing. */
export function updateCurrentTrace(change: TraceChange): void {
  const active = activeSpan();
  const root = active && localRootOf(active);
  if (root) guarded(() => tell(root, change));
}

function tell(root: LocalRoot, change: TraceChange): void {
  const facts = maskedFacts(change);
  const { tags, metadata, ...others } = facts;
  // The root span says it with what is sent of it anyway; nobody reads it of a span that has a parent.
  const isSaid = root.isTraceRoot && root.span.isRecording();
  if (isSaid) {
    for (const [key, value] of Object.entries(tags))
      root.span.setAttribute(`${ATTRIBUTES.tagPrefix}${key}`, value);
    const { [ATTRIBUTES.session]: session, [ATTRIBUTES.user]: user, ...rest } = metadata;
    if (session !== undefined) root.span.setAttribute(ATTRIBUTES.session, session);
    if (user !== undefined) root.span.setAttribute(ATTRIBUTES.user, user);
    if (Object.keys(rest).length + Object.keys(others).length > 0) root.tell({ metadata: rest, ...others });
  } else {
    root.tell(facts);
  }
}

function maskedFacts(change: TraceChange): TraceFacts {
  const { tags, metadata, session, user, clientRequestId, requestPreview, responsePreview, state } = change;
  const text = (key: string, value: string): string =>
    String(masked(key, value, { name: '', type: undefined }));
  const texts = (kind: string, said: Readonly<Record<string, string | undefined>> = {}) =>
    Object.fromEntries(
      Object.entries(said).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, text(`${kind}.${key}`, value)]],
      ),
    );
  return {
    tags: texts('tags', tags),
    metadata: texts('metadata', {
      ...metadata,
      [ATTRIBUTES.session]: session,
      [ATTRIBUTES.user]: user,
    }),
    ...(clientRequestId !== undefined && { clientRequestId }),
    ...(requestPreview !== undefined && { requestPreview: text('requestPreview', requestPreview) }),
    ...(responsePreview !== undefined && { responsePreview: text('responsePreview', responsePreview) }),
    ...(state !== undefined && { state }),
  };
}
