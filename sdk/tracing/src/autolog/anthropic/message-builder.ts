import type { Answer, AnswerBuilder } from '../model-call.ts';
import { anthropicUsage, type AnthropicUsage } from './anthropic-usage.ts';

/** Anthropic's answer, by what of it is read here. */
export interface AnthropicMessage {
  readonly model?: string;
  readonly usage?: AnthropicUsage | null;
}

/** Source: platform.claude.com/docs/en/build-with-claude/streaming. */
export interface AnthropicEvent {
  readonly type: string;
  readonly message?: AnthropicMessage;
  readonly index?: number;
  readonly content_block?: object;
  readonly delta?: Readonly<Record<string, unknown>>;
  readonly usage?: AnthropicUsage | null;
}

/** A part of the answer under way; a tool's input comes as pieces of JSON. */
interface Block {
  readonly fields: Record<string, unknown>;
  inputJson: string;
}

/** By the type of a change: the field that it adds to, and where it has what it adds. */
const TEXT_FIELDS: Readonly<Record<string, string>> = {
  text_delta: 'text',
  thinking_delta: 'thinking',
  signature_delta: 'signature',
};

/** Makes of the events of a streamed message what the same request would have been answered without a stream. */
export class MessageBuilder implements AnswerBuilder<AnthropicEvent> {
  hasContent = false;
  private message: AnthropicMessage | undefined;
  private readonly blocks: Block[] = [];

  add(event: AnthropicEvent): void {
    const { type, message, index = 0, content_block: block, delta, usage } = event;
    if (type === 'message_start' && message) this.message = message;
    if (type === 'content_block_start') this.blocks[index] = { fields: { ...block }, inputJson: '' };
    if (type === 'content_block_delta' && delta) this.addDelta(index, delta);
    if (type === 'message_delta')
      this.message = { ...this.message, ...delta, usage: { ...this.message?.usage, ...told(usage) } };
  }

  build(): Answer {
    if (!this.message) return { outputs: undefined };
    return readMessage({ ...this.message, content: this.blocks.filter(Boolean).map(finished) });
  }

  private addDelta(index: number, delta: Readonly<Record<string, unknown>>): void {
    const block = this.blocks[index];
    if (!block) return;
    this.hasContent = true;
    const type = String(delta['type']);
    const field = TEXT_FIELDS[type];
    if (field) block.fields[field] = `${textOf(block.fields[field])}${textOf(delta[field])}`;
    if (type === 'input_json_delta') block.inputJson += textOf(delta['partial_json']);
    if (type === 'citations_delta') {
      const citations = block.fields['citations'];
      block.fields['citations'] = [...(Array.isArray(citations) ? citations : []), delta['citation']];
    }
  }
}

export function readMessage(message: AnthropicMessage & { readonly content?: unknown }): Answer {
  const { model, usage } = message;
  return { outputs: message, model, usage: usage ? anthropicUsage(usage) : undefined };
}

/** The last word on a count is the one that is no null. */
function told(usage: AnthropicUsage | null | undefined): AnthropicUsage {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, count]) => count !== null));
}

function finished({ fields, inputJson }: Block): object {
  return inputJson === '' ? fields : { ...fields, input: parsed(inputJson) };
}

/** Of a stream that ended early, the text that was there. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
