import type { ChatAnswer, ChatRequest } from './answer-chat.ts';
import { fromConverse, toConverse, toConverseStream, toInvokedStream } from './bedrock.ts';
import { toEventStream } from './event-stream.ts';
import { fromAnthropic, fromGemini, fromResponses } from './read-request.ts';
import { toCompletion, toCompletionStream } from './write-completion.ts';
import {
  toAnthropic,
  toAnthropicStream,
  toGemini,
  toGeminiStream,
  toResponses,
  toResponsesStream,
  type StreamEvent,
} from './write-answer.ts';

/** How one provider's requests and answers are spelt. */
export interface Protocol {
  readonly path: RegExp;
  /** `match` is the path's, which may name the model. */
  read(body: string, match: readonly string[]): ChatRequest;
  write(answer: ChatAnswer): object;
  stream(answer: ChatAnswer, request: ChatRequest): readonly StreamEvent[];
  readonly framing: Framing;
}

/** How the events of a stream become bytes. */
interface Framing {
  readonly contentType: string;
  frame(event: StreamEvent): string | Uint8Array;
}

const SERVER_SENT_EVENTS: Framing = {
  contentType: 'text/event-stream',
  frame: ({ name, data }) => {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    return `${name === undefined ? '' : `event: ${name}\n`}data: ${text}\n\n`;
  },
};
const AWS_EVENT_STREAM: Framing = {
  contentType: 'application/vnd.amazon.eventstream',
  frame: toEventStream,
};

const PROTOCOLS: readonly Protocol[] = [
  {
    path: /\/chat\/completions$/,
    read: (body) => JSON.parse(body) as ChatRequest,
    write: toCompletion,
    stream: toCompletionStream,
    framing: SERVER_SENT_EVENTS,
  },
  {
    path: /\/messages$/,
    read: (body) => fromAnthropic(JSON.parse(body)),
    write: toAnthropic,
    stream: toAnthropicStream,
    framing: SERVER_SENT_EVENTS,
  },
  {
    path: /\/responses$/,
    read: (body) => fromResponses(JSON.parse(body)),
    write: toResponses,
    stream: toResponsesStream,
    framing: SERVER_SENT_EVENTS,
  },
  {
    path: /\/models\/([^/:]+):(generateContent|streamGenerateContent)$/,
    read: (body, [, model = '', method]) => ({
      ...fromGemini(JSON.parse(body), model),
      stream: method === 'streamGenerateContent',
    }),
    write: toGemini,
    stream: toGeminiStream,
    framing: SERVER_SENT_EVENTS,
  },
  {
    path: /\/model\/([^/]+)\/(converse|converse-stream)$/,
    read: (body, [, model = '', method]) => ({
      ...fromConverse(JSON.parse(body), decodeURIComponent(model)),
      stream: method === 'converse-stream',
    }),
    write: toConverse,
    stream: toConverseStream,
    framing: AWS_EVENT_STREAM,
  },
  {
    // Each maker's own request and answer; of Anthropic's models here.
    path: /\/model\/([^/]*anthropic[^/]*)\/(invoke|invoke-with-response-stream)$/,
    read: (body, [, model = '', method]) => ({
      ...fromAnthropic({ ...JSON.parse(body), model: decodeURIComponent(model) }),
      stream: method === 'invoke-with-response-stream',
    }),
    write: toAnthropic,
    stream: toInvokedStream,
    framing: AWS_EVENT_STREAM,
  },
];

/** Who speaks on this path, and the chat that the request asks for. */
export function readRequest(
  path: string,
  body: string,
): { readonly protocol: Protocol; readonly chat: ChatRequest } | undefined {
  for (const protocol of PROTOCOLS) {
    const match = protocol.path.exec(path);
    if (match) return { protocol, chat: protocol.read(body, match) };
  }
  return undefined;
}
