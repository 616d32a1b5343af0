import { ApiProperty } from '@nestjs/swagger';
import type { User } from '@millrace/access';
import { z } from 'zod';

const password = z.string().describe('12 to 1000 characters');

export const createUserBody = z.object({
  name: z.string().describe('What they sign in with: a login or an e-mail address; kept in lower case'),
  display_name: z.string().default(''),
  password: password.optional().describe('Absent: they sign in by OpenID Connect only'),
  is_operator: z.boolean().default(false).describe('Whether all workspaces and users are theirs to run'),
});
export type CreateUserBody = z.output<typeof createUserBody>;

export const updateUserBody = z.object({
  display_name: z.string().optional(),
  password: password.optional().describe('Ends their sessions'),
  is_operator: z.boolean().optional(),
  is_disabled: z.boolean().optional().describe('Whether they are shut out; ends their sessions'),
});
export type UpdateUserBody = z.output<typeof updateUserBody>;

/** Someone who may sign in, as operators see them. */
export class UserDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly user_id: string;

  @ApiProperty({ type: String, example: 'ada@example.com' })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly display_name: string;

  @ApiProperty({ type: Boolean, description: 'Whether all workspaces and users are theirs to run' })
  readonly is_operator: boolean;

  @ApiProperty({ type: Boolean })
  readonly is_disabled: boolean;

  @ApiProperty({ type: Boolean, description: 'Whether they may sign in by password' })
  readonly has_password: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  readonly last_sign_in_time?: string;

  constructor(user: User) {
    this.user_id = user.id;
    this.name = user.name;
    this.display_name = user.displayName;
    this.is_operator = user.isOperator;
    this.is_disabled = user.isDisabled;
    this.has_password = user.passwordHash !== null;
    this.creation_time = new Date(user.creationTime).toISOString();
    if (user.lastSignInTime !== null) this.last_sign_in_time = new Date(user.lastSignInTime).toISOString();
  }
}

export class UserListDto {
  @ApiProperty({ type: () => [UserDto] })
  readonly users: readonly UserDto[];

  constructor(users: readonly User[]) {
    this.users = users.map((user) => new UserDto(user));
  }
}
