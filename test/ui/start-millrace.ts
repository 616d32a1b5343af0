import type { TestProject } from 'vitest/node';
import { startFakeLlm } from '../support/fake-llm/fake-llm.ts';
import { startStandalone } from '../support/standalone.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the one standalone that all specs of the UI look at; each makes an experiment of its own for what it changes. */
    millraceUrl: string;
    otlpUrl: string;
    /** Base URL of a provider that speaks OpenAI's protocol. */
    modelUrl: string;
  }
}

/** Once for all specs of the UI: a standalone, and a provider of models. */
export default async function startMillrace(project: TestProject): Promise<() => Promise<void>> {
  const [target, llm] = await Promise.all([startStandalone(), startFakeLlm()]);
  project.provide('millraceUrl', target.url);
  project.provide('otlpUrl', target.otlpUrl);
  project.provide('modelUrl', llm.url);
  return async () => {
    await target.stop();
    await llm.stop();
  };
}
