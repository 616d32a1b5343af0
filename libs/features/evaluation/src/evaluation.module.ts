import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessModule, askDatabase } from '@millrace/access';
import { HealthChecks } from '@millrace/service-kit';
import { EvaluationOptions, evaluationConfigSchema, type EvaluationConfig } from './evaluation.config.ts';
import { ScheduleClock } from './schedules/schedule-clock.ts';
import { TraceEventsService } from './trace-events.service.ts';

/** Judging and what comes of it. Needs DomainEvents, TraceReader, TraceAnalytics and the `DataSource` of PostgresModule. */
@Module({
  imports: [AccessModule],
  providers: [
    { provide: EvaluationOptions, useValue: new EvaluationOptions(evaluationConfigSchema.parse({})) },
    ScheduleClock,
    TraceEventsService,
  ],
})
export class EvaluationModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthChecks,
  ) {}

  /** With settings other than the preset ones. */
  static register(config: EvaluationConfig): DynamicModule {
    return {
      module: EvaluationModule,
      providers: [{ provide: EvaluationOptions, useValue: new EvaluationOptions(config) }],
    };
  }

  onModuleInit(): void {
    this.health.register('postgres', async () => {
      await askDatabase(this.dataSource, (manager) => manager.query('SELECT 1'));
    });
  }
}
