import { expect, it } from 'vitest';
import { renderChart } from '../support/kubernetes/helm.ts';

it.each([
  [{ kafka: { sasl: { mechanism: 'plain' } } }, 'the bundled Kafka has neither: set kafka.brokers to yours'],
  [
    { postgres: { url: 'postgres://host/db', existingSecret: { name: 'mine' } } },
    'postgres.url and postgres.existingSecret.name are both set: set one of them',
  ],
  [
    { blobs: { url: 'file:///blobs' } },
    'blobs.url is a folder, which services on several nodes do not share',
  ],
  [{ clickhouse: { cluster: 'mine' } }, 'the bundled ClickHouse is a single node'],
  [{ httpRoute: { enabled: true } }, 'httpRoute.enabled needs httpRoute.parentRefs'],
  [
    { writer: { replicas: 9 } },
    'writer: 9 replicas, but only as many work as kafka.topics.partitions (8) says',
  ],
  [{ ingest: { autoscaling: { enabled: true, by: 'jobs' } } }, 'ingest.autoscaling.by is jobs'],
])('values that do not fit together are refused: %j', async (values, sentence) => {
  await expect(renderChart(values)).rejects.toThrow(sentence);
});

it('all faults are told at once', async () => {
  const values = { kafka: { sasl: { mechanism: 'plain' } }, blobs: { url: 'file:///blobs' } };
  await expect(renderChart(values)).rejects.toThrow(/set kafka\.brokers[^]*blobs\.url is a folder/);
});

it('a value that the chart does not have is refused', async () => {
  await expect(renderChart({ ingres: {} })).rejects.toThrow(/ingres/);
});
