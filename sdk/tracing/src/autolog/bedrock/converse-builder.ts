import type { Answer, AnswerBuilder } from '../model-call.ts';
import { bedrockUsage } from './bedrock-usage.ts';

interface Delta {
  readonly text?: string;
  readonly toolUse?: { readonly input?: string };
  readonly reasoningContent?: { readonly text?: string; readonly signature?: string };
}

/** An event of a stream, under its name. Source: docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html. */
export interface ConverseEvent {
  readonly messageStart?: { readonly role?: string };
  readonly contentBlockStart?: {
    readonly contentBlockIndex?: number;
    readonly start?: { readonly toolUse?: object };
  };
  readonly contentBlockDelta?: { readonly contentBlockIndex?: number; readonly delta?: Delta };
  readonly messageStop?: object;
  readonly metadata?: { readonly usage?: object };
}

/** A part of the answer under way; a tool's input comes as pieces of JSON. */
interface Block {
  text: string;
  toolUse?: object;
  inputJson: string;
  reasoning?: { text: string; signature?: string };
}

/** Makes of the events of ConverseStream what Converse would have answered. */
export class ConverseBuilder implements AnswerBuilder<ConverseEvent> {
  hasContent = false;
  private role: string | undefined;
  private ending: object = {};
  private usage: object | undefined;
  private readonly blocks: Block[] = [];

  add({ messageStart, contentBlockStart, contentBlockDelta, messageStop, metadata }: ConverseEvent): void {
    if (messageStart) this.role = messageStart.role;
    if (contentBlockStart?.start?.toolUse)
      this.blockAt(contentBlockStart.contentBlockIndex).toolUse = contentBlockStart.start.toolUse;
    if (contentBlockDelta?.delta) this.addDelta(contentBlockDelta.contentBlockIndex, contentBlockDelta.delta);
    if (messageStop) this.ending = { ...this.ending, ...messageStop };
    if (metadata) {
      this.ending = { ...this.ending, ...metadata };
      this.usage = metadata.usage;
    }
  }

  build(): Answer {
    if (this.role === undefined && this.blocks.length === 0) return { outputs: undefined };
    const content = this.blocks.filter(Boolean).map(contentOf);
    const message = { role: this.role ?? 'assistant', content };
    return {
      outputs: { output: { message }, ...this.ending },
      usage: this.usage && bedrockUsage(this.usage),
    };
  }

  private blockAt(index = 0): Block {
    return (this.blocks[index] ??= { text: '', inputJson: '' });
  }

  private addDelta(index: number | undefined, { text, toolUse, reasoningContent: thought }: Delta): void {
    this.hasContent = true;
    const block = this.blockAt(index);
    if (text !== undefined) block.text += text;
    if (toolUse?.input !== undefined) block.inputJson += toolUse.input;
    if (!thought) return;
    block.reasoning = { ...block.reasoning, text: (block.reasoning?.text ?? '') + (thought.text ?? '') };
    if (thought.signature !== undefined) block.reasoning.signature = thought.signature;
  }
}

function contentOf({ text, toolUse, inputJson, reasoning }: Block): object {
  if (toolUse) return { toolUse: { ...toolUse, input: parsedJson(inputJson === '' ? '{}' : inputJson) } };
  return reasoning ? { reasoningContent: { reasoningText: reasoning } } : { text };
}

/** Of a stream that ended early, the text that was there. */
function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
