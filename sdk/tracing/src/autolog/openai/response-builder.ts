import type { Answer, AnswerBuilder } from '../model-call.ts';
import { responseUsage, type ResponseUsage } from './openai-usage.ts';

export interface ResponseObject {
  readonly model?: string;
  readonly usage?: ResponseUsage | null;
}

/** Source: platform.openai.com/docs/api-reference/responses-streaming. */
export interface ResponseEvent {
  readonly type: string;
  readonly response?: ResponseObject;
  readonly item?: object;
  /** Which of the parts of the answer is meant, and which of its contents. */
  readonly output_index?: number;
  readonly content_index?: number;
  readonly delta?: unknown;
}

/** A part of the answer that is under way. */
interface Item {
  readonly content?: readonly { readonly type?: string; readonly text?: string }[];
  readonly arguments?: string;
}

/** The last event has the whole answer; of a stream that ends before it, the parts as far as they came. */
export class ResponseBuilder implements AnswerBuilder<ResponseEvent> {
  hasContent = false;
  private latest: ResponseObject | undefined;
  private isWhole = false;
  private readonly items: Item[] = [];

  add(event: ResponseEvent): void {
    const { type, response, item, output_index: index = 0 } = event;
    if (type.endsWith('.delta')) this.hasContent = true;
    if (response) this.latest = response;
    if (item) this.items[index] = item;
    const known = this.items[index];
    if (known && typeof event.delta === 'string') this.items[index] = goneOn(known, event, event.delta);
    if (type === 'response.completed' || type === 'response.incomplete' || type === 'response.failed')
      this.isWhole = true;
  }

  build(): Answer {
    if (!this.latest) return { outputs: undefined };
    return readResponse(this.isWhole ? this.latest : { ...this.latest, output: this.items.filter(Boolean) });
  }
}

function goneOn(item: Item, { type, content_index: place = 0 }: ResponseEvent, delta: string): Item {
  if (type === 'response.function_call_arguments.delta')
    return { ...item, arguments: `${item.arguments ?? ''}${delta}` };
  if (type !== 'response.output_text.delta') return item;
  const content = [...(item.content ?? [])];
  const { text = '', ...rest } = content[place] ?? {};
  content[place] = { type: 'output_text', ...rest, text: `${text}${delta}` };
  return { ...item, content };
}

export function readResponse(response: ResponseObject & { readonly output?: unknown }): Answer {
  const { model, usage } = response;
  return { outputs: response, model, usage: usage ? responseUsage(usage) : undefined };
}
