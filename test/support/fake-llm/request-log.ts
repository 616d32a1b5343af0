import { textOf, type ChatRequest } from './answer-chat.ts';

/** What was asked, oldest first. */
export class RequestLog {
  readonly requests: ChatRequest[] = [];
  private readonly isKept: boolean;

  /** Without `isKept` it stays empty, for load that would fill the memory. */
  constructor(isKept: boolean) {
    this.isKept = isKept;
  }

  add(request: ChatRequest): void {
    if (this.isKept) this.requests.push(request);
  }

  /** Requests whose messages hold this text: such as all that was asked about one trace, by a word of its content. */
  with(text: string): readonly ChatRequest[] {
    return this.requests.filter(({ messages }) => messages.some((message) => textOf(message).includes(text)));
  }
}
