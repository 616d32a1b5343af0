import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { SETTINGS_OF_APPS } from '../generate/settings-of-apps.ts';
import { chartFiles, settingNames } from './chart-files.ts';
import { valuesSchema } from './values-schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHART = join(ROOT, 'deploy/helm/millrace');
/** The part of a setting's name by which it is known that a service talks to a store. */
const STORES: Readonly<Record<string, string>> = {
  kafka: 'MILLRACE_KAFKA_BROKERS',
  clickhouse: 'MILLRACE_CLICKHOUSE_URL',
  postgres: 'MILLRACE_POSTGRES_URL',
  redis: 'MILLRACE_REDIS_URL',
  blobs: 'MILLRACE_BLOB_URL',
};
const PORTS: Readonly<Record<string, string>> = {
  http: 'MILLRACE_PORT',
  'otlp-http': 'MILLRACE_OTLP_HTTP_PORT',
  'otlp-grpc': 'MILLRACE_OTLP_GRPC_PORT',
};

interface ServiceFacts {
  readonly ports: Readonly<Record<string, number>>;
  readonly stores: readonly string[];
}

const read = (name: string): unknown => parse(readFileSync(join(CHART, name), 'utf8'));

describe('the files of the chart that are made', () => {
  it('are what the code makes: else run npm run chart', async () => {
    for (const { file, content } of await chartFiles()) expect(readFileSync(file, 'utf8')).toBe(content);
  });
});

describe('the values of the chart', () => {
  it('have a default wherever the schema has a value, and no other', () => {
    const schema = valuesSchema(settingNames());
    const values = read('values.yaml');
    expect(schema.parse(values)).toEqual(values);
    expect(() => schema.parse({ clikhouse: {} })).toThrow('clikhouse');
  });

  it('take settings that there are, and that no other value says', () => {
    const settings = valuesSchema(settingNames()).shape.settings;
    expect(settings.safeParse({ MILLRACE_JUDGE_MODEL: 'openai:/x', AWS_REGION: 'x' }).success).toBe(true);
    for (const name of ['MILLRACE_JUGDE_MODEL', 'MILLRACE_KAFKA_BROKERS', 'MILLRACE_OTLP_GRPC_PORT'])
      expect(settings.safeParse({ [name]: 'x' }).success).toBe(false);
  });
});

describe('what the chart knows of the services', () => {
  const facts = Object.entries(read('files/services.yaml') as Readonly<Record<string, ServiceFacts>>);

  it.each(facts)('%s: its ports and stores are those of its settings', (app, { ports, stores }) => {
    const settings = SETTINGS_OF_APPS[app as keyof typeof SETTINGS_OF_APPS].shape;
    const wanted = Object.keys(STORES).filter((store) => (STORES[store] ?? '') in settings);
    expect(stores.toSorted()).toEqual(wanted.toSorted());
    const defaults = Object.keys(PORTS).flatMap((name) => {
      const setting = Reflect.get(settings, PORTS[name] ?? '');
      return setting ? [[name, setting.parse(undefined)]] : [];
    });
    expect(ports).toEqual(Object.fromEntries(defaults));
  });

  it('is about every service of the distributed mode', () => {
    const others = ['standalone', 'migrate'];
    const apps = Object.keys(SETTINGS_OF_APPS).filter((app) => !others.includes(app));
    expect(facts.map(([app]) => app).toSorted()).toEqual(apps.toSorted());
  });
});
