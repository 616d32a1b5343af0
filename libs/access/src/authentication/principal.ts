import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '../permissions/roles.ts';

/** Who calls. */
export interface Principal {
  /** `anyone`: nobody has to sign in here. */
  readonly kind: 'anyone' | 'user' | 'key';
  /** Of the user or key; empty for anyone. */
  readonly id: string;
  /** As people know it: a user's name, a key's name. */
  readonly name: string;
  /** Whether all workspaces, users and engines are theirs to run. */
  readonly isOperator: boolean;
  /** By id of the workspace. An operator needs none. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Set for a key of one experiment alone. */
  readonly experimentId: number | undefined;
}

export const ANYONE: Principal = {
  kind: 'anyone',
  id: '',
  name: '',
  isOperator: true,
  roles: new Map(),
  experimentId: undefined,
};

/** Whoever calls, as AccessGuard found it; undefined on a public endpoint. */
export const CurrentPrincipal = createParamDecorator((_: unknown, context: ExecutionContext) =>
  requestPrincipal(context.switchToHttp().getRequest<object>()),
);

/** For what is no controller. Throws where AccessGuard asked nobody: no endpoint may take its caller for granted by accident. */
export function requestPrincipal(request: object): Principal {
  const principal = Reflect.get(request, 'principal') as Principal | undefined;
  if (principal === undefined) throw new Error('AccessGuard found no caller of this request');
  return principal;
}
