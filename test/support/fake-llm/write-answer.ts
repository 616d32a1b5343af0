import type { ChatAnswer } from './answer-chat.ts';

/** One event of a stream: its name, where the protocol has one, and its data. */
export interface StreamEvent {
  readonly name?: string;
  readonly data: unknown;
}

const ANTHROPIC_STOP = { stop: 'end_turn', tool_calls: 'tool_use', length: 'max_tokens' } as const;

/** Answer of Anthropic's messages API, which counts cached tokens apart. Source: docs.anthropic.com/en/api/messages. */
export function toAnthropic(answer: ChatAnswer): object {
  return {
    id: 'msg_fake',
    type: 'message',
    role: 'assistant',
    model: answer.model,
    content: anthropicBlocks(answer),
    stop_reason: ANTHROPIC_STOP[answer.finishReason],
    stop_sequence: null,
    usage: anthropicUsage(answer),
  };
}

function anthropicBlocks({ content, toolCalls }: ChatAnswer): { type: string; text?: string }[] {
  return [
    ...(content === null ? [] : [{ type: 'text', text: content }]),
    ...toolCalls.map(({ id, function: { name, arguments: input } }) => ({
      type: 'tool_use',
      id,
      name,
      input: JSON.parse(input) as object,
    })),
  ];
}

function anthropicUsage({ usage }: ChatAnswer): object {
  const cached = usage.prompt_tokens_details.cached_tokens;
  return {
    input_tokens: usage.prompt_tokens - cached,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: 0,
    output_tokens: usage.completion_tokens,
  };
}

/** The same as a stream. Source: docs.anthropic.com/en/api/messages-streaming. */
export function toAnthropicStream(answer: ChatAnswer): StreamEvent[] {
  const whole = toAnthropic(answer);
  const event = (type: string, fields: object): StreamEvent => ({ name: type, data: { type, ...fields } });
  const blocks = anthropicBlocks(answer).flatMap((block, index) => {
    const isText = block.type === 'text';
    const [start, deltas] = isText
      ? [{ type: 'text', text: '' }, wordsOf(block.text).map((text) => ({ type: 'text_delta', text }))]
      : [
          { ...block, input: {} },
          [{ type: 'input_json_delta', partial_json: JSON.stringify(Reflect.get(block, 'input')) }],
        ];
    return [
      event('content_block_start', { index, content_block: start }),
      ...deltas.map((delta) => event('content_block_delta', { index, delta })),
      event('content_block_stop', { index }),
    ];
  });
  const { stop_reason } = whole as { stop_reason: string };
  return [
    event('message_start', { message: { ...whole, content: [], stop_reason: null } }),
    ...blocks,
    event('message_delta', {
      delta: { stop_reason, stop_sequence: null },
      usage: { output_tokens: answer.usage.completion_tokens },
    }),
    event('message_stop', {}),
  ];
}

/** Answer of Gemini's generateContent, which counts thoughts apart. Source: ai.google.dev/api/generate-content. */
export function toGemini({ content, toolCalls, model, usage, finishReason }: ChatAnswer): object {
  const finish = finishReason === 'length' ? 'MAX_TOKENS' : 'STOP';
  const thoughts = usage.completion_tokens_details.reasoning_tokens;
  const cached = usage.prompt_tokens_details.cached_tokens;
  const parts = [
    ...(content === null ? [] : [{ text: content }]),
    ...toolCalls.map(({ function: { name, arguments: args } }) => ({
      functionCall: { name, args: JSON.parse(args) as object },
    })),
  ];
  return {
    candidates: [{ content: { role: 'model', parts }, finishReason: finish, index: 0 }],
    usageMetadata: {
      promptTokenCount: usage.prompt_tokens,
      ...(cached > 0 && { cachedContentTokenCount: cached }),
      candidatesTokenCount: usage.completion_tokens - thoughts,
      ...(thoughts > 0 && { thoughtsTokenCount: thoughts }),
      totalTokenCount: usage.total_tokens,
    },
    modelVersion: model,
    responseId: 'gemini-fake',
  };
}

/** The same as a stream: the words one by one, how it ended and what it took with the last. */
export function toGeminiStream(answer: ChatAnswer): StreamEvent[] {
  const whole = toGemini(answer) as { candidates: readonly [{ content: { parts: readonly object[] } }] };
  const [candidate] = whole.candidates;
  const { modelVersion, responseId } = whole as { modelVersion?: string; responseId?: string };
  const words = wordsOf(answer.content ?? '').map((text) => ({ text }));
  const parts = [...words, ...candidate.content.parts.filter((part) => !('text' in part))];
  return parts.map((part, index) => {
    const content = { role: 'model', parts: [part] };
    return index === parts.length - 1
      ? { data: { ...whole, candidates: [{ ...candidate, content }] } }
      : { data: { candidates: [{ content, index: 0 }], modelVersion, responseId } };
  });
}

export function wordsOf(text: string | undefined): readonly string[] {
  return text?.match(/\S+\s*/g) ?? [];
}

/** Answer of OpenAI's responses API. Source: platform.openai.com/docs/api-reference/responses. */
export function toResponses(answer: ChatAnswer): object {
  const { content, toolCalls, usage } = answer;
  const isCut = answer.finishReason === 'length';
  return {
    id: 'resp_fake',
    object: 'response',
    created_at: 1_760_000_000,
    status: isCut ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: isCut ? { reason: 'max_output_tokens' } : null,
    model: answer.model,
    output: [
      ...(content === null
        ? []
        : [
            {
              type: 'message',
              id: 'msg_fake',
              status: 'completed',
              role: 'assistant',
              content: [{ type: 'output_text', text: content, annotations: [] }],
            },
          ]),
      ...toolCalls.map(({ id, function: call }) => ({
        type: 'function_call',
        id: `fc_${id}`,
        call_id: id,
        status: 'completed',
        ...call,
      })),
    ],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    usage: {
      input_tokens: usage.prompt_tokens,
      input_tokens_details: { cached_tokens: usage.prompt_tokens_details.cached_tokens },
      output_tokens: usage.completion_tokens,
      output_tokens_details: { reasoning_tokens: usage.completion_tokens_details.reasoning_tokens },
      total_tokens: usage.total_tokens,
    },
  };
}

/** The same as a stream of the least events that clients need. */
export function toResponsesStream(answer: ChatAnswer): StreamEvent[] {
  const whole = toResponses(answer) as { output: readonly { id: string; type: string }[] };
  const event = (type: string, fields: object) => ({ type, ...fields });
  const deltas = whole.output.flatMap((item, output_index) => {
    const part = { type: 'output_text', text: '', annotations: [] };
    const place = { item_id: item.id, output_index, content_index: 0 };
    const text = answer.content ?? '';
    const inner =
      item.type === 'message'
        ? [
            event('response.content_part.added', { ...place, part }),
            event('response.output_text.delta', { ...place, delta: text, logprobs: [] }),
            event('response.output_text.done', { ...place, text, logprobs: [] }),
            event('response.content_part.done', { ...place, part: { ...part, text } }),
          ]
        : [];
    const empty = item.type === 'message' ? { ...item, content: [], status: 'in_progress' } : item;
    return [
      event('response.output_item.added', { output_index, item: empty }),
      ...inner,
      event('response.output_item.done', { output_index, item }),
    ];
  });
  return [
    event('response.created', { response: { ...whole, status: 'in_progress', output: [], usage: null } }),
    ...deltas,
    event('response.completed', { response: whole }),
  ].map((data, sequence_number) => ({ name: data.type, data: { sequence_number, ...data } }));
}
