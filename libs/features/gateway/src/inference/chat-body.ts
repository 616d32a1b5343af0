import type { ChatMessage, ChatPart, ChatRequest, ReasoningEffort } from '@millrace/ports';
import { Rejected } from '@millrace/domain';
import { z } from 'zod';

const MOST_MESSAGES = 2_000;

const textPart = z.looseObject({ type: z.literal('text'), text: z.string() });
const imagePart = z.looseObject({
  type: z.literal('image_url'),
  image_url: z.union([z.string(), z.looseObject({ url: z.string() })]),
});
const texts = z.union([z.string(), z.array(textPart)]);
const toolCall = z.looseObject({
  id: z.string(),
  type: z.literal('function').default('function'),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});

const message = z.discriminatedUnion('role', [
  z.looseObject({ role: z.enum(['system', 'developer']), content: texts }),
  z.looseObject({
    role: z.literal('user'),
    content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart, imagePart]))]),
  }),
  z.looseObject({
    role: z.literal('assistant'),
    content: texts.nullish(),
    tool_calls: z.array(toolCall).nullish(),
  }),
  z.looseObject({ role: z.literal('tool'), tool_call_id: z.string(), content: texts }),
]);

const tool = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject({
    name: z.string(),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
    strict: z.boolean().nullish(),
  }),
});

const responseFormat = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text') }),
  z.looseObject({ type: z.literal('json_object') }),
  z.looseObject({
    type: z.literal('json_schema'),
    json_schema: z.looseObject({
      name: z.string().nullish(),
      schema: z.record(z.string(), z.unknown()).nullish(),
    }),
  }),
]);

const EFFORTS = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
] as const satisfies readonly ReasoningEffort[];

/** A chat completion as OpenAI's API asks for it. What would change the answer and is not known here is refused. */
export const chatBody = z.looseObject({
  model: z.string().optional(),
  messages: z.array(message).min(1).max(MOST_MESSAGES),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  max_tokens: z.int().positive().nullish(),
  max_completion_tokens: z.int().positive().nullish(),
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
  seed: z.int().nullish(),
  presence_penalty: z.number().nullish(),
  frequency_penalty: z.number().nullish(),
  reasoning_effort: z.enum(EFFORTS).nullish(),
  response_format: responseFormat.nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z
    .union([
      z.enum(['auto', 'none', 'required']),
      z.looseObject({ type: z.literal('function'), function: z.looseObject({ name: z.string() }) }),
    ])
    .nullish(),
  n: z.literal(1, 'only one choice is made; ask again for more').nullish(),
  logprobs: z.literal(false, 'probabilities of tokens are not told here').nullish(),
});
export type ChatBody = z.output<typeof chatBody>;

/** Throws Rejected naming the first fault. */
export function readChatBody(body: unknown): ChatBody {
  const result = chatBody.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Rejected(`${issue?.path.map(String).join('.') || 'body'}: ${issue?.message}`);
}

/** The same in our words. */
export function toChatRequest(body: ChatBody): ChatRequest {
  const { stop, tools, tool_choice: choice, response_format: format } = body;
  const toolNames = new Map<string, string>();
  return {
    messages: body.messages.map((each) => toMessage(each, toolNames)),
    maxOutputTokens: body.max_completion_tokens ?? body.max_tokens ?? undefined,
    temperature: body.temperature ?? undefined,
    topP: body.top_p ?? undefined,
    stop: typeof stop === 'string' ? [stop] : (stop ?? undefined),
    seed: body.seed ?? undefined,
    presencePenalty: body.presence_penalty ?? undefined,
    frequencyPenalty: body.frequency_penalty ?? undefined,
    reasoningEffort: body.reasoning_effort ?? undefined,
    json: toJsonFormat(format ?? undefined),
    tools: tools?.map(({ function: { name, description, parameters, strict } }) => ({
      name,
      description: description ?? undefined,
      parameters: parameters ?? { type: 'object', properties: {} },
      isStrict: strict ?? undefined,
    })),
    toolChoice:
      typeof choice === 'object' && choice !== null ? { name: choice.function.name } : (choice ?? undefined),
  };
}

function toJsonFormat(format: z.output<typeof responseFormat> | undefined): ChatRequest['json'] {
  if (format?.type === 'json_object') return {};
  if (format?.type !== 'json_schema') return undefined;
  const { name, schema } = format.json_schema;
  return { name: name ?? undefined, schema: schema ?? undefined };
}

/** A tool's answer names the call only; providers also want the tool. */
function toMessage(given: z.output<typeof message>, toolNames: Map<string, string>): ChatMessage {
  switch (given.role) {
    case 'system':
    case 'developer':
      return { role: 'system', text: textOf(given.content) };
    case 'user':
      return { role: 'user', parts: partsOf(given.content) };
    case 'assistant': {
      const toolCalls = (given.tool_calls ?? []).map(({ id, function: { name, arguments: text } }) => {
        toolNames.set(id, name);
        return { id, name, arguments: text };
      });
      return { role: 'assistant', text: textOf(given.content ?? ''), toolCalls };
    }
    case 'tool': {
      const { tool_call_id: toolCallId } = given;
      const toolName = toolNames.get(toolCallId);
      if (toolName === undefined) {
        throw new Rejected(
          `messages: a tool answers the call ${toolCallId}, which no message before it makes`,
        );
      }
      return { role: 'tool', toolCallId, toolName, text: textOf(given.content) };
    }
  }
}

function partsOf(
  content: string | readonly (z.output<typeof textPart> | z.output<typeof imagePart>)[],
): ChatPart[] {
  if (typeof content === 'string') return [{ kind: 'text', text: content }];
  return content.map((part) => {
    if (part.type === 'text') return { kind: 'text', text: part.text };
    const { image_url: image } = part;
    return { kind: 'image', url: typeof image === 'string' ? image : image.url };
  });
}

function textOf(content: z.output<typeof texts>): string {
  return typeof content === 'string' ? content : content.map(({ text }) => text).join('');
}
