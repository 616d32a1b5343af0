import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** A browser that is signed in. */
@Entity('user_sessions')
export class UserSession {
  /** SHA-256 of the cookie's token, in hexadecimal. */
  @PrimaryColumn({ name: 'token_hash', type: 'char', length: 64 })
  tokenHash: string = '';

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string = '';

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @Column({ name: 'expiration_time', type: 'bigint', transformer: MILLISECONDS })
  expirationTime: number = 0;
}
