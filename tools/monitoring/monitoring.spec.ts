import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricsOf, readExpressions, readRules } from './read-monitoring.ts';

const RUNBOOK = 'docs/operations.md';
const runbook = readFileSync(join(import.meta.dirname, '../..', RUNBOOK), 'utf8');

describe('the alerts', () => {
  const { alerts, recordings } = readRules();

  it.each(alerts.map((alert) => [alert.alert, alert] as const))('%s has its runbook', (name, alert) => {
    expect(alert.annotations.runbook_url).toBe(`${RUNBOOK}#${name.toLowerCase()}`);
    const [, text] = runbook.split(`\n### ${name}\n`);
    expect(text?.split('\n#')[0]?.trim().length).toBeGreaterThan(100);
  });

  it('are all that the runbook tells of', () => {
    const told = [...runbook.matchAll(/^### (Millrace\w+)$/gm)].map(([, name]) => name);
    expect(told).toEqual(alerts.map(({ alert }) => alert));
  });

  it('name only recordings that are there', () => {
    const used = alerts.flatMap(({ expr }) => metricsOf(expr)).filter((name) => name.includes(':'));
    const recorded = recordings.map(({ record }) => record);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !recorded.includes(name))).toEqual([]);
  });
});

describe('metricsOf', () => {
  it('reads every expression of alerts and dashboard', () => {
    const expressions = readExpressions();
    expect(expressions.length).toBeGreaterThan(30);
    for (const expression of expressions) expect(metricsOf(expression), expression).not.toEqual([]);
  });

  it('finds metrics wherever they stand', () => {
    expect(metricsOf('sum by (kind) (rate(a_total{b="c"}[5m] offset 1h)) / (d or vector(0))')).toEqual([
      'a_total',
      'd',
    ]);
  });

  it('refuses what is no PromQL', () => {
    expect(() => metricsOf('sum(rate(a_total[5m])')).toThrow('no PromQL');
    expect(() => metricsOf('max(a) >> 3')).toThrow('no PromQL');
  });
});
