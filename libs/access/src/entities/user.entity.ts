import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** A person who signs in. */
@Entity('users')
export class User {
  @PrimaryColumn({ type: 'uuid' })
  id: string = '';

  /** What they sign in with; lower case. */
  @Column({ type: 'varchar', length: 255 })
  name: string = '';

  @Column({ name: 'display_name', type: 'varchar', length: 255, default: '' })
  displayName: string = '';

  /** Argon2id in PHC's form; null for who signs in elsewhere only. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash: string | null = null;

  /** Whether all workspaces, users and engines are theirs to run. */
  @Column({ name: 'is_operator', type: 'boolean', default: false })
  isOperator: boolean = false;

  @Column({ name: 'is_disabled', type: 'boolean', default: false })
  isDisabled: boolean = false;

  /** Who vouches for them: the issuer of OpenID Connect, and their name there. */
  @Column({ name: 'oidc_issuer', type: 'text', nullable: true })
  oidcIssuer: string | null = null;

  @Column({ name: 'oidc_subject', type: 'text', nullable: true })
  oidcSubject: string | null = null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'last_sign_in_time', type: 'bigint', transformer: MILLISECONDS, nullable: true })
  lastSignInTime: number | null = null;
}
