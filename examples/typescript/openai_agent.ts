// npm install @millrace/tracing openai, then: node openai_agent.ts   (Node 24)
import { autologOpenAI, flush, init, SpanType, trace, updateCurrentTrace } from '@millrace/tracing';
import OpenAI from 'openai';

init({ experiment: 'weather' }); // MILLRACE_URL says where, http://localhost:5000 unless set
autologOpenAI(OpenAI);

const client = new OpenAI();
const model = 'gpt-4o-mini';
const tools: OpenAI.ChatCompletionTool[] = [
  {
    type: 'function',
    function: {
      name: 'forecast',
      description: 'Tells the weather of tomorrow.',
      parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
  },
];

const forecast = trace((given: { city: string }) => `It rains in ${given.city}.`, {
  name: 'forecast',
  type: SpanType.TOOL,
});

const answer = trace(
  async function* answer(question: string) {
    updateCurrentTrace({ session: 'umbrellas', user: 'ada', tags: { channel: 'example' } });
    const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: question }];
    const first = await client.chat.completions.create({ model, messages, tools });
    const said = first.choices[0]!.message;
    messages.push(said);
    for (const call of said.tool_calls ?? []) {
      if (call.type !== 'function') continue;
      const content = forecast(JSON.parse(call.function.arguments) as { city: string });
      messages.push({ role: 'tool', tool_call_id: call.id, content });
    }
    const stream = await client.chat.completions.create({
      model,
      messages,
      stream: true,
      stream_options: { include_usage: true },
    });
    for await (const { choices } of stream) yield choices[0]?.delta.content ?? '';
  },
  { type: SpanType.AGENT, outputs: (words) => words.join('') },
);

for await (const word of answer('Do I need an umbrella in Oslo?')) process.stdout.write(word);
process.stdout.write('\n');
await flush();
