import * as agents from '@openai/agents';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  describeFramework,
  FrameworkRig,
  jsonOf,
  type AgentRun,
} from '../../../../../test/support/tracing/framework-contract.ts';
import { autologOpenAIAgents } from './autolog-openai-agents.ts';

const { Agent, handoff, OpenAIProvider, Runner, setTraceProcessors, setTracingDisabled, tool, withTrace } =
  agents;

beforeAll(() => setTracingDisabled(false));
// Its own would send to OpenAI.
setTraceProcessors([]);

const autolog = (): (() => void) => autologOpenAIAgents(agents);

function runnerAt(baseURL: string, useResponses = true): agents.Runner {
  const modelProvider = new OpenAIProvider({ apiKey: 'key', baseURL, useResponses });
  return new Runner({ modelProvider, groupId: 'conversation' });
}

function weatherTool(execute: AgentRun['forecast']) {
  const parameters = z.object({ city: z.string() });
  return tool({
    name: 'forecast',
    description: 'Tells the weather.',
    parameters,
    execute,
  });
}

describeFramework('autologOpenAIAgents', {
  autolog,
  rootType: 'AGENT',
  // The SDK tells the names of tools alone, and at the end of the agent.
  tellsTools: false,
  toolError: 'Tool execution failed',
  run: async ({ question, model, forecast, isStreamed }: AgentRun, llmUrl) => {
    const agent = new Agent({ name: 'Weather', model, tools: [weatherTool(forecast)] });
    const runner = runnerAt(llmUrl);
    if (!isStreamed) return (await runner.run(agent, question)).finalOutput ?? '';
    const result = await runner.run(agent, question, { stream: true });
    let text = '';
    for await (const part of result.toTextStream()) text += part;
    await result.completed;
    return text;
  },
});

describe('autologOpenAIAgents', () => {
  const rig = new FrameworkRig(autolog);
  const forecast = ({ city }: { city: string }): Promise<string> => Promise.resolve(`rain in ${city}`);

  it('tells agent, calls and tools by name, what the agent was asked and answered, and its session', async () => {
    const agent = new Agent({
      name: 'Weather',
      instructions: 'Be brief.',
      model: 'gpt-4o-mini',
      tools: [weatherTool(forecast)],
    });
    await runnerAt(rig.llmUrl).run(agent, 'Umbrella?');
    const spans = await rig.received();
    expect(spans.all.map(({ name }) => name)).toEqual([
      'Agent workflow',
      'Weather',
      'Response',
      'forecast',
      'Response',
    ]);
    expect(spans.pathTo(spans.named('forecast'))).toEqual(['Agent workflow', 'Weather', 'forecast']);
    for (const span of [spans.root, spans.named('Weather')])
      expect([jsonOf(span, 'mlflow.spanInputs'), jsonOf(span, 'mlflow.spanOutputs')]).toEqual([
        'Umbrella?',
        'The tool says: rain in Paris',
      ]);
    expect(spans.root.attributes.get('mlflow.trace.session')).toBe('conversation');
  });

  it.each([false, true])('tells chat completions too, streamed: %s', async (stream) => {
    const agent = new Agent({ name: 'Guide', instructions: 'Be brief.', model: 'gpt-4o-mini' });
    const runner = runnerAt(rig.llmUrl, false);
    if (stream) await (await runner.run(agent, 'Which way?', { stream })).completed;
    else await runner.run(agent, 'Which way?');
    const spans = await rig.received();
    const call = spans.named('Generation');
    expect(jsonOf(call, 'mlflow.spanInputs')).toMatchObject([{ role: 'system' }, { role: 'user' }]);
    expect(jsonOf(call, 'mlflow.spanOutputs')).toMatchObject({
      choices: [{ message: { content: 'You said: Which way?' } }],
    });
    expect(jsonOf(call, 'mlflow.chat.tokenUsage')).toMatchObject({ output_tokens: 4 });
    expect(jsonOf(spans.root, 'mlflow.spanInputs')).toBe('Which way?');
  });

  it('tells a handoff, within a trace of the application', async () => {
    const model = 'gpt-4o-mini';
    const other = new Agent({ name: 'Other', model });
    const first = new Agent({ name: 'First', model, handoffs: [handoff(other)] });
    await withTrace('Desk', () => runnerAt(rig.llmUrl).run(first, 'Which way?'));
    const spans = await rig.received();
    expect(spans.root.name).toBe('Desk');
    expect(jsonOf(spans.named('Handoff'), 'mlflow.spanOutputs')).toEqual({ to_agent: 'Other' });
    expect(spans.ofType('AGENT').map(({ name }) => name)).toEqual(['Desk', 'First', 'Other']);
  });

  it('ends the spans of a stream that its reader left', async () => {
    const agent = new Agent({ name: 'Guide', model: 'gpt-4o-mini' });
    const result = await runnerAt(rig.llmUrl).run(agent, 'a b c', { stream: true });
    for await (const part of result.toTextStream()) if (part !== '') break;
    await expect
      .poll(async () => (await rig.arrived()).map(({ name }) => name), { timeout: 10_000 })
      .toContain('Agent workflow');
  });
});
