import type { SpanLogConsumption } from '@millrace/ports';
import { LocalSpanLog } from '../span-log/local-span-log.ts';
import type { HostReply, HostRequest } from './host-protocol.ts';

/** The child process of crash tests: holds a LocalSpanLog and does what its parent asks until it is killed. */
const log = await LocalSpanLog.open({ dir: process.argv[2] ?? '' });
const open = new Map<number, PromiseWithResolvers<void>>();
let consumption: SpanLogConsumption | undefined;
let calls = 0;

process.on('message', (request: HostRequest) => {
  handle(request).then(
    () => send({ kind: 'done', id: request.id }),
    (error: unknown) => send({ kind: 'failed', id: request.id, message: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
send({ kind: 'ready' });

async function handle(request: HostRequest): Promise<void> {
  if (request.kind === 'append') await log.append(request.records);
  if (request.kind === 'commit') await consumption?.commit(request.shard, request.sequence);
  if (request.kind === 'resolve') open.get(request.call)?.resolve();
  if (request.kind === 'consume') {
    consumption = await log.consume({
      onEntries: (shard, entries) => {
        const call = calls++;
        const answer = Promise.withResolvers<void>();
        open.set(call, answer);
        send({ kind: 'entries', call, shard, entries });
        return answer.promise;
      },
      onAssigned: async (shards) => send({ kind: 'assigned', shards: shards.map(({ shard }) => shard) }),
      onRevoked: async () => undefined,
    });
  }
}

function send(reply: HostReply): void {
  process.send?.(reply);
}
