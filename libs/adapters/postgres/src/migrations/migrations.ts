import type { MigrationInterface } from 'typeorm';
import { Experiments } from './0001-experiments.ts';

/** In the order they are applied. A released one is never edited. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [Experiments];
