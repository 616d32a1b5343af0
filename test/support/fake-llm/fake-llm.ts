import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerChat, type ChatAnswer, type ChatRequest } from './answer-chat.ts';
import { failAsAsked } from './faults.ts';
import { fromAnthropic, fromGemini, fromResponses } from './read-request.ts';
import {
  toAnthropic,
  toAnthropicStream,
  toGemini,
  toResponses,
  toResponsesStream,
  type StreamEvent,
} from './write-answer.ts';

export interface FakeLlm {
  /** Base URL for an OpenAI client, ending in `/v1`. */
  readonly url: string;
  /** Every chat request received, oldest first. */
  readonly requests: readonly ChatRequest[];
  stop(): Promise<void>;
}

const EMBEDDING = [0.25, -0.5, 0.125];
/** Asking for it, or for a name that ends so, is answered with an error that no client repeats. */
const MISSING_MODEL = 'missing-model';

/**
 * A model provider without a model: a real HTTP server on loopback that speaks OpenAI's chat completions, responses
 * and embeddings, Anthropic's messages and Gemini's generateContent, all but embeddings also streamed. Its answers depend on the request alone; some names of models make it fail, see faults.ts. Source: platform.openai.com/docs/api-reference/chat.
 */
export async function startFakeLlm(options: { port?: number } = {}): Promise<FakeLlm> {
  const requests: ChatRequest[] = [];
  const calls = new Map<string, number>();
  const server = createServer((request, response) => {
    handle(request, response, { requests, calls }).catch((error: unknown) => {
      sendJson(response, 500, { error: { message: String(error), type: 'server_error' } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { requests, calls }: { readonly requests: ChatRequest[]; readonly calls: Map<string, number> },
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://fake').pathname;
  const body = await readBody(request);
  if (path.endsWith('/chat/completions')) {
    const chat = JSON.parse(body) as ChatRequest;
    requests.push(chat);
    if (failAsAsked(chat.model, calls, response)) return;
    if (chat.model.endsWith(MISSING_MODEL)) return sendMissing(response, chat.model);
    const answer = answerChat(chat);
    return chat.stream ? streamAnswer(response, chat, answer) : sendJson(response, 200, completion(answer));
  }
  const protocol = protocolOf(path);
  if (protocol) {
    const chat = protocol.read(body, path);
    requests.push(chat);
    if (failAsAsked(chat.model, calls, response)) return;
    return answerIn(protocol, response, chat);
  }
  if (path.endsWith('/embeddings')) return sendJson(response, 200, embeddings(JSON.parse(body)));
  if (path.endsWith('/models')) return sendJson(response, 200, { object: 'list', data: [] });
  sendJson(response, 404, { error: { message: `no route ${path}`, type: 'invalid_request_error' } });
}

/** How one provider's requests and answers are spelt. */
interface Protocol {
  readonly path: RegExp;
  read(body: string, path: string): ChatRequest;
  write(answer: ChatAnswer): object;
  stream(answer: ChatAnswer): readonly StreamEvent[];
}

const GEMINI_PATH = /\/models\/([^/:]+):(generateContent|streamGenerateContent)$/;

const PROTOCOLS: readonly Protocol[] = [
  {
    path: /\/messages$/,
    read: (body) => fromAnthropic(JSON.parse(body)),
    write: toAnthropic,
    stream: toAnthropicStream,
  },
  {
    path: /\/responses$/,
    read: (body) => fromResponses(JSON.parse(body)),
    write: toResponses,
    stream: toResponsesStream,
  },
  {
    path: GEMINI_PATH,
    read: (body, path) => {
      const [, model = '', method] = GEMINI_PATH.exec(path) ?? [];
      return { ...fromGemini(JSON.parse(body), model), stream: method === 'streamGenerateContent' };
    },
    write: toGemini,
    stream: (answer) => [{ data: toGemini(answer) }],
  },
];

function protocolOf(path: string): Protocol | undefined {
  return PROTOCOLS.find((protocol) => protocol.path.test(path));
}

function answerIn(protocol: Protocol, response: ServerResponse, chat: ChatRequest): void {
  if (chat.model.endsWith(MISSING_MODEL)) return sendMissing(response, chat.model);
  const answer = answerChat(chat);
  if (!chat.stream) return sendJson(response, 200, protocol.write(answer));
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const { name, data } of protocol.stream(answer))
    response.write(`${name === undefined ? '' : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`);
  response.end();
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_fake' });
  response.end(text);
}

function sendMissing(response: ServerResponse, model: string): void {
  const message = `The model \`${model}\` does not exist or you do not have access to it.`;
  const error = { message, type: 'invalid_request_error', param: null, code: 'model_not_found' };
  sendJson(response, 404, { error });
}

function completion(answer: ChatAnswer): unknown {
  const { content, toolCalls, finishReason } = answer;
  const message = {
    role: 'assistant',
    content,
    refusal: null,
    ...(toolCalls.length > 0 && { tool_calls: toolCalls }),
  };
  return {
    ...envelope(answer, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason }],
    usage: answer.usage,
  };
}

function envelope(answer: ChatAnswer, object: string): Record<string, unknown> {
  return {
    id: 'chatcmpl-fake',
    object,
    created: 1_760_000_000,
    model: answer.model,
    system_fingerprint: 'fp_fake',
  };
}

function streamAnswer(response: ServerResponse, request: ChatRequest, answer: ChatAnswer): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: unknown[], usage: unknown): void => {
    const chunk = { ...envelope(answer, 'chat.completion.chunk'), choices, usage };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  const sendDelta = (delta: unknown, finishReason: string | null): void =>
    send([{ index: 0, delta, logprobs: null, finish_reason: finishReason }], null);
  sendDelta({ role: 'assistant', content: answer.content === null ? null : '' }, null);
  for (const word of answer.content?.match(/\S+\s*/g) ?? []) sendDelta({ content: word }, null);
  for (const [index, call] of answer.toolCalls.entries())
    sendDelta({ tool_calls: [{ index, ...call }] }, null);
  sendDelta({}, answer.finishReason);
  if (request.stream_options?.include_usage) send([], answer.usage);
  response.end('data: [DONE]\n\n');
}

function embeddings(request: {
  input: string | readonly unknown[];
  model: string;
  encoding_format?: string;
}): unknown {
  const inputs = typeof request.input === 'string' ? [request.input] : request.input;
  const embedding =
    request.encoding_format === 'base64'
      ? Buffer.from(new Float32Array(EMBEDDING).buffer).toString('base64')
      : EMBEDDING;
  return {
    object: 'list',
    data: inputs.map((_, index) => ({ object: 'embedding', index, embedding })),
    model: request.model,
    usage: { prompt_tokens: 5 * inputs.length, total_tokens: 5 * inputs.length },
  };
}
