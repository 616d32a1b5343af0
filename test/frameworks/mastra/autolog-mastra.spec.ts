import { autologMastra, type MastraBridge, type StopAutolog } from '@millrace/tracing';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  describeFramework,
  FrameworkRig,
  jsonOf,
  type AgentRun,
} from '../../support/tracing/framework-contract.ts';
import { mastraPackages, type MastraAgent } from './mastra-packages.ts';

const { Mastra, Agent, createTool, createOpenAI, Observability } = mastraPackages();

/** Mastra asks for its bridge when it is made: the one that the test has turned on last. */
let bridge: MastraBridge;

function autolog(): StopAutolog {
  bridge = autologMastra();
  return bridge.stop;
}

function agentOf({ model, forecast }: Pick<AgentRun, 'model' | 'forecast'>, baseURL: string): MastraAgent {
  const weather = createTool({
    id: 'forecast',
    description: 'Tells the weather.',
    inputSchema: z.object({ city: z.string() }),
    execute: forecast,
  });
  const agent = new Agent({
    id: 'weather',
    name: 'Weather',
    instructions: 'Be brief.',
    model: createOpenAI({ apiKey: 'key', baseURL }).chat(model),
    maxRetries: 0,
    tools: { forecast: weather },
  });
  const observability = new Observability({ configs: { default: { serviceName: 'desk', bridge } } });
  return new Mastra({ agents: { weather: agent }, logger: false, observability }).getAgent('weather');
}

describeFramework('autologMastra', {
  autolog,
  rootType: 'AGENT',
  run: async ({ question, isStreamed, ...rest }: AgentRun, llmUrl) => {
    const agent = agentOf(rest, llmUrl);
    if (!isStreamed) return (await agent.generate(question)).text;
    const result = await agent.stream(question);
    let text = '';
    for await (const part of result.textStream) text += part;
    if (result.error) throw result.error;
    return text;
  },
});

describe('autologMastra', () => {
  const rig = new FrameworkRig(autolog);
  const forecast = ({ city }: { city: string }): Promise<string> => Promise.resolve(`rain in ${city}`);

  it('tells agent, calls and tools by name, in words alone where there is no more', async () => {
    await agentOf({ model: 'gpt-4o-mini', forecast }, rig.llmUrl).generate('Umbrella?');
    const spans = await rig.received();
    expect(spans.all.map(({ name }) => name)).toEqual([
      'weather',
      // The step of the call that asked for it ends after it.
      'forecast',
      'chat gpt-4o-mini',
      'chat gpt-4o-mini',
    ]);
    expect(spans.pathTo(spans.named('forecast'))).toEqual(['weather', 'forecast']);
    expect([jsonOf(spans.root, 'mlflow.spanInputs'), jsonOf(spans.root, 'mlflow.spanOutputs')]).toEqual([
      'Umbrella?',
      'The tool says: rain in Paris',
    ]);
    const [call] = spans.ofType('CHAT_MODEL');
    expect(call?.attributes.get('mlflow.llm.provider')).toBe('openai');
    expect(jsonOf(call, 'mlflow.spanInputs')).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Umbrella?' },
      ],
    });
  });

  it('ends the spans of a stream that its reader left', async () => {
    const agent = agentOf({ model: 'gpt-4o-mini', forecast }, rig.llmUrl);
    for await (const part of (await agent.stream('a b c')).textStream) if (part !== '') break;
    await expect
      .poll(async () => (await rig.arrived()).map(({ name }) => name), { timeout: 10_000 })
      .toContain('weather');
  });
});
