import type { TokenUsage } from '@millrace/domain';
import type { TokenCount } from '../convention.ts';

/** Counts as one convention reported them. */
export type ReportedCounts = Readonly<Partial<Record<TokenCount, number>>>;

/** What else decides how reported counts overlap. */
export interface CountSource {
  readonly provider: string | undefined;
  readonly model: string | undefined;
  readonly scopeName: string;
  /** The cache counts came under keys that don't say whether `input` includes them. */
  readonly isCacheUnspecified: boolean;
  /** Sums whose keys promise to leave out what the details count. */
  readonly isApart?: { readonly input: boolean; readonly output: boolean };
}

/**
 * Instrumentations that report the provider's own exclusive input although their attributes promise the sum. Source:
 * opentelemetry-instrumentation-bedrock 0.62.4, span_utils.converse_usage_record; traceloop/openllmetry#4449.
 */
const EXCLUSIVE_SCOPES = new Set(['opentelemetry.instrumentation.bedrock']);

/**
 * Takes cached tokens out of the input and reasoning out of the output where they are counted in both, then audio out of what
 * is left: providers count it in the sums, and cached audio among the cached tokens.
 */
export function disjointTokens(
  counts: ReportedCounts,
  source: CountSource,
): { readonly tokens: TokenUsage; readonly faults: readonly string[] } {
  const { cacheRead, cacheWrite, reasoning, total } = counts;
  const faults: string[] = [];
  const cached = (cacheRead ?? 0) + (cacheWrite ?? 0);
  // Whatever a key promises: a total that is the plain sum proves that the details are in it.
  const isPlainSum = total !== undefined && total === (counts.input ?? 0) + (counts.output ?? 0);
  const isInputApart = !isPlainSum && source.isApart?.input === true;
  const isOutputApart = !isPlainSum && source.isApart?.output === true;
  const isInputExclusive = cached > 0 && (isInputApart || isExclusiveOfCache(counts, cached, source));
  const isOutputExclusive =
    (reasoning ?? 0) > 0 &&
    (isOutputApart || isExclusiveOfReasoning(counts, isInputExclusive ? cached : 0, source));
  const allInput = without(
    counts.input,
    isInputExclusive ? 0 : cached,
    'input tokens are fewer than the cached',
    faults,
  );
  const allOutput = without(
    counts.output,
    isOutputExclusive ? 0 : (reasoning ?? 0),
    'output tokens are fewer than the reasoning',
    faults,
  );
  const [input, inputAudio] = withoutAudio(allInput, counts.inputAudio, isInputApart);
  const [output, outputAudio] = withoutAudio(allOutput, counts.outputAudio, isOutputApart);
  const tokens: TokenUsage = {
    ...(input !== undefined && { input }),
    ...(cacheRead !== undefined && { cacheRead }),
    ...(cacheWrite !== undefined && { cacheWrite }),
    ...(output !== undefined && { output }),
    ...(reasoning !== undefined && { reasoning }),
    ...(inputAudio !== undefined && { inputAudio }),
    ...(outputAudio !== undefined && { outputAudio }),
    ...(total !== undefined && { total }),
  };
  return { tokens, faults };
}

function without(
  whole: number | undefined,
  part: number,
  fault: string,
  faults: string[],
): number | undefined {
  if (whole === undefined) return undefined;
  if (part > whole) faults.push(`${fault} tokens in them (${whole} < ${part})`);
  return Math.max(0, whole - part);
}

/** No audio is as good as none reported: OpenAI tells a zero with every answer. */
function withoutAudio(
  whole: number | undefined,
  audio: number | undefined,
  isApart: boolean,
): readonly [number | undefined, number | undefined] {
  if (!audio || whole === undefined || isApart) return [whole, audio || undefined];
  const uncached = Math.min(audio, whole);
  return [whole - uncached, uncached || undefined];
}

/**
 * Every convention says that input includes cached tokens, but Anthropic's API counts them apart and some instrumentations pass
 * its numbers on. Certain signs first: less input than cache, then what the total adds up to; then the provider's habit.
 */
function isExclusiveOfCache(counts: ReportedCounts, cached: number, source: CountSource): boolean {
  const { input, output = 0, reasoning = 0, total } = counts;
  if (input === undefined) return false;
  if (EXCLUSIVE_SCOPES.has(source.scopeName)) return true;
  const isAnthropic = countsLikeAnthropic(source);
  if (isAnthropic && input < cached) return true;
  if (total !== undefined) {
    const sum = input + output;
    if (total === sum || total === sum + reasoning) return false;
    if (total === sum + cached || total === sum + cached + reasoning) return true;
  }
  return isAnthropic && source.isCacheUnspecified;
}

/** Google's API counts thoughts apart: the total tells, or more thoughts than output. */
function isExclusiveOfReasoning(counts: ReportedCounts, separateCache: number, source: CountSource): boolean {
  const { input, output, reasoning = 0, total } = counts;
  if (output === undefined) return false;
  if (total === undefined) return reasoning > output && countsLikeGoogle(source);
  return input !== undefined && total === input + separateCache + output + reasoning;
}

function countsLikeGoogle({ provider, model }: CountSource): boolean {
  return /google|gemini|vertex/i.test(provider ?? '') || /gemini/i.test(model ?? '');
}

/** Anthropic itself, or its models where a cloud serves them with Anthropic's counts. Gateways count like OpenAI. */
function countsLikeAnthropic({ provider, model }: CountSource): boolean {
  const name = provider?.toLowerCase();
  if (name?.includes('anthropic')) return true;
  const isCloud = name === undefined || name.includes('bedrock') || name.includes('vertex');
  return isCloud && model !== undefined && /anthropic|claude/i.test(model);
}
