import { context, diag, type Context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider, type Span } from '@opentelemetry/sdk-trace';
import { isBelowRemote, noteParent } from './exporting/exported-span.ts';
import { MillraceConnection } from './exporting/millrace-connection.ts';
import { OwnSampler } from './exporting/own-sampler.ts';
import { bytesBeside, SpanExporter } from './exporting/span-exporter.ts';
import { SpanQueue } from './exporting/span-queue.ts';
import { readSettings, type Settings, type TracingOptions } from './options.ts';
import { currentRuntime, processRuntime, setRuntime, type Runtime } from './runtime.ts';
import { activeSpan, markOwn } from './spans/active-span.ts';
import { noteRoot } from './spans/local-root.ts';
import { addRootAttributes } from './spans/root-attributes.ts';

const SCOPE = '@millrace/tracing';

/**
 * Begins tracing into Millrace, beside whatever OpenTelemetry the application has: that stays as it is, and traces of both have
 * the same ids. Called again it replaces what was set up before. Throws RangeError for options that can't be meant, and never
 * for a Millrace that is away.
 */
export function init(options: TracingOptions = {}): void {
  const settings = readSettings(options);
  const former = processRuntime();
  setRuntime(undefined);
  former?.shutdown().catch((error: unknown) => diag.error(String(error)));
  if (settings.isEnabled) setRuntime(createRuntime(settings));
}

/** Tracing with these settings, for whoever makes it current. `shutdown` ends it. */
export function createRuntime(settings: Settings): Runtime {
  // Of the application's own if there is one: without any, a span would not know its parent.
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const queue = spanQueue(settings);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'telemetry.sdk.language': 'nodejs',
      'telemetry.sdk.name': SCOPE,
      ...(settings.serviceName !== undefined && { 'service.name': settings.serviceName }),
    }),
    sampler: new OwnSampler(settings.sampleRate),
    spanProcessors: [queue],
    spanLimits: { attributeValueLengthLimit: Number.POSITIVE_INFINITY, attributeCountLimit: 1024 },
  });
  return {
    settings,
    tracer: provider.getTracer(SCOPE),
    flush: () => queue.forceFlush(),
    shutdown: () => queue.shutdown(),
  };
}

/** Resolves when all that has ended was sent, or given up after half a minute. Never rejects. */
export async function flush(): Promise<void> {
  await currentRuntime()?.flush();
}

/** Sends what waits and ends tracing; what is traced afterwards goes nowhere, until `init`. */
export async function shutdown(): Promise<void> {
  const runtime = processRuntime();
  setRuntime(undefined);
  await runtime?.shutdown();
}

function spanQueue(settings: Settings): SpanQueue {
  const exporter = new SpanExporter(new MillraceConnection(settings));
  const { maxWaitingBytes, exportIntervalMs: intervalMs, onError } = settings;
  const onStart = (span: Span, parent: Context): void => {
    markOwn(span, activeSpan(parent));
    noteParent(span, parent);
    noteRoot(span, parent, !isBelowRemote(parent));
    addRootAttributes(span, parent);
  };
  return new SpanQueue({
    ...{ maxWaitingBytes, intervalMs, onStart, bytesBeside, onError },
    send: (spans, deadline) => exporter.send(spans, deadline),
  });
}
