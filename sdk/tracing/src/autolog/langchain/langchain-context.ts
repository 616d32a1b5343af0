import type { Span } from '@opentelemetry/api';
import { LangChainHandler } from './langchain-handler.ts';

/** Where LangChain keeps what the code runs in. Source: `singletons/async_local_storage` of `@langchain/core`, 1.4. */
const STORAGE = Symbol.for('ls:tracing_async_local_storage');
const CONFIG = Symbol.for('lc:child_config');

interface Config {
  readonly callbacks?: {
    readonly handlers?: readonly unknown[];
    getParentRunId?(): string | undefined;
  };
}

interface Storage {
  getStore(): { readonly extra?: { readonly [CONFIG]?: Config } } | undefined;
}

/** The span of the run that the code is part of: of a tool, of a node of a graph, of a function in a chain. */
export function spanInLangChain(): Span | undefined {
  const storage = (globalThis as { readonly [STORAGE]?: Storage })[STORAGE];
  const { callbacks } = storage?.getStore()?.extra?.[CONFIG] ?? {};
  const handler = callbacks?.handlers?.find((each) => each instanceof LangChainHandler);
  return handler?.runs.spanOf(callbacks?.getParentRunId?.())?.otel;
}
