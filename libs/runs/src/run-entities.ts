import { RunTag } from './run-tag.entity.ts';
import { Run } from './run.entity.ts';

/** What of runs is an entity; the rest of their tables is read and written in SQL. */
export const RUN_ENTITIES: readonly (new () => object)[] = [Run, RunTag];
