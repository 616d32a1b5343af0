import type {
  JSONSchema7,
  LanguageModelV4CallOptions,
  LanguageModelV4FilePart,
  LanguageModelV4Message,
  LanguageModelV4TextPart,
} from '@ai-sdk/provider';
import { Rejected } from '@millrace/domain';
import type { ChatMessage, ChatPart, ChatRequest } from '@millrace/ports';

const DATA_URL = /^data:(image\/[\w.+-]+);base64,(.+)$/s;

/** A request in the words of the AI SDK. */
export function toCallOptions(request: ChatRequest, abortSignal: AbortSignal): LanguageModelV4CallOptions {
  const { maxOutputTokens, temperature, topP, stop, seed, presencePenalty, frequencyPenalty } = request;
  const { json, tools, toolChoice, reasoningEffort } = request;
  return {
    prompt: request.messages.map(toMessage),
    abortSignal,
    ...(maxOutputTokens !== undefined && { maxOutputTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { topP }),
    ...(stop && { stopSequences: [...stop] }),
    ...(seed !== undefined && { seed }),
    ...(presencePenalty !== undefined && { presencePenalty }),
    ...(frequencyPenalty !== undefined && { frequencyPenalty }),
    ...(reasoningEffort && { reasoning: reasoningEffort }),
    ...(json && {
      responseFormat: {
        type: 'json',
        ...(json.name !== undefined && { name: json.name }),
        ...(json.schema && { schema: json.schema as JSONSchema7 }),
      },
    }),
    ...(tools && {
      tools: tools.map(({ name, description, parameters, isStrict }) => ({
        type: 'function',
        name,
        inputSchema: parameters as JSONSchema7,
        ...(description !== undefined && { description }),
        ...(isStrict !== undefined && { strict: isStrict }),
      })),
    }),
    ...(toolChoice && {
      toolChoice:
        typeof toolChoice === 'string' ? { type: toolChoice } : { type: 'tool', toolName: toolChoice.name },
    }),
  };
}

function toMessage(message: ChatMessage): LanguageModelV4Message {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.text };
    case 'user':
      return { role: 'user', content: message.parts.map(toPart) };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.text === '' ? [] : [{ type: 'text' as const, text: message.text }]),
          ...message.toolCalls.map(({ id, name, arguments: input }) => ({
            type: 'tool-call' as const,
            toolCallId: id,
            toolName: name,
            input: parseArguments(input),
          })),
        ],
      };
    case 'tool': {
      const { toolCallId, toolName, text } = message;
      const output = { type: 'text' as const, value: text };
      return { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, output }] };
    }
  }
}

function toPart(part: ChatPart): LanguageModelV4TextPart | LanguageModelV4FilePart {
  if (part.kind === 'text') return { type: 'text', text: part.text };
  const [, mediaType, data] = DATA_URL.exec(part.url) ?? [];
  if (mediaType !== undefined && data !== undefined) {
    return { type: 'file', mediaType, data: { type: 'data', data } };
  }
  if (!/^https?:\/\//.test(part.url)) {
    throw new Rejected('A picture is a https: address, or a data: URL of an image in base64.');
  }
  return { type: 'file', mediaType: 'image/*', data: { type: 'url', url: new URL(part.url) } };
}

function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch (error) {
    throw new Rejected('The arguments of a tool call are not JSON.', 'invalid', { cause: error });
  }
}
