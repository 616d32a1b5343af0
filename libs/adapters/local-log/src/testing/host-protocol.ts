import type { LogEntry, LogRecord } from '@millrace/ports';

export type HostRequest = { readonly id: number } & (
  | { readonly kind: 'append'; readonly records: readonly LogRecord[] }
  | { readonly kind: 'consume' }
  | { readonly kind: 'commit'; readonly shard: number; readonly sequence: bigint }
  | { readonly kind: 'resolve'; readonly call: number }
);

export type HostReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'assigned'; readonly shards: readonly number[] }
  | {
      readonly kind: 'entries';
      readonly call: number;
      readonly shard: number;
      readonly entries: readonly LogEntry[];
    };
