import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Principal, type Role } from '@millrace/access';
import { z } from 'zod';

export const signInBody = z.object({ name: z.string(), password: z.string() });
export type SignInBody = z.output<typeof signInBody>;

export const changePasswordBody = z.object({
  old_password: z.string(),
  new_password: z.string().describe('12 to 1000 characters'),
});
export type ChangePasswordBody = z.output<typeof changePasswordBody>;

export class WorkspaceRoleDto {
  @ApiProperty({ type: String })
  readonly workspace: string;

  @ApiProperty({ type: String, enum: ROLES })
  readonly role: Role;

  constructor(workspace: string, role: Role) {
    this.workspace = workspace;
    this.role = role;
  }
}

/** Who calls, as far as this server knows. */
export class SignInDto {
  @ApiProperty({ type: Boolean, description: 'Whether anybody has to sign in here' })
  readonly is_authentication_required: boolean;

  @ApiProperty({ type: Boolean, description: 'Whether the caller may go on' })
  readonly is_signed_in: boolean;

  @ApiProperty({ type: String, required: false, description: 'Of the user or the key' })
  readonly name?: string;

  @ApiProperty({ type: Boolean, description: 'Whether all workspaces and users are theirs to run' })
  readonly is_operator: boolean;

  @ApiProperty({ type: () => [WorkspaceRoleDto], description: 'An operator needs none' })
  readonly roles: readonly WorkspaceRoleDto[];

  @ApiProperty({
    type: String,
    required: false,
    description: 'What one may sign in by besides a password, at /auth/oidc; absent: nothing else',
  })
  readonly openid_connect_name?: string;

  constructor(isRequired: boolean, principal: Principal | undefined, openIdName: string | undefined) {
    if (openIdName !== undefined) this.openid_connect_name = openIdName;
    this.is_authentication_required = isRequired;
    this.is_signed_in = principal !== undefined;
    if (principal && principal.kind !== 'anyone') this.name = principal.name;
    this.is_operator = principal?.isOperator === true;
    this.roles = [...(principal?.roles ?? [])].map(
      ([workspace, role]) => new WorkspaceRoleDto(workspace, role),
    );
  }
}
