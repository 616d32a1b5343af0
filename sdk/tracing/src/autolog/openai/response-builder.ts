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
  readonly item?: unknown;
}

/** The last event has the whole answer; of a stream that ends before it, the parts that were done. */
export class ResponseBuilder implements AnswerBuilder<ResponseEvent> {
  hasContent = false;
  private latest: ResponseObject | undefined;
  private isWhole = false;
  private readonly items: unknown[] = [];

  add({ type, response, item }: ResponseEvent): void {
    if (type.endsWith('.delta')) this.hasContent = true;
    if (response) this.latest = response;
    if (type === 'response.output_item.done') this.items.push(item);
    if (type === 'response.completed' || type === 'response.incomplete' || type === 'response.failed')
      this.isWhole = true;
  }

  build(): Answer {
    if (!this.latest) return { outputs: undefined };
    return readResponse(this.isWhole ? this.latest : { ...this.latest, output: this.items });
  }
}

export function readResponse(response: ResponseObject & { readonly output?: unknown }): Answer {
  const { model, usage } = response;
  return { outputs: response, model, usage: usage ? responseUsage(usage) : undefined };
}
