import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ErrorFormats } from './errors/error-formats.ts';
import { ErrorFilter } from './errors/error.filter.ts';
import { HealthChecks } from './health/health-checks.ts';
import { HealthController } from './health/health.controller.ts';
import { NativeHealthController } from './health/native-health.controller.ts';
import { Metrics } from './metrics/metrics.ts';
import { MetricsController } from './metrics/metrics.controller.ts';

/** What every service has: health, metrics, errors as answers. */
@Module({})
export class ServiceKitModule {
  /** `service` names the process in its metrics. */
  static for(service: string): DynamicModule {
    return {
      module: ServiceKitModule,
      global: true,
      controllers: [HealthController, NativeHealthController, MetricsController],
      providers: [
        ErrorFormats,
        HealthChecks,
        { provide: Metrics, useFactory: () => Metrics.of(service) },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
      exports: [ErrorFormats, HealthChecks, Metrics],
    };
  }
}
