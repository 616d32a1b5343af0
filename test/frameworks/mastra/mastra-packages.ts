import type { MastraBridge } from '@millrace/tracing';
import { packagesOf } from '../../support/node-environment.ts';

/** Of Mastra's packages what the test uses: they are installed only where it runs. */
interface MastraPackages {
  readonly Mastra: new (options: object) => { getAgent(name: string): MastraAgent };
  readonly Agent: new (options: object) => object;
  readonly createTool: (options: object) => object;
  readonly Observability: new (options: {
    configs: { default: { serviceName: string; bridge: MastraBridge } };
  }) => object;
  readonly createOpenAI: (settings: { apiKey: string; baseURL: string }) => {
    chat(model: string): object;
  };
}

export interface MastraAgent {
  generate(question: string, options?: object): Promise<{ readonly text: string }>;
  stream(
    question: string,
    options?: object,
  ): Promise<{ readonly textStream: AsyncIterable<string>; readonly error: Error | undefined }>;
}

/** Installs them first where they are missing. */
export function mastraPackages(): MastraPackages {
  const load = packagesOf(import.meta.dirname);
  const { Mastra } = load('@mastra/core') as MastraPackages;
  const { Agent } = load('@mastra/core/agent') as MastraPackages;
  const { createTool } = load('@mastra/core/tools') as MastraPackages;
  const { Observability } = load('@mastra/observability') as MastraPackages;
  const { createOpenAI } = load('@ai-sdk/openai') as MastraPackages;
  return { Mastra, Agent, createTool, Observability, createOpenAI };
}
