import type { Context, Span } from '@opentelemetry/api';
import { processWide } from '../process-wide.ts';
import { activeSpan } from './active-span.ts';
import { attachmentReference, type Attachment, type KeptAttachment } from './attachment.ts';

/** How a trace ended, in MLflow's words. */
export type TraceState = 'OK' | 'ERROR';

/** What of a trace is told beside its spans. */
export interface TraceFacts {
  readonly tags: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly clientRequestId?: string;
  readonly requestPreview?: string;
  readonly responsePreview?: string;
  readonly state?: TraceState;
}

/** The first span of ours of a trace in this process, with what is said of the whole trace from within it. */
export class LocalRoot {
  readonly span: Span;
  /** False where a span of another service stands above it. */
  readonly isTraceRoot: boolean;
  private facts: TraceFacts | undefined;
  private attachments = new Map<Attachment, KeptAttachment>();

  constructor(span: Span, isTraceRoot: boolean) {
    this.span = span;
    this.isTraceRoot = isTraceRoot;
  }

  /** What is said later replaces what was said before, key by key. */
  tell({ tags, metadata, ...others }: Partial<TraceFacts>): void {
    const known = this.facts;
    this.facts = {
      ...known,
      ...others,
      tags: { ...known?.tags, ...tags },
      metadata: { ...known?.metadata, ...metadata },
    };
  }

  /** What a span is to say in place of the bytes; the same for the same attachment. */
  attach(attachment: Attachment): string {
    const kept = this.attachments.get(attachment) ?? { id: crypto.randomUUID(), attachment };
    this.attachments.set(attachment, kept);
    return attachmentReference(kept, this.span.spanContext().traceId);
  }

  get attachedBytes(): number {
    let bytes = 0;
    for (const attachment of this.attachments.keys()) bytes += attachment.bytes.byteLength;
    return bytes;
  }

  /** What has not been taken before; undefined when there is nothing. */
  take(): { readonly facts: TraceFacts; readonly attachments: readonly KeptAttachment[] } | undefined {
    const { facts } = this;
    const attachments = [...this.attachments.values()];
    if (!facts && attachments.length === 0) return undefined;
    this.facts = undefined;
    this.attachments = new Map();
    return { facts: facts ?? { tags: {}, metadata: {} }, attachments };
  }
}

const roots = processWide('roots', () => new WeakMap<object, LocalRoot>());

/** At the start of a span of ours, which stands below that of the context. */
export function noteRoot(span: Span, parent: Context, isTraceRoot: boolean): void {
  const above = activeSpan(parent);
  roots.set(span, (above && roots.get(above)) ?? new LocalRoot(span, isTraceRoot));
}

/** Undefined for spans that are not recorded. */
export function localRootOf(span: object): LocalRoot | undefined {
  return roots.get(span);
}
