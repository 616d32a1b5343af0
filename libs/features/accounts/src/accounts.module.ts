import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { AccountsOptions, type AccountsConfig } from './accounts.config.ts';
import { ApiKeysController } from './api-keys/api-keys.controller.ts';
import { ApiKeysService } from './api-keys/api-keys.service.ts';
import { ApiKeyLimitsController } from './limits/api-key-limits.controller.ts';
import { ApiKeyLimits } from './limits/api-key-limits.service.ts';
import { LimitsService } from './limits/limits.service.ts';
import { WorkspaceLimitsController } from './limits/workspace-limits.controller.ts';
import { WorkspaceLimits } from './limits/workspace-limits.service.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AuditService } from './audit/audit.service.ts';
import { MembersController } from './members/members.controller.ts';
import { MembersService } from './members/members.service.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { OidcClient } from './oidc/oidc-client.ts';
import { OidcUsers } from './oidc/oidc-users.service.ts';
import { OidcController } from './oidc/oidc.controller.ts';
import { BrowserSessions } from './sign-in/browser-sessions.service.ts';
import { FirstOperator } from './users/first-operator.ts';
import { UsersController } from './users/users.controller.ts';
import { UsersService } from './users/users.service.ts';

/** Users, members of workspaces, API keys, limits, signing in, and what was done. Needs AuthenticationModule and a DataSource. */
@Module({})
export class AccountsModule {
  static register(config: AccountsConfig): DynamicModule {
    return {
      module: AccountsModule,
      imports: [AccessModule],
      controllers: [
        ApiKeyLimitsController,
        ApiKeysController,
        AuditController,
        MembersController,
        OidcController,
        SignInController,
        UsersController,
        WorkspaceLimitsController,
      ],
      providers: [
        { provide: AccountsOptions, useValue: new AccountsOptions(config) },
        ApiKeyLimits,
        ApiKeysService,
        AuditService,
        FirstOperator,
        LimitsService,
        MembersService,
        OidcClient,
        OidcUsers,
        BrowserSessions,
        UsersService,
        WorkspaceLimits,
      ],
    };
  }
}
