import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ApiKeyDirectory } from './authentication/api-key-directory.ts';
import { AuthenticationConfig } from './authentication/authentication-config.ts';
import type { AuthenticationOptions } from './authentication/authentication-options.ts';
import { KeyUses } from './audit/key-uses.ts';
import { SignInLimits } from './authentication/sign-in-limits.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { AuditInterceptor } from './audit/audit.interceptor.ts';
import { Authenticator } from './authentication/authenticator.ts';
import { PasswordSignIn } from './authentication/password-sign-in.ts';
import { UserDirectory } from './authentication/user-directory.ts';
import { PriceDirectory } from './prices/price-directory.ts';
import { ExperimentDirectory } from './experiments/experiment-directory.ts';
import { LimitStore } from './limits/limit-store.ts';
import { DefaultLimits } from './limits/default-limits.ts';
import { TenantInterceptor } from './limits/tenant.interceptor.ts';
import { UsageLimiter } from './limits/usage-limiter.ts';
import { LegalHolds } from './holds/legal-holds.ts';
import { ForwardingLedger } from './forwarding/forwarding-ledger.ts';
import { MaskingDirectory } from './masking/masking-directory.ts';
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
  MaskingDirectory,
  LimitStore,
  LegalHolds,
  PriceDirectory,
  SamplingDirectory,
  SamplingLedger,
  PasswordSignIn,
  UsageLimiter,
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
    KeyUses,
    SignInLimits,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
    { provide: APP_INTERCEPTOR, useClass: TenantInterceptor },
  ],
  exports: SHARED,
})
export class AccessModule {}

/** Whether anybody has to sign in: every app says so, for none may be open by omission. And what tenants may use by default. */
@Module({})
export class AuthenticationModule {
  static register({ isRequired, metricsToken, defaultLimits = {} }: AuthenticationOptions): DynamicModule {
    const providers = [
      { provide: AuthenticationConfig, useValue: new AuthenticationConfig(isRequired, metricsToken) },
      { provide: DefaultLimits, useValue: new DefaultLimits(defaultLimits) },
    ];
    return {
      module: AuthenticationModule,
      global: true,
      providers,
      exports: [AuthenticationConfig, DefaultLimits],
    };
  }
}
