import { SpanType } from '../../spans/span-type.ts';
import { chatTool } from '../chat-tool.ts';
import type { Answer, ModelCallKind } from '../model-call.ts';
import { bedrockUsage } from './bedrock-usage.ts';
import { ConverseBuilder, type ConverseEvent } from './converse-builder.ts';

/** What is asked of Bedrock's Converse, by what of it is read here. */
export interface ConverseInput {
  readonly modelId?: string;
  readonly toolConfig?: {
    readonly tools?: readonly {
      readonly toolSpec?: {
        readonly name?: string;
        readonly description?: string;
        readonly inputSchema?: { readonly json?: unknown };
      };
    }[];
  };
}

/** Source: docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html. */
export interface ConverseOutput {
  readonly usage?: object;
  /** Of ConverseStream. */
  readonly stream?: unknown;
  /** Of HTTP, which the package adds. */
  readonly $metadata?: unknown;
}

export const CONVERSE: ModelCallKind<ConverseInput, ConverseOutput, ConverseEvent> = {
  operation: 'chat',
  type: SpanType.CHAT_MODEL,
  provider: 'bedrock',
  messageFormat: 'bedrock',
  modelOf: ({ modelId }) => modelId,
  toolsOf: ({ toolConfig }) =>
    (toolConfig?.tools ?? []).flatMap(({ toolSpec }) =>
      toolSpec
        ? [
            chatTool({
              name: toolSpec.name,
              description: toolSpec.description,
              parameters: toolSpec.inputSchema?.json,
            }),
          ]
        : [],
    ),
  readAnswer: readConverse,
  streamIn: ({ stream }) => stream,
  startAnswer: () => new ConverseBuilder(),
};

function readConverse({ $metadata: _metadata, ...outputs }: ConverseOutput): Answer {
  return { outputs, usage: outputs.usage && bedrockUsage(outputs.usage) };
}
