import { PostgresModule } from '@millrace/adapter-postgres';
import { REGISTRY_ENTITIES, RegistryModule } from '@millrace/feature-registry';
import { SecretsModule, ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from './app.config.ts';

/** Registry: what is kept in PostgreSQL. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('registry'),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }, REGISTRY_ENTITIES),
        SecretsModule.register({
          key: config.MILLRACE_SECRET_KEY,
          previousKeys: config.MILLRACE_SECRET_PREVIOUS_KEYS,
        }),
        RegistryModule,
      ],
    };
  }
}
