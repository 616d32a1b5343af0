import OpenAI from 'openai';
import { describe, expect, it } from 'vitest';
import { FrameworkRig } from '../../../../test/support/tracing/framework-contract.ts';
import { autologOpenAI } from '../index.ts';
import { ModelCall, type ModelCallKind } from './model-call.ts';

const OUTER: ModelCallKind<{ model: string }, object, never> = {
  operation: 'chat',
  type: 'CHAT_MODEL',
  provider: 'gateway',
  messageFormat: 'openai',
  modelOf: ({ model }) => model,
  readAnswer: (outputs) => ({ outputs }),
};

describe('a call to a model', () => {
  const rig = new FrameworkRig(() => autologOpenAI(OpenAI));

  it('is told once where one client asks by another, and so is what comes after it', async () => {
    const client = new OpenAI({ apiKey: 'key', baseURL: rig.llmUrl });
    const ask = () =>
      client.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: 'x' }] });
    const call = ModelCall.start(OUTER, { model: 'fast' });
    call.succeed(await call.run(ask));
    await ask();
    const { all } = await rig.received();
    expect(all.map(({ name }) => name)).toEqual(['chat fast', 'chat gpt-4o-mini']);
  });
});
