export interface Timing {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly rows: number;
}

/** A question; gives the number of rows of its answer. */
export type Question = () => Promise<number>;

/** Asks all questions in turn, round after round, so that noise of the machine meets all alike; the first round is not counted. */
export async function timeInTurn<Name extends string>(
  questions: Readonly<Record<Name, Question>>,
  rounds: number,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(questions) as Name[];
  const taken = new Map<Name, { times: number[]; rows: number }>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const begin = performance.now();
      const rows = await questions[name]();
      const times = taken.get(name)?.times ?? [];
      if (round > 0) times.push(performance.now() - begin);
      taken.set(name, { times, rows });
    }
  }
  const entries = [...taken].map(([name, { times, rows }]) => [name, summary(times, rows)] as const);
  return Object.fromEntries(entries) as Record<Name, Timing>;
}

function summary(times: number[], rows: number): Timing {
  const sorted = times.sort((a, b) => a - b);
  const at = (q: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0) * 10) / 10;
  return { p50Ms: at(0.5), p95Ms: at(0.95), rows };
}
