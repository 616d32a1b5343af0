import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { answerChat, instructionOf, type ChatRequest } from './answer-chat.ts';
import { listenForEither, tear } from './either-http.ts';
import { failAsAsked } from './faults.ts';
import { readRequest, type Protocol } from './protocols.ts';
import { RequestLog } from './request-log.ts';

export interface FakeLlm {
  /** Base URL for an OpenAI client, ending in `/v1`. */
  readonly url: string;
  /** Every chat request received, oldest first. */
  readonly requests: readonly ChatRequest[];
  /** Those whose messages hold this text: such as all that was asked about one trace, by a word of its content. */
  requestsWith(text: string): readonly ChatRequest[];
  stop(): Promise<void>;
}

export interface FakeLlmOptions {
  readonly port?: number;
  /** How long it thinks. */
  readonly latencyMs?: number;
  /** False: `requests` stays empty, for load that would fill the memory. */
  readonly keepsRequests?: boolean;
}

/** What a running fake remembers: what was asked, and how often by the ids of faults that pass. */
interface Memory {
  readonly log: RequestLog;
  readonly calls: Map<string, number>;
  readonly latencyMs: number;
  readonly torn: ServerResponse[];
}

const EMBEDDING = [0.25, -0.5, 0.125];
/** Asking for it, or for a name that ends so, is answered with an error that no client repeats. */
const MISSING_MODEL = 'missing-model';
/** A stream that goes quiet before its end, until its reader goes. */
const STALLED = 'stalled-stream';
/** A stream that goes as quiet, and breaks when `GET /tear` is asked for: by then its reader has read. */
const TORN = 'torn-stream';
const CUT_EVENTS = 2;

/**
 * A model provider without a model: a real HTTP server on loopback that speaks OpenAI's chat completions, responses
 * and embeddings, Anthropic's messages, Gemini's generateContent and Bedrock's Converse and InvokeModel, all but embeddings also streamed. Its answers depend on the
 * request alone. How it fails (faults.ts) and what it answers as a judge (judge-verdicts.ts, answer-chat.ts) is told by the end of the
 * model's name, or by a mark in the conversation, which wins: `[[fake: always-no]]`. `GET /requests?with=<text>` answers what was asked.
 * Source: platform.openai.com/docs/api-reference/chat.
 */
export async function startFakeLlm(options: FakeLlmOptions = {}): Promise<FakeLlm> {
  const log = new RequestLog(options.keepsRequests ?? true);
  const memory: Memory = { log, calls: new Map(), latencyMs: options.latencyMs ?? 0, torn: [] };
  const { port, stop } = await listenForEither((request, response) => {
    handle(request, response, memory).catch((error: unknown) => {
      sendJson(response, 500, { error: { message: String(error), type: 'server_error' } });
    });
  }, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests: log.requests,
    requestsWith: (text) => log.with(text),
    stop,
  };
}

async function handle(request: IncomingMessage, response: ServerResponse, memory: Memory): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const body = await readBody(request);
  const asked = readRequest(path, body);
  if (asked) return answerIn(asked.protocol, response, { chat: asked.chat, memory });
  if (path.endsWith('/embeddings')) return sendJson(response, 200, embeddings(JSON.parse(body)));
  if (path.endsWith(':batchEmbedContents'))
    return sendJson(response, 200, geminiEmbeddings(JSON.parse(body)));
  if (path.endsWith('/invoke'))
    return sendJson(response, 200, { embedding: EMBEDDING, inputTextTokenCount: 1 });
  if (path.endsWith('/models')) return sendJson(response, 200, { object: 'list', data: [] });
  if (path.endsWith('/tear')) {
    for (const torn of memory.torn.splice(0)) tear(torn);
    return sendJson(response, 200, {});
  }
  if (path.endsWith('/requests')) {
    return sendJson(response, 200, { requests: memory.log.with(searchParams.get('with') ?? '') });
  }
  sendJson(response, 404, { error: { message: `no route ${path}`, type: 'invalid_request_error' } });
}

async function answerIn(
  protocol: Protocol,
  response: ServerResponse,
  { chat, memory }: { readonly chat: ChatRequest; readonly memory: Memory },
): Promise<void> {
  memory.log.add(chat);
  if (memory.latencyMs > 0) await setTimeout(memory.latencyMs);
  if (failAsAsked(instructionOf(chat), memory.calls, response)) return;
  if (chat.model.endsWith(MISSING_MODEL)) return sendMissing(response, chat.model);
  const answer = answerChat(chat, memory.calls);
  if (!chat.stream) return sendJson(response, 200, protocol.write(answer));
  const { contentType, frame } = protocol.framing;
  response.writeHead(200, { 'content-type': contentType });
  const instruction = instructionOf(chat);
  const events = protocol.stream(answer, chat);
  const isCut = [STALLED, TORN].some((ending) => instruction.endsWith(ending));
  for (const event of isCut ? events.slice(0, -CUT_EVENTS) : events) response.write(frame(event));
  if (instruction.endsWith(TORN)) memory.torn.push(response);
  if (!isCut) response.end();
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

/** Source: ai.google.dev/api/embeddings. */
function geminiEmbeddings({ requests }: { requests: readonly unknown[] }): unknown {
  return { embeddings: requests.map(() => ({ values: EMBEDDING })) };
}
