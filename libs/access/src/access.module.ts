import { Module } from '@nestjs/common';
import { PriceDirectory } from './prices/price-directory.ts';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';

/** Who may do what where; so far: which experiments there are, and which prices. Needs the `DataSource` of PostgresModule. */
@Module({ providers: [ExperimentDirectory, PriceDirectory], exports: [ExperimentDirectory, PriceDirectory] })
export class AccessModule {}
