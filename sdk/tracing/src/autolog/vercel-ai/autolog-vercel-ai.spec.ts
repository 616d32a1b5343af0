import { createOpenAI, type OpenAIProvider } from '@ai-sdk/openai';
import { embed, embedMany, generateText, isStepCount, Output, registerTelemetry, streamText, tool } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { withSpan } from '../../index.ts';
import {
  describeFramework,
  FrameworkRig,
  jsonOf,
  type AgentRun,
} from '../../../../../test/support/tracing/framework-contract.ts';
import { autologVercelAI } from './autolog-vercel-ai.ts';

const autolog = (): (() => void) => autologVercelAI(registerTelemetry);
const provider = (baseURL: string): OpenAIProvider => createOpenAI({ apiKey: 'key', baseURL });

describeFramework('autologVercelAI', {
  autolog,
  rootType: 'AGENT',
  run: async ({ question, model, forecast, isStreamed }: AgentRun, llmUrl) => {
    const given = {
      model: provider(llmUrl).chat(model),
      prompt: question,
      maxRetries: 0,
      tools: { forecast: tool({ inputSchema: z.object({ city: z.string() }), execute: forecast }) },
      stopWhen: isStepCount(5),
    };
    if (!isStreamed) return (await generateText(given)).text;
    let text = '';
    const failures: Error[] = [];
    const onError = ({ error }: { error: unknown }): void => void failures.push(error as Error);
    const { textStream } = streamText({ ...given, onError });
    for await (const part of textStream) text += part;
    if (failures[0]) throw failures[0];
    return text;
  },
});

describe('autologVercelAI', () => {
  const rig = new FrameworkRig(autolog);
  const chat = () => provider(rig.llmUrl).chat('gpt-4o-mini');

  it('tells messages, settings and the answer as the SDK has them', async () => {
    await generateText({
      model: chat(),
      instructions: 'Be brief.',
      prompt: 'Which way?',
      temperature: 0.5,
      telemetry: { functionId: 'guide' },
    });
    const spans = await rig.received();
    expect([spans.root.name, jsonOf(spans.root, 'mlflow.spanOutputs')]).toEqual([
      'guide',
      'You said: Which way?',
    ]);
    const [call] = spans.ofType('CHAT_MODEL');
    expect(call?.name).toBe('chat gpt-4o-mini');
    expect(call?.attributes.get('mlflow.llm.provider')).toBe('openai');
    expect(jsonOf(call, 'mlflow.spanInputs')).toEqual({
      model: 'gpt-4o-mini',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Which way?' },
      ],
      temperature: 0.5,
    });
  });

  it('tells objects, and the time to the first word of a stream', async () => {
    const output = Output.object({ schema: z.object({ verdict: z.string() }) });
    const { partialOutputStream } = streamText({ model: chat(), prompt: 'Which way?', output });
    for await (const part of partialOutputStream) expect(part).toBeTypeOf('object');
    const spans = await rig.received();
    expect(jsonOf(spans.root, 'mlflow.spanOutputs')).toBe('{"verdict":"yes"}');
    const [call] = spans.ofType('CHAT_MODEL');
    expect(call?.attributes.get('gen_ai.response.time_to_first_chunk')).toBeGreaterThan(0);
  });

  it('tells embeddings, with the tokens of the call to the model alone', async () => {
    const model = provider(rig.llmUrl).embedding('text-embedding-3-small');
    await embed({ model, value: 'wheel' });
    await embedMany({ model, values: ['wheel', 'water'] });
    const spans = await rig.received();
    const [one, call, many, manyCall] = spans.all;
    expect(spans.ofType('EMBEDDING')).toHaveLength(4);
    expect([one?.name, call?.name, many?.name]).toEqual([
      'embed',
      'embeddings text-embedding-3-small',
      'embedMany',
    ]);
    expect(jsonOf(many, 'mlflow.spanInputs')).toEqual(['wheel', 'water']);
    expect(one?.attributes.has('mlflow.chat.tokenUsage')).toBe(false);
    expect(jsonOf(manyCall, 'mlflow.chat.tokenUsage')).toMatchObject({ input_tokens: 10 });
  });

  it('keeps to what a call says of its telemetry', async () => {
    const given = { model: chat(), prompt: 'my secret' };
    await generateText({ ...given, telemetry: { isEnabled: false } });
    expect((await rig.received()).all).toEqual([]);
    await generateText({
      ...given,
      runtimeContext: { sessionId: 's', userId: 'u', key: 'my secret' },
      telemetry: {
        recordInputs: false,
        recordOutputs: false,
        includeRuntimeContext: { sessionId: true, userId: true },
      },
    });
    const { root, all } = await rig.received();
    expect([root.attributes.get('mlflow.trace.session'), root.attributes.get('mlflow.trace.user')]).toEqual([
      's',
      'u',
    ]);
    expect(all).toHaveLength(2);
    expect(JSON.stringify(all.map(({ attributes }) => [...attributes]))).not.toContain('secret');
  });

  it('ends the spans of a stream that is aborted', async () => {
    const abort = new AbortController();
    const { textStream } = streamText({ model: chat(), prompt: 'a b c', abortSignal: abort.signal });
    for await (const part of textStream) if (part !== '') abort.abort();
    const spans = await rig.received();
    expect(spans.all.map(({ name }) => name)).toEqual(['streamText', 'chat gpt-4o-mini']);
  });

  it('ends the spans of a stream that its reader left, once it is gone', async () => {
    await withSpan({ name: 'reader' }, () => leaveEarly());
    await rig.untilCollected('streamText');
  });

  async function leaveEarly(): Promise<void> {
    const { textStream } = streamText({ model: chat(), prompt: 'a b c' });
    for await (const part of textStream) if (part !== '') break;
  }
});
