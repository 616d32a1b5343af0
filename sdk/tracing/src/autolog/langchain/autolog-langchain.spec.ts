import { CallbackManager } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { BaseRetriever } from '@langchain/core/retrievers';
import { RunnableLambda } from '@langchain/core/runnables';
import { tool } from '@langchain/core/tools';
import { interrupt, MemorySaver, MessagesAnnotation, StateGraph } from '@langchain/langgraph';
import { createReactAgent } from '@langchain/langgraph/prebuilt';
import { ChatOpenAI } from '@langchain/openai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  describeFramework,
  FrameworkRig,
  jsonOf,
  type AgentRun,
} from '../../../../../test/support/tracing/framework-contract.ts';
import { withSpan } from '../../index.ts';
import { autologLangChain } from './autolog-langchain.ts';

const autolog = (): (() => void) => autologLangChain(CallbackManager);
const chatModel = (baseURL: string, model = 'gpt-4o-mini'): ChatOpenAI =>
  new ChatOpenAI({ model, apiKey: 'key', maxRetries: 0, configuration: { baseURL } });

describeFramework('autologLangChain', {
  autolog,
  rootType: 'CHAIN',
  run: async ({ question, model, forecast, isStreamed }: AgentRun, llmUrl) => {
    const weather = tool(forecast, { name: 'forecast', schema: z.object({ city: z.string() }) });
    const agent = createReactAgent({ llm: chatModel(llmUrl, model), tools: [weather] });
    const inputs = { messages: [{ role: 'user', content: question }] };
    // Not the last one: all answers of the fake provider have one id, by which LangGraph replaces the first of them.
    if (!isStreamed)
      return (
        (await agent.invoke(inputs)).messages.findLast((message) => message.getType() === 'ai')?.text ?? ''
      );
    let text = '';
    for await (const [chunk] of await agent.stream(inputs, { streamMode: 'messages' }))
      if (chunk.getType() === 'ai') text += chunk.text;
    return text;
  },
});

describe('autologLangChain', () => {
  const rig = new FrameworkRig(autolog);

  it('tells a chain as it is put together', async () => {
    const prompt = ChatPromptTemplate.fromMessages([
      ['system', 'Be brief.'],
      ['user', '{question}'],
    ]);
    const chain = prompt.pipe(chatModel(rig.llmUrl)).pipe(new StringOutputParser());
    expect(await chain.invoke({ question: 'Which way?' })).toBe('You said: Which way?');
    const spans = await rig.received();
    expect(spans.all.map(({ name, attributes }) => [name, attributes.get('mlflow.spanType')])).toEqual([
      ['RunnableSequence', 'CHAIN'],
      ['ChatPromptTemplate', 'CHAIN'],
      ['ChatOpenAI', 'CHAT_MODEL'],
      ['StrOutputParser', 'PARSER'],
    ]);
    const call = spans.named('ChatOpenAI');
    expect(call.attributes.get('mlflow.llm.provider')).toBe('openai');
    expect(jsonOf(call, 'mlflow.spanInputs')).toEqual({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Which way?' },
      ],
    });
    expect(jsonOf(call, 'mlflow.spanOutputs')).toEqual({
      choices: [{ message: { role: 'assistant', content: 'You said: Which way?' }, finish_reason: 'stop' }],
    });
    expect(jsonOf(spans.root, 'mlflow.spanOutputs')).toBe('You said: Which way?');
  });

  it('tells documents of a retriever, and a function below its run', async () => {
    class Library extends BaseRetriever {
      lc_namespace = ['millrace'];
      override _getRelevantDocuments(): Promise<Document[]> {
        return Promise.resolve([
          new Document({ pageContent: 'The wheel turns left.', metadata: { page: 3 } }),
        ]);
      }
    }
    const rank = RunnableLambda.from((documents: Document[]) =>
      withSpan({ name: 'inside' }, () => documents.length),
    ).withConfig({ runName: 'rank' });
    expect(await new Library().pipe(rank).invoke('Which way?')).toBe(1);
    const spans = await rig.received();
    expect(jsonOf(spans.ofType('RETRIEVER')[0], 'mlflow.spanOutputs')).toEqual([
      { page_content: 'The wheel turns left.', metadata: { page: 3 } },
    ]);
    expect(spans.pathTo(spans.named('inside'))).toEqual(['RunnableSequence', 'rank', 'inside']);
  });

  it('tells the thread of a graph as session, and an interruption as none of its failures', async () => {
    const ask = (): object => ({ messages: [{ role: 'assistant', content: String(interrupt('Sure?')) }] });
    const graph = new StateGraph(MessagesAnnotation)
      .addNode('ask', ask)
      .addEdge('__start__', 'ask')
      .compile({ checkpointer: new MemorySaver() });
    await graph.invoke({ messages: [] }, { configurable: { thread_id: 't-7' } });
    const { root, all } = await rig.received();
    expect(root.attributes.get('mlflow.trace.session')).toBe('t-7');
    expect(all.map(({ statusCode }) => statusCode)).not.toContain(2);
  });

  it('tells the time to the first word of a stream', async () => {
    for await (const chunk of await chatModel(rig.llmUrl).stream('a b c')) expect(chunk.getType()).toBe('ai');
    const { root } = await rig.received();
    expect(root.attributes.get('gen_ai.response.time_to_first_chunk')).toBeGreaterThan(0);
  });

  it('ends the spans of a stream that its reader left, once it is gone', async () => {
    await leaveEarly();
    await rig.untilCollected('ChatOpenAI');
  });

  async function leaveEarly(): Promise<void> {
    for await (const chunk of await chatModel(rig.llmUrl).stream('a b c')) if (chunk.text !== '') break;
  }
});
