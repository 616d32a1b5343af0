import { hostJobWorker } from '@millrace/port-contracts/job-worker-host';
import { BossConnection } from '../boss-connection.ts';
import { PgBossJobQueue } from '../pg-boss-job-queue.ts';

const [url = ''] = process.argv.slice(2);
const queue = new PgBossJobQueue(new BossConnection({ url }));
await hostJobWorker(async () => ({ queue, close: () => queue.close() }));
