import { Module } from '@nestjs/common';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';

/** Who may do what where; so far: which experiments there are. Needs the `DataSource` of PostgresModule. */
@Module({ providers: [ExperimentDirectory], exports: [ExperimentDirectory] })
export class AccessModule {}
