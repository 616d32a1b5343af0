import type { Session } from '../connection/session.ts';
import type { ExperimentPair } from '../imports/import-source.ts';

/** Where what is found elsewhere goes: into the experiment of --experiment, else into those of the same names, made if they are not there. */
export async function pairExperiments(
  session: Session,
  found: AsyncIterable<{ readonly id: string; readonly name: string }>,
  only: readonly string[] | undefined,
): Promise<ExperimentPair[]> {
  const target = await session.experimentId();
  const pairs: ExperimentPair[] = [];
  for await (const { id, name } of found) {
    if (only && !only.includes(name)) continue;
    pairs.push({ from: id, to: target ?? (await session.millrace.experimentNamed(name)) });
  }
  return pairs;
}
