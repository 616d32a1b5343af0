import { SpanType } from '../../spans/span-type.ts';
import { chatTool } from '../chat-tool.ts';
import type { ModelCallKind } from '../model-call.ts';
import { stopAll, type StopAutolog } from '../patch-method.ts';
import { bodyFirst, watchModelCalls } from '../watch-model-calls.ts';
import {
  MessageBuilder,
  readMessage,
  type AnthropicEvent,
  type AnthropicMessage,
} from './message-builder.ts';

/** The class of the package `@anthropic-ai/sdk`, by what of it is used here. */
export interface AnthropicClass {
  readonly Messages?: { readonly prototype: object };
  readonly Beta?: { readonly Messages?: { readonly prototype: object } };
}

/** A request to the messages API, by what of it is read here. */
export interface AnthropicRequest {
  readonly model?: string;
  readonly tools?: readonly {
    readonly name?: string;
    readonly description?: string;
    readonly input_schema?: unknown;
  }[];
}

export const ANTHROPIC_MESSAGES: ModelCallKind<AnthropicRequest, AnthropicMessage, AnthropicEvent> = {
  operation: 'chat',
  type: SpanType.CHAT_MODEL,
  provider: 'anthropic',
  messageFormat: 'anthropic',
  modelOf: ({ model }) => model,
  toolsOf: ({ tools = [] }) =>
    tools.map(({ name, description, input_schema: parameters }) =>
      chatTool({ name, description, parameters }),
    ),
  readAnswer: readMessage,
  startAnswer: () => new MessageBuilder(),
};

/**
 * Traces every message of Anthropic's client, one made before as well: `autologAnthropic(Anthropic)`. Streams and tools among
 * them, and those of the beta. `stream`, `parse` and the tool runner of the client come to the same method. The answer ends it.
 */
export function autologAnthropic({ Messages, Beta }: AnthropicClass): StopAutolog {
  return stopAll(
    [Messages, Beta?.Messages].map((resource) =>
      watchModelCalls(resource?.prototype, 'create', bodyFirst(ANTHROPIC_MESSAGES)),
    ),
  );
}
