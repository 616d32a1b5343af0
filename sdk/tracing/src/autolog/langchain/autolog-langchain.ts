import { addSpanSource } from '../../spans/active-span.ts';
import { isTracing } from '../model-call.ts';
import { patchMethod, stopAll, type StopAutolog } from '../patch-method.ts';
import { LangChainHandler } from './langchain-handler.ts';
import { LangChainRuns } from './langchain-runs.ts';
import type { Metadata } from './langchain-types.ts';
import { spanInLangChain } from './langchain-context.ts';

/** The class of `@langchain/core/callbacks/manager`, by what of it is used here. */
export interface CallbackManagerClass {
  new (): CallbackManager;
  /** What every run of LangChain and LangGraph asks for its callbacks. */
  _configureSync(...given: never[]): unknown;
}

interface CallbackManager {
  readonly handlers: readonly object[];
  addHandler(handler: never, inherit?: boolean): void;
}

/** Place of the options among the arguments of `_configureSync`. */
const OPTIONS = 6;

/** Ends the spans of runs that nobody can end any more, such as of a stream that its reader left. */
const abandoned = new FinalizationRegistry<LangChainRuns>((runs) => runs.abandon());

/**
 * Traces every run of LangChain and LangGraph: `autologLangChain(CallbackManager)`, the class of `@langchain/core/callbacks/manager`.
 * Chains and graphs, chat models, tools, retrievers, streams and batches among them, as MLflow's Python autolog tells them; the
 * thread of a graph is the session. The answer ends it.
 */
export function autologLangChain(CallbackManager: CallbackManagerClass): StopAutolog {
  return stopAll([
    patchMethod(
      CallbackManager,
      '_configureSync',
      (configure) =>
        function withHandler(this: unknown, ...given: unknown[]) {
          const configured = configure.apply(this, given) as CallbackManager | undefined;
          if (!isTracing()) return configured;
          const manager = configured ?? new CallbackManager();
          handlerOf(manager).noteThread(threadIn(given));
          return manager;
        },
    ),
    addSpanSource(spanInLangChain),
  ]);
}

/** The handler that a run has from the one above, else one of its own, which LangChain keeps as long as something may happen in it. */
function handlerOf(manager: CallbackManager): LangChainHandler {
  const inherited = manager.handlers.find((handler) => handler instanceof LangChainHandler);
  if (inherited) return inherited;
  const runs = new LangChainRuns();
  const handler = new LangChainHandler(runs);
  abandoned.register(handler, runs);
  manager.addHandler(handler as never, true);
  return handler;
}

/** LangGraph says it to tracers alone, in the options at the end. */
function threadIn(given: readonly unknown[]): unknown {
  const options = given[OPTIONS] as { readonly tracerInheritableMetadata?: Metadata } | undefined;
  return options?.tracerInheritableMetadata?.['thread_id'];
}
