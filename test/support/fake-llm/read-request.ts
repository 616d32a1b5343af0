import type { ChatMessage, ChatRequest } from './answer-chat.ts';
import type { JsonSchema } from './judge-verdicts.ts';

/** Parts of the other providers' requests that decide the answer. */
interface AnthropicRequest {
  readonly model: string;
  readonly system?: string | readonly { readonly text?: string }[];
  readonly messages: readonly {
    readonly role: string;
    readonly content: string | readonly AnthropicBlock[];
  }[];
  readonly tools?: readonly { readonly name: string; readonly input_schema?: JsonSchema }[];
  readonly tool_choice?: { readonly type: string; readonly name?: string };
  readonly output_config?: { readonly format?: { readonly schema?: JsonSchema } };
  readonly stream?: boolean;
}
interface AnthropicBlock {
  readonly type: string;
  readonly text?: string;
  readonly content?: string | readonly { readonly text?: string }[];
}
interface GeminiRequest {
  readonly contents: readonly { readonly role?: string; readonly parts: readonly GeminiPart[] }[];
  readonly systemInstruction?: { readonly parts: readonly GeminiPart[] };
  readonly tools?: readonly { readonly functionDeclarations?: readonly GeminiFunction[] }[];
  readonly generationConfig?: {
    readonly responseJsonSchema?: JsonSchema;
    readonly responseSchema?: JsonSchema;
  };
}
interface GeminiFunction {
  readonly name: string;
  readonly parameters?: JsonSchema;
  readonly parametersJsonSchema?: JsonSchema;
}
interface GeminiPart {
  readonly text?: string;
  readonly functionResponse?: { readonly response: unknown };
}
interface ResponsesRequest {
  readonly model: string;
  readonly instructions?: string | null;
  readonly input: string | readonly ResponsesItem[];
  readonly tools?: readonly { readonly name?: string; readonly parameters?: JsonSchema }[];
  readonly text?: { readonly format?: { readonly schema?: JsonSchema } };
  readonly stream?: boolean;
}
interface ResponsesItem {
  readonly type?: string;
  readonly role?: string;
  readonly content?: ChatMessage['content'];
  readonly output?: string;
}

/** The tool that clients offer to models of Anthropic that have no JSON answers of their own, and demand to be called. */
const JSON_TOOL = 'json';

/** A request of Anthropic's messages API as the chat it asks for. */
export function fromAnthropic(request: AnthropicRequest): ChatRequest {
  const { tools = [], tool_choice: choice } = request;
  const isDemanded = choice?.type === 'any' || choice?.name === JSON_TOOL;
  const jsonTool = isDemanded ? tools.find(({ name }) => name === JSON_TOOL) : undefined;
  const schema = jsonTool?.input_schema ?? request.output_config?.format?.schema;
  const system = typeof request.system === 'string' ? request.system : textsOf(request.system ?? []);
  return {
    model: request.model,
    messages: [
      ...systemMessage(system),
      ...request.messages.map(({ role, content }): ChatMessage => {
        if (typeof content === 'string') return { role, content };
        const result = content.find((block) => block.type === 'tool_result');
        if (!result) return { role, content: textsOf(content) };
        const told = result.content ?? '';
        return { role: 'tool', content: typeof told === 'string' ? told : textsOf(told) };
      }),
    ],
    tools: tools
      .filter((tool) => tool !== jsonTool)
      .map(({ name, input_schema: parameters }) => toTool(name, parameters)),
    stream: request.stream ?? false,
    ...ofSchema(schema),
    ...(jsonTool && { jsonTool: jsonTool.name }),
  };
}

/** A request of Gemini's generateContent as the chat it asks for. */
export function fromGemini(request: GeminiRequest, model: string): ChatRequest {
  return {
    model,
    messages: [
      ...systemMessage(textsOf(request.systemInstruction?.parts ?? [])),
      ...request.contents.map(({ role, parts }): ChatMessage => {
        const result = parts.find((part) => part.functionResponse);
        if (result) return { role: 'tool', content: JSON.stringify(result.functionResponse?.response) };
        return { role: role === 'model' ? 'assistant' : 'user', content: textsOf(parts) };
      }),
    ],
    tools: (request.tools ?? [])
      .flatMap((tool) => tool.functionDeclarations ?? [])
      .map(({ name, parameters, parametersJsonSchema }) => toTool(name, parametersJsonSchema ?? parameters)),
    ...ofSchema(request.generationConfig?.responseJsonSchema ?? request.generationConfig?.responseSchema),
  };
}

/** A request of OpenAI's responses API as the chat it asks for. */
export function fromResponses(request: ResponsesRequest): ChatRequest {
  const input: readonly ResponsesItem[] =
    typeof request.input === 'string' ? [{ role: 'user', content: request.input }] : request.input;
  return {
    model: request.model,
    messages: [
      ...systemMessage(request.instructions ?? ''),
      ...input.map((item): ChatMessage =>
        item.type === 'function_call_output'
          ? { role: 'tool', content: item.output ?? '' }
          : { role: item.role ?? 'assistant', content: item.content ?? '' },
      ),
    ],
    tools: (request.tools ?? []).flatMap(({ name, parameters }) =>
      name === undefined ? [] : [toTool(name, parameters)],
    ),
    stream: request.stream ?? false,
    ...ofSchema(request.text?.format?.schema),
  };
}

function toTool(name: string, parameters: JsonSchema | undefined): NonNullable<ChatRequest['tools']>[number] {
  return { function: { name, ...(parameters && { parameters }) } };
}

function ofSchema(schema: JsonSchema | undefined): Pick<ChatRequest, 'response_format'> {
  return schema ? { response_format: { json_schema: { schema } } } : {};
}

function systemMessage(content: string): ChatMessage[] {
  return content === '' ? [] : [{ role: 'system', content }];
}

function textsOf(parts: readonly { readonly text?: string }[]): string {
  return parts.map((part) => part.text ?? '').join(' ');
}
