/** Names of the parts in a data folder; they have the same in a backup. */
export const PARTS = {
  log: 'log',
  events: 'events',
  clickhouse: 'clickhouse',
  postgres: 'postgres',
  blobs: 'blobs',
} as const;

/** Single files of a data folder: the key that decrypts stored secrets, and the first password of `admin`. */
export const KEPT_FILES = ['secret.key', 'admin-password'] as const;

export const MANIFEST = 'manifest.json';
/** Files that are being written and folders that are being removed: nothing is known by them. */
export const SCRATCH = '.scratch';
