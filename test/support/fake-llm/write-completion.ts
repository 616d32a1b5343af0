import type { ChatAnswer, ChatRequest } from './answer-chat.ts';
import type { StreamEvent } from './write-answer.ts';

/** Answer of OpenAI's chat completions. Source: platform.openai.com/docs/api-reference/chat/object. */
export function toCompletion(answer: ChatAnswer): object {
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

/** The same word by word. Source: platform.openai.com/docs/api-reference/chat-streaming. */
export function toCompletionStream(answer: ChatAnswer, request: ChatRequest): StreamEvent[] {
  const chunk = (choices: unknown[], usage: unknown): StreamEvent => ({
    data: { ...envelope(answer, 'chat.completion.chunk'), choices, usage },
  });
  const delta = (change: unknown, finishReason: string | null = null): StreamEvent =>
    chunk([{ index: 0, delta: change, logprobs: null, finish_reason: finishReason }], null);
  return [
    delta({ role: 'assistant', content: answer.content === null ? null : '' }),
    ...(answer.content?.match(/\S+\s*/g) ?? []).map((word) => delta({ content: word })),
    ...answer.toolCalls.map((call, index) => delta({ tool_calls: [{ index, ...call }] })),
    delta({}, answer.finishReason),
    ...(request.stream_options?.include_usage ? [chunk([], answer.usage)] : []),
    { data: '[DONE]' },
  ];
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
