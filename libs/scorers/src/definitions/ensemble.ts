import { Rejected, type JsonValue } from '@millrace/domain';
import { scored } from '../check.ts';
import { addAnswers } from '../judging/add-answers.ts';
import type { Scorer, ScoringEffort, Verdict } from '../scorer.ts';

type Combine = (values: readonly JsonValue[]) => JsonValue;

/** MLflow's functions of ensembles, by their names there. */
const COMBINATIONS: Readonly<Record<string, Combine>> = {
  majority_vote: majorityOf,
  mean: (values) => numbersIn(values).reduce((sum, value) => sum + value, 0) / values.length,
  minimum: (values) => Math.min(...numbersIn(values)),
  maximum: (values) => Math.max(...numbersIn(values)),
  agg_all: (values) => values.every(isGood),
  agg_any: (values) => values.some(isGood),
};

/** One verdict out of those of several scorers. Throws Rejected for a function that is not there, or scorers of both levels. */
export function makeEnsemble(name: string, combination: string, parts: readonly Scorer[]): Scorer {
  const combine = Object.hasOwn(COMBINATIONS, combination) ? COMBINATIONS[combination] : undefined;
  const [first] = parts;
  if (!combine || !first) {
    throw new Rejected(
      `The ensemble '${name}' needs scorers and one of ${Object.keys(COMBINATIONS).join(', ')}, not '${combination}'.`,
    );
  }
  if (parts.some(({ level }) => level !== first.level)) {
    throw new Rejected(`The scorers of ensemble '${name}' must all be for traces, or all for sessions.`);
  }
  return {
    name,
    level: first.level,
    source: { type: parts.some(({ source }) => source.type === 'judge') ? 'judge' : 'code', id: name },
    needsExpectations: [...new Set(parts.flatMap(({ needsExpectations }) => needsExpectations))],
    effort: effortOf(parts),
    score: async (subject, tools) => {
      const verdicts: Verdict[] = [];
      for (const part of parts) {
        const outcome = await part.score(subject, tools);
        if (outcome.kind === 'skipped')
          return { ...outcome, reason: `${outcome.reason} (for '${part.name}')` };
        verdicts.push(onlyOne(outcome.verdicts, part.name));
      }
      const value = combine(verdicts.map((verdict) => verdict.value));
      return scored({
        name,
        value,
        rationale: verdicts
          .map((each) => `${each.name}: ${JSON.stringify(each.value)}. ${each.rationale ?? ''}`)
          .join('\n'),
        answer: addAnswers(verdicts.flatMap(({ answer }) => answer ?? [])),
      });
    },
  };
}

function onlyOne(verdicts: readonly Verdict[], name: string): Verdict {
  const [only] = verdicts;
  if (only && verdicts.length === 1) return only;
  throw new Rejected(
    `The scorer '${name}' finds ${verdicts.length} things; a part of an ensemble finds one.`,
  );
}

/** Of several that are as frequent, the first in alphabetical order: MLflow's rule. */
function majorityOf(values: readonly JsonValue[]): JsonValue {
  const counts = new Map<JsonValue, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const winners = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return winners.toSorted((one, other) => (String(one) < String(other) ? -1 : 1))[0] ?? null;
}

function numbersIn(values: readonly JsonValue[]): number[] {
  return values.map((value) => {
    if (typeof value === 'number' || typeof value === 'boolean') return Number(value);
    throw new Rejected(
      `The ensemble needs numbers, and one scorer found ${JSON.stringify(value)}: use majority_vote.`,
    );
  });
}

function isGood(value: JsonValue): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new Rejected(
    `The ensemble needs yes or no, and one scorer found ${JSON.stringify(value)}: use majority_vote.`,
  );
}

function effortOf(parts: readonly Scorer[]): ScoringEffort {
  const sum = (count: (effort: ScoringEffort) => number): number =>
    parts.reduce((total, { effort }) => total + count(effort), 0);
  return {
    model: parts.find(({ effort }) => effort.calls > 0)?.effort.model,
    calls: sum(({ calls }) => calls),
    promptCharacters: sum(({ promptCharacters }) => promptCharacters),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
}
