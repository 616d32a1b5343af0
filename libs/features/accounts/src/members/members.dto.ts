import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '@millrace/access';
import { z } from 'zod';
import type { Member } from './members.service.ts';

export const setMemberBody = z.object({
  role: z
    .enum(ROLES)
    .describe('admin: everything here; editor: changes; viewer: looks; ingest: sends traces, no more'),
});
export type SetMemberBody = z.output<typeof setMemberBody>;

export class MemberDto {
  @ApiProperty({ type: String, example: 'ada@example.com' })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly display_name: string;

  @ApiProperty({ type: String, enum: ROLES })
  readonly role: Role;

  @ApiProperty({ type: Boolean, description: 'Shut out of the installation' })
  readonly is_disabled: boolean;

  constructor({ user, role }: Member) {
    this.name = user.name;
    this.display_name = user.displayName;
    this.role = role;
    this.is_disabled = user.isDisabled;
  }
}

export class MemberListDto {
  @ApiProperty({ type: () => [MemberDto] })
  readonly members: readonly MemberDto[];

  constructor(members: readonly Member[]) {
    this.members = members.map((member) => new MemberDto(member));
  }
}
