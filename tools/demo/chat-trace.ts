import type { OtlpSpan } from '@millrace/domain';
import { RATE_LIMIT, SEARCH_TIMEOUT, type Failure } from './content/failures.ts';
import { PROMPT_NAME, PROMPTS } from './content/prompts.ts';
import { TOPICS, type Topic } from './content/topics.ts';
import type { Random } from './random.ts';
import { TraceBuilder } from './trace-builder.ts';

export interface ChatTurn {
  readonly kind: 'chat';
  readonly traceId: string;
  readonly startMs: number;
  readonly topic: Topic;
  readonly promptVersion: 1 | 2;
  readonly userId: string;
  readonly sessionId: string;
  /** Earlier turns of the session. */
  readonly history: readonly ChatTurn[];
  readonly channel: string;
  readonly outcome: 'answered' | 'answered after a retry' | 'rate limited' | 'search timed out';
  /** Whether the answer is wrong. */
  readonly isMistaken: boolean;
}

const RETRIEVED = 4;
const KEPT = 2;
const CHARACTERS_A_TOKEN = 4;

/** Question, search, rerank, answer of a model: as MLflow's SDK writes it. */
export function chatTrace(turn: ChatTurn, random: Random, loggedModelId: string): readonly OtlpSpan[] {
  const trace = new TraceBuilder(turn.traceId, turn.startMs, random, {
    resource: new Map([
      ['service.name', 'shop-assistant'],
      ['deployment.environment.name', 'production'],
    ]),
    scopeName: 'shop_assistant',
    scopeVersion: '1.4.0',
  });
  const failure = failureOf(turn);
  const attributes = {
    ...mlflowSpan('CHAIN', { question: turn.topic.question }),
    'mlflow.trace.session': JSON.stringify(turn.sessionId),
    'mlflow.trace.user': JSON.stringify(turn.userId),
    'mlflow.modelId': JSON.stringify(loggedModelId),
    'mlflow.traceTag.channel': JSON.stringify(turn.channel),
  };
  trace.span({ name: 'answer_customer', attributes, failure, kind: 2 }, () => {
    trace.pass(random.between(1, 4));
    search(trace, turn, random);
    if (turn.outcome === 'search timed out') return undefined;
    rerank(trace, turn, random);
    if (turn.outcome !== 'answered') {
      complete(trace, turn, random, RATE_LIMIT);
      trace.pass(random.around(1200, 0.1));
    }
    if (turn.outcome === 'rate limited') {
      complete(trace, turn, random, RATE_LIMIT);
      return undefined;
    }
    complete(trace, turn, random);
    trace.pass(random.between(1, 3));
    return {
      'mlflow.spanOutputs': JSON.stringify({ answer: answerTo(turn), sources: [turn.topic.article] }),
    };
  });
  return trace.spans;
}

function failureOf({ outcome }: ChatTurn): Failure | undefined {
  if (outcome === 'search timed out') return SEARCH_TIMEOUT;
  return outcome === 'rate limited' ? RATE_LIMIT : undefined;
}

function search(trace: TraceBuilder, turn: ChatTurn, random: Random): void {
  const { question } = turn.topic;
  const embedding = {
    ...mlflowSpan('EMBEDDING', { input: question, model: 'text-embedding-3-small' }),
    'mlflow.llm.model': JSON.stringify('text-embedding-3-small'),
    'mlflow.llm.provider': JSON.stringify('openai'),
  };
  const hasFailed = turn.outcome === 'search timed out';
  trace.span(
    {
      name: 'search_articles',
      attributes: mlflowSpan('RETRIEVER', { query: question, top_k: RETRIEVED }),
      failure: hasFailed ? SEARCH_TIMEOUT : undefined,
    },
    () => {
      trace.span({ name: 'embed_question', attributes: embedding, kind: 3 }, () => {
        trace.pass(random.around(60));
        const input = tokensOf(question);
        return { 'mlflow.chat.tokenUsage': usage(input, 0), 'mlflow.spanOutputs': '{"dimensions":1536}' };
      });
      trace.pass(hasFailed ? 10_000 : random.around(45));
      return hasFailed ? undefined : { 'mlflow.spanOutputs': JSON.stringify(documentsFor(turn, random)) };
    },
  );
}

function rerank(trace: TraceBuilder, turn: ChatTurn, random: Random): void {
  const inputs = { query: turn.topic.question, top_n: KEPT };
  trace.span({ name: 'rerank', attributes: mlflowSpan('RERANKER', inputs) }, () => {
    trace.pass(random.around(80));
    return { 'mlflow.spanOutputs': JSON.stringify(documentsFor(turn, random).slice(0, KEPT)) };
  });
}

function complete(trace: TraceBuilder, turn: ChatTurn, random: Random, failure?: Failure): void {
  const prompt = PROMPTS[turn.promptVersion];
  const messages = messagesOf(turn);
  const attributes = {
    ...mlflowSpan('CHAT_MODEL', {
      model: prompt.model,
      messages,
      temperature: prompt.temperature,
      stream: true,
    }),
    'mlflow.message.format': JSON.stringify('openai'),
    'mlflow.llm.model': JSON.stringify(prompt.model),
    'mlflow.llm.provider': JSON.stringify('openai'),
    'mlflow.linkedPrompts': JSON.stringify([{ name: PROMPT_NAME, version: String(turn.promptVersion) }]),
  };
  trace.span({ name: 'chat.completions', attributes, failure, kind: 3 }, () => {
    if (failure !== undefined) {
      trace.pass(random.around(180));
      return undefined;
    }
    const firstTokenMs = random.around(turn.promptVersion === 1 ? 620 : 340);
    const output = tokensOf(answerTo(turn));
    trace.pass(firstTokenMs + output * random.around(turn.promptVersion === 1 ? 14 : 9, 0.2));
    const input = messages.reduce((sum, { content }) => sum + tokensOf(content) + CHARACTERS_A_TOKEN, 0);
    const message = { role: 'assistant', content: answerTo(turn) };
    return {
      'gen_ai.response.time_to_first_chunk': firstTokenMs / 1000,
      'mlflow.chat.tokenUsage': usage(input, output),
      'mlflow.spanOutputs': JSON.stringify({
        object: 'chat.completion',
        model: prompt.model,
        choices: [{ index: 0, message, finish_reason: 'stop' }],
      }),
    };
  });
}

function messagesOf(turn: ChatTurn): readonly { readonly role: string; readonly content: string }[] {
  const articles = [turn.topic, neighbourOf(turn.topic)].map(
    ({ article, passage }) => `[${article}] ${passage}`,
  );
  const system = PROMPTS[turn.promptVersion].template
    .replace('{{articles}}', articles.join('\n'))
    .replace('\n\nQuestion: {{question}}', '');
  return [
    { role: 'system', content: system },
    ...turn.history.flatMap((earlier) => [
      { role: 'user', content: earlier.topic.question },
      { role: 'assistant', content: answerTo(earlier) },
    ]),
    { role: 'user', content: turn.topic.question },
  ];
}

/** What the assistant says: the first prompt makes it talk, the second name its source. */
export function answerTo({ topic, promptVersion, isMistaken }: ChatTurn): string {
  const said = isMistaken ? topic.mistake : topic.answer;
  if (promptVersion === 2) return `${said} [${topic.article}]`;
  return `Thank you so much for reaching out to Trailshop, and what a great question! I am more than happy to help you with that today. ${said} Please keep in mind that conditions may vary, and that our friendly team is always there for you if anything is left open. Is there anything else I can do for you? We wish you a wonderful time outdoors and thank you for being our customer!`;
}

function documentsFor({ topic }: ChatTurn, random: Random): readonly object[] {
  const at = TOPICS.indexOf(topic);
  return Array.from({ length: RETRIEVED }, (_, rank) => {
    const { article, passage } = TOPICS[(at + rank) % TOPICS.length] ?? topic;
    const score = Number((0.91 - rank * 0.11 - random.next() * 0.05).toFixed(3));
    return {
      page_content: passage,
      metadata: { doc_uri: `https://trailshop.example/help/${article}`, score },
      id: article,
    };
  });
}

function neighbourOf(topic: Topic): Topic {
  return TOPICS[(TOPICS.indexOf(topic) + 1) % TOPICS.length] ?? topic;
}

/** MLflow's SDK writes every attribute as JSON. */
function mlflowSpan(type: string, inputs: object): Readonly<Record<string, string>> {
  return { 'mlflow.spanType': JSON.stringify(type), 'mlflow.spanInputs': JSON.stringify(inputs) };
}

function usage(input: number, output: number): string {
  return JSON.stringify({ input_tokens: input, output_tokens: output, total_tokens: input + output });
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}
