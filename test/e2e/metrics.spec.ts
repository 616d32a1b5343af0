import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { metricsOf, readExpressions } from '../../tools/monitoring/read-monitoring.ts';
import { startDistributed, type RunningDistributed } from '../support/distributed.ts';

const PATIENCE_MS = 40_000;
const RECORDED = /:/;
const SUFFIXES = { histogram: ['_bucket', '_count', '_sum'], counter: [''], gauge: [''] } as const;
let system: RunningDistributed;

beforeAll(async () => {
  system = await startDistributed();
});
afterAll(() => system.stop());

async function scrape(): Promise<string> {
  const pages = await Promise.all(
    Object.values(system.services).map(async ({ url }) => (await fetch(`${url}/metrics`)).text()),
  );
  return pages.join('\n');
}

function exportedBy(page: string): ReadonlySet<string> {
  const names = [...page.matchAll(/^# TYPE (\S+) (histogram|counter|gauge)$/gm)].flatMap(([, name, type]) =>
    SUFFIXES[type as keyof typeof SUFFIXES].map((suffix) => `${name}${suffix}`),
  );
  return new Set(names);
}

describe('running services', () => {
  it('export every metric that alerts and dashboard name', async () => {
    const named = [...new Set(readExpressions().flatMap(metricsOf))].filter((name) => !RECORDED.test(name));
    expect(named.length).toBeGreaterThan(15);
    await vi.waitFor(async () => {
      const exported = exportedBy(await scrape());
      expect(named.filter((name) => !exported.has(name))).toEqual([]);
    }, PATIENCE_MS);
  });

  it('say that nothing is behind, that disks have room, and which service they are', async () => {
    await fetch(`${system.url}/api/v1/experiments`);
    await vi.waitFor(async () => {
      const page = await scrape();
      for (const service of ['writer', 'query-api']) {
        expect(page).toContain(`millrace_log_lag_seconds{service="${service}"} 0\n`);
        expect(page).toContain(`millrace_clickhouse_migrations_pending{service="${service}"} 0\n`);
        expect(page).toMatch(
          new RegExp(`millrace_clickhouse_disk_free_ratio\\{service="${service}"\\} 0\\.\\d`),
        );
      }
      expect(page).toMatch(/process_start_time_seconds\{service="ingest"\} \d/);
      expect(page).toMatch(
        /millrace_http_server_request_duration_seconds_count\{service="registry",http_request_method="GET",http_route="\/api\/v1\/experiments",.*\} [1-9]/,
      );
    }, PATIENCE_MS);
  });
});
