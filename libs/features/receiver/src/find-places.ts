import type { ExperimentPlace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { mapBounded } from '@millrace/service-kit';

const MOST_EXPERIMENTS = 100;
const PARALLEL_QUESTIONS = 8;

/** Where spans of each experiment go, or why they can't. */
export type Places = ReadonlyMap<string, ExperimentPlace | Rejected>;

type Resolve = (experimentId: string) => Promise<ExperimentPlace>;

/** Asks for each experiment once. Throws Unavailable. */
export async function findPlaces(experimentIds: ReadonlySet<string>, resolve: Resolve): Promise<Places> {
  const asked = [...experimentIds].slice(0, MOST_EXPERIMENTS);
  const found = await mapBounded(asked, PARALLEL_QUESTIONS, (id) => placeOf(id, resolve));
  return new Map(asked.map((id, index) => [id, found[index] ?? TOO_MANY]));
}

/** For an experiment that was not asked for. */
export const TOO_MANY = new Rejected(
  `one request names more than ${MOST_EXPERIMENTS} experiments; send fewer at a time`,
  'too-large',
);

async function placeOf(experimentId: string, resolve: Resolve): Promise<ExperimentPlace | Rejected> {
  try {
    return await resolve(experimentId);
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
}
