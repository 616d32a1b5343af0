import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ApiKeyDirectory } from './authentication/api-key-directory.ts';
import { AuthenticationConfig } from './authentication/authentication-config.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { AuditInterceptor } from './audit/audit.interceptor.ts';
import { Authenticator } from './authentication/authenticator.ts';
import { PasswordSignIn } from './authentication/password-sign-in.ts';
import { UserDirectory } from './authentication/user-directory.ts';
import { PriceDirectory } from './prices/price-directory.ts';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';
import { ForwardingLedger } from './forwarding/forwarding-ledger.ts';
import { AccessGuard } from './permissions/access.guard.ts';
import { Admission } from './permissions/admission.ts';
import { ExperimentScope } from './permissions/experiment-scope.ts';
import { SamplingDirectory } from './sampling/sampling-directory.ts';
import { SamplingLedger } from './sampling/sampling-ledger.ts';
import { WorkspaceDirectory } from './workspaces/workspace-directory.ts';

const SHARED = [
  Admission,
  ApiKeyDirectory,
  AuditTrail,
  Authenticator,
  ExperimentDirectory,
  ForwardingLedger,
  PriceDirectory,
  SamplingDirectory,
  SamplingLedger,
  PasswordSignIn,
  UserDirectory,
  WorkspaceDirectory,
];

/**
 * Who may do what where, and which workspaces, experiments and prices there are. Every request of an app that has it is let in or
 * refused, and placed in a workspace. Needs the `DataSource` of PostgresModule and AuthenticationModule.
 */
@Module({
  providers: [
    ...SHARED,
    ExperimentScope,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
  ],
  exports: SHARED,
})
export class AccessModule {}

/** Whether anybody has to sign in: every app says so, for none may be open by omission. */
@Module({})
export class AuthenticationModule {
  static register(isRequired: boolean): DynamicModule {
    const config = { provide: AuthenticationConfig, useValue: new AuthenticationConfig(isRequired) };
    return {
      module: AuthenticationModule,
      global: true,
      providers: [config],
      exports: [AuthenticationConfig],
    };
  }
}
