import { Module, type DynamicModule } from '@nestjs/common';
import { HealthChecks } from './health/health-checks.ts';
import { HealthController } from './health/health.controller.ts';
import { Metrics } from './metrics/metrics.ts';
import { MetricsController } from './metrics/metrics.controller.ts';

/** What every service has: health, metrics. */
@Module({})
export class ServiceKitModule {
  /** `service` names the process in logs and telemetry. */
  static for(_service: string): DynamicModule {
    return {
      module: ServiceKitModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [HealthChecks, Metrics],
      exports: [HealthChecks, Metrics],
    };
  }
}
