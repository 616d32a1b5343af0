import { hostJobWorker } from '@millrace/port-contracts/job-worker-host';
import { BullmqJobQueue } from '../bullmq-job-queue.ts';
import { RedisConnection } from '../redis-connection.ts';

const [url = ''] = process.argv.slice(2);
const queue = new BullmqJobQueue(new RedisConnection({ url }));
await hostJobWorker(async () => ({ queue, close: () => queue.close() }));
