/** What an operator sets about Redis. */
export interface RedisConfig {
  /** `redis://` or `rediss://` (TLS), with user and password if it asks for them. */
  readonly url: string;
}
