import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type ApiKey, type Role } from '@millrace/access';
import { z } from 'zod';

export const createApiKeyBody = z.object({
  name: z.string().describe('What it is for: `checkout service, production`'),
  role: z
    .enum(ROLES)
    .default('ingest')
    .describe('ingest: sends traces, no more; viewer: looks; editor: changes; admin: everything here'),
  experiment_id: z.string().optional().describe('Holds it to this experiment; absent: the whole workspace'),
  expiration_time: z.iso
    .datetime({ offset: true, error: 'expected a time such as 2027-01-31T00:00:00Z' })
    .transform((text) => Date.parse(text))
    .optional()
    .describe('RFC 3339; absent: it does not expire'),
});
export type CreateApiKeyBody = z.output<typeof createApiKeyBody>;

/** A key without its secret, which nobody keeps. */
export class ApiKeyDto {
  @ApiProperty({ type: String, description: 'The part of the key after `mr_`' })
  readonly key_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, enum: ROLES })
  readonly role: Role;

  @ApiProperty({ type: String, required: false, description: 'Absent: the whole workspace' })
  readonly experiment_id?: string;

  @ApiProperty({ type: String, description: 'Name of who made it; empty where nobody signs in' })
  readonly created_by: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  readonly expiration_time?: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'To the minute' })
  readonly last_used_time?: string;

  @ApiProperty({ type: String, format: 'date-time', required: false })
  readonly revocation_time?: string;

  constructor(key: ApiKey) {
    this.key_id = key.id;
    this.name = key.name;
    this.role = key.role;
    if (key.experimentId !== null) this.experiment_id = String(key.experimentId);
    this.created_by = key.createdBy;
    this.creation_time = toText(key.creationTime);
    if (key.expirationTime !== null) this.expiration_time = toText(key.expirationTime);
    if (key.lastUsedTime !== null) this.last_used_time = toText(key.lastUsedTime);
    if (key.revocationTime !== null) this.revocation_time = toText(key.revocationTime);
  }
}

export class NewApiKeyDto extends ApiKeyDto {
  @ApiProperty({ type: String, description: 'The whole key. It is told this once: keep it' })
  readonly api_key: string;

  constructor(key: ApiKey, text: string) {
    super(key);
    this.api_key = text;
  }
}

export class ApiKeyListDto {
  @ApiProperty({ type: () => [ApiKeyDto] })
  readonly api_keys: readonly ApiKeyDto[];

  constructor(keys: readonly ApiKey[]) {
    this.api_keys = keys.map((key) => new ApiKeyDto(key));
  }
}

function toText(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
