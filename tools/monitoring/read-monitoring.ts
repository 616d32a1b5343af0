import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { z } from 'zod';

const FILES = join(import.meta.dirname, '../../deploy/helm/millrace/files');

const alertSchema = z.strictObject({
  alert: z.string(),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity: z.enum(['warning', 'critical']) }),
  annotations: z.strictObject({ summary: z.string(), runbook_url: z.string() }),
});
const recordSchema = z.strictObject({ record: z.string(), expr: z.string() });
const alertsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({ name: z.string(), rules: z.array(z.union([alertSchema, recordSchema])).min(1) }),
  ),
});
const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })),
});

export type Alert = z.infer<typeof alertSchema>;
type Recording = z.infer<typeof recordSchema>;

/** The rules for Prometheus; throws for one that is not as its operator expects it. */
export function readRules(): {
  readonly alerts: readonly Alert[];
  readonly recordings: readonly Recording[];
} {
  const { groups } = alertsSchema.parse(parse(readFileSync(join(FILES, 'alerts.yaml'), 'utf8')));
  const rules = groups.flatMap((group) => group.rules);
  return {
    alerts: rules.filter((rule) => 'alert' in rule),
    recordings: rules.filter((rule) => 'record' in rule),
  };
}

/** Every expression of the alerts and of the dashboard. */
export function readExpressions(): readonly string[] {
  const { alerts, recordings } = readRules();
  const { panels } = dashboardSchema.parse(JSON.parse(readFileSync(join(FILES, 'dashboard.json'), 'utf8')));
  const drawn = panels.flatMap(({ targets }) => targets);
  return [...alerts, ...recordings, ...drawn].map(({ expr }) => expr);
}

/** The metrics that an expression names. Throws where it is no PromQL. */
export function metricsOf(expression: string): readonly string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ name, from, to, type }) => {
      if (type.isError) throw new Error(`no PromQL at ${from}: ${expression}`);
      if (name === 'VectorSelector') names.push(/^[\w:]+/.exec(expression.slice(from, to))?.[0] ?? '');
    },
  });
  return names;
}
