import { Module } from '@nestjs/common';
import { PriceDirectory } from './prices/price-directory.ts';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';
import { ForwardingLedger } from './forwarding/forwarding-ledger.ts';
import { SamplingDirectory } from './sampling/sampling-directory.ts';
import { SamplingLedger } from './sampling/sampling-ledger.ts';

const SHARED = [ExperimentDirectory, ForwardingLedger, PriceDirectory, SamplingDirectory, SamplingLedger];

/** Who may do what where; so far: which experiments there are, and which prices. Needs the `DataSource` of PostgresModule. */
@Module({ providers: SHARED, exports: SHARED })
export class AccessModule {}
