import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../permissions/roles.ts';
import { MILLISECONDS } from './milliseconds.ts';

/** A program's way in. Its secret is kept nowhere, only a hash of it. */
@Entity('api_keys')
export class ApiKey {
  /** The part of the key that finds it. */
  @PrimaryColumn({ type: 'varchar', length: 12 })
  id: string = '';

  @Column({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  /** Null: all experiments of the workspace. */
  @Column({ name: 'experiment_id', type: 'integer', nullable: true })
  experimentId: number | null = null;

  @Column({ type: 'varchar', length: 255 })
  name: string = '';

  @Column({ type: 'text' })
  role: Role = 'ingest';

  /** SHA-256. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash: Buffer = Buffer.alloc(0);

  /** Name of who made it. */
  @Column({ name: 'created_by', type: 'varchar', length: 255, default: '' })
  createdBy: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'expiration_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  expirationTime: number | null = null;

  /** To the minute. */
  @Column({ name: 'last_used_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  lastUsedTime: number | null = null;

  @Column({ name: 'revocation_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  revocationTime: number | null = null;
}
