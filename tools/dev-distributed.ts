// npm run dev:distributed: every service as a process of its own on real Kafka, PostgreSQL, Redis and ClickHouse, no containers.
import { startDistributed } from '../test/support/distributed.ts';

const DATA_DIR = '.millrace/distributed';

const running = await startDistributed({
  dataDir: DATA_DIR,
  ports: { gateway: 5000, otlpHttp: 4318, otlpGrpc: 4317 },
  onOutput: (service, text) => process.stdout.write(text.replaceAll(/^(?=.)/gm, `${service.padEnd(9)} `)),
});
const lines = [
  `Millrace, distributed, on ${running.url} (data in ${DATA_DIR})`,
  `  OTLP/HTTP ${running.otlpUrl}, OTLP/gRPC ${running.otlpGrpcAddress}`,
  ...Object.values(running.services).map(({ name, url, pid }) => `  ${name.padEnd(9)} ${url} pid ${pid}`),
  ...Object.entries(running.environment).map(([name, value]) => `  ${name}=${value}`),
  'Ctrl-C stops all of it.',
];
process.stdout.write(`${lines.join('\n')}\n`);

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void running.stop().then(() => process.exit(0));
  });
}
