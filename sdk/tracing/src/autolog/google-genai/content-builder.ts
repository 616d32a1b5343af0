import type { Answer, AnswerBuilder } from '../model-call.ts';
import { geminiUsage, type GeminiUsage } from './gemini-usage.ts';

interface Part {
  readonly text?: string;
  readonly thought?: boolean;
  readonly thoughtSignature?: unknown;
}

interface Content {
  readonly role?: string;
  readonly parts?: readonly Part[];
}

interface Candidate {
  readonly index?: number;
  readonly content?: Content;
}

/** An answer of Gemini, or a chunk of one. Source: ai.google.dev/api/generate-content. */
export interface GeminiContent {
  readonly candidates?: readonly Candidate[];
  readonly usageMetadata?: GeminiUsage;
  readonly modelVersion?: string;
  /** Headers of HTTP, which the package adds. */
  readonly sdkHttpResponse?: unknown;
}

/** Makes of the chunks of a streamed answer what the same request would have been answered without a stream. */
export class ContentBuilder implements AnswerBuilder<GeminiContent> {
  hasContent = false;
  private whole: GeminiContent | undefined;
  private readonly candidates = new Map<number, Candidate>();

  add(chunk: GeminiContent): void {
    const { candidates = [], ...rest } = chunk;
    this.whole = { ...this.whole, ...rest };
    for (const candidate of candidates) this.addCandidate(candidate);
  }

  build(): Answer {
    if (!this.whole) return { outputs: undefined };
    return readContent({ ...this.whole, candidates: [...this.candidates.values()] });
  }

  private addCandidate(candidate: Candidate): void {
    const { index = 0, content } = candidate;
    const known = this.candidates.get(index);
    const parts = joined(known?.content?.parts ?? [], content?.parts ?? []);
    if (parts.length > 0) this.hasContent = true;
    const whole = { ...known?.content, ...content, parts };
    this.candidates.set(index, { ...known, ...candidate, content: whole });
  }
}

export function readContent({ sdkHttpResponse: _headers, ...content }: GeminiContent): Answer {
  const { modelVersion: model, usageMetadata: usage } = content;
  return { outputs: content, model, usage: usage && geminiUsage(usage) };
}

/** A text goes on where the one before ended; a signature closes it. */
function joined(parts: readonly Part[], more: readonly Part[]): readonly Part[] {
  const all = [...parts];
  for (const part of more) {
    const last = all.at(-1);
    const isMore =
      last?.text !== undefined &&
      part.text !== undefined &&
      last.thought === part.thought &&
      last.thoughtSignature === undefined;
    if (isMore) all[all.length - 1] = { ...last, ...part, text: `${last.text}${part.text}` };
    else all.push(part);
  }
  return all;
}
