import type { MigrationInterface } from 'typeorm';
import { Experiments } from './0001-experiments.ts';
import { ModelPrices } from './0002-model-prices.ts';

/** In the order they are applied. A released one is never edited. */
export const MIGRATIONS: readonly (new () => MigrationInterface)[] = [Experiments, ModelPrices];
