import { KafkaDomainEventsModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { RedisModule } from '@millrace/adapter-redis';
import { EvaluationModule } from '@millrace/feature-evaluation';
import { ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './app.config.ts';

/** Evaluator: hears of completed traces. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('evaluator'),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        RedisModule.register({ url: config.MILLRACE_REDIS_URL }),
        EvaluationModule,
      ],
    };
  }
}
