import { dollarsNumber, type PriceOverride } from '@millrace/domain';
import { priceSpan } from '@millrace/prices';
import type { Scorer } from '@millrace/scorers';

/** What asking would take over all that is sampled. */
export interface AskingEstimate {
  /** Absent when no model is asked. */
  readonly model: string | undefined;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; undefined when the model or its price is not known. */
  readonly costUsd: number | undefined;
}

export interface ScorerEstimate extends AskingEstimate {
  readonly scorer: string;
}

/** Who answers for a scorer, if it is known. */
export interface NamedModel {
  readonly name: string;
  readonly candidate: { readonly provider: string; readonly model: string } | undefined;
}

const CHARACTERS_PER_TOKEN = 4;

export function estimateAsking(
  effort: Scorer['effort'],
  model: NamedModel,
  size: { readonly sampled: number; readonly characters: number },
  overrides: readonly PriceOverride[],
): AskingEstimate {
  const calls = Math.ceil(effort.calls * size.sampled);
  const characters = calls * (effort.promptCharacters + size.characters);
  const inputTokens = Math.ceil(characters / CHARACTERS_PER_TOKEN);
  const outputTokens = Math.ceil(effort.outputTokens * size.sampled);
  if (calls === 0) {
    return { model: undefined, calls, inputTokens: 0, outputTokens: 0, costUsd: 0 };
  }
  const tokens = { input: inputTokens, output: outputTokens };
  const cost =
    model.candidate &&
    priceSpan({ ...model.candidate, tokens, serviceTier: undefined, startedAt: Date.now() }, overrides);
  const costUsd = cost && dollarsNumber(cost.total);
  return { model: model.name, calls, inputTokens, outputTokens, costUsd };
}
