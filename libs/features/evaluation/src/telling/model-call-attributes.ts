import type { AttributeMap } from '@millrace/domain';
import type { ChatMessage } from '@millrace/ports';
import type { ModelCall } from '../judging/asking/given-answer.ts';

/** Far below what a record of the log may hold: these traces need no whole copy of what they are about. */
const LONGEST_TEXT = 100_000;

/** What a span of ours is and holds. Source: mlflow.tracing.constant.SpanAttributeKey; its values are JSON. */
export function spanAttributes(type: string, inputs: unknown, outputs: unknown): AttributeMap {
  return new Map([
    ['mlflow.spanType', JSON.stringify(type)],
    ['mlflow.spanInputs', JSON.stringify(inputs)],
    ['mlflow.spanOutputs', JSON.stringify(outputs)],
  ]);
}

/** A call of a chat model: what it was told, and its answer as the last message. */
export function chatAttributes(told: readonly ChatMessage[], answer: readonly ChatMessage[]): AttributeMap {
  const [answered] = toPlainMessages(answer);
  return new Map([...questionAttributes(told), ['mlflow.spanOutputs', JSON.stringify(answered)]]);
}

/** A call of a chat model that has no answer. */
export function questionAttributes(told: readonly ChatMessage[]): AttributeMap {
  return new Map([
    ['mlflow.spanType', JSON.stringify('CHAT_MODEL')],
    ['mlflow.spanInputs', JSON.stringify({ messages: toPlainMessages(told) })],
    ['mlflow.message.format', JSON.stringify('openai')],
  ]);
}

/** Which model answered, and the tokens that took. */
export function modelAttributes({
  model,
  provider,
  usage,
}: Pick<ModelCall, 'model' | 'provider' | 'usage'>): AttributeMap {
  const { input, output, cached } = usage;
  const tokens = {
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    ...(cached > 0 && { cache_read_input_tokens: cached }),
  };
  return new Map([
    ['mlflow.llm.model', JSON.stringify(model)],
    ['mlflow.llm.provider', JSON.stringify(provider)],
    ['mlflow.chat.tokenUsage', JSON.stringify(tokens)],
  ]);
}

/** That a span used this version of a prompt. */
export function promptAttributes(prompt: { readonly name: string; readonly version: number }): AttributeMap {
  const linked = [{ name: prompt.name, version: String(prompt.version) }];
  return new Map([['mlflow.linkedPrompts', JSON.stringify(linked)]]);
}

/** Messages as OpenAI's API has them, which is how they are shown. */
export function toPlainMessages(messages: readonly ChatMessage[]): object[] {
  return messages.map((message) => {
    const { role } = message;
    if (role === 'tool') return { role, tool_call_id: message.toolCallId, content: cut(message.text) };
    if (role !== 'user') {
      const calls = role === 'assistant' ? message.toolCalls : [];
      return {
        role,
        content: cut(message.text),
        ...(calls.length > 0 && {
          tool_calls: calls.map(({ id, name, arguments: given }) => ({
            id,
            type: 'function',
            function: { name, arguments: given },
          })),
        }),
      };
    }
    const text = message.parts.map((part) => (part.kind === 'text' ? part.text : `[image]`)).join('\n');
    return { role, content: cut(text) };
  });
}

function cut(text: string): string {
  return text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT)}… (cut: ${text.length} characters)`;
}
