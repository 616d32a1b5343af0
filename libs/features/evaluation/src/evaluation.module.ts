import { Module } from '@nestjs/common';
import { TraceEventsService } from './trace-events.service.ts';

/** Where judging begins: hears of completed and reopened traces. Needs DomainEvents. */
@Module({ providers: [TraceEventsService] })
export class EvaluationModule {}
