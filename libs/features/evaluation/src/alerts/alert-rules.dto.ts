import { ApiProperty } from '@nestjs/swagger';
import { DIMENSION_NAMES, MEASURE_NAMES } from '@millrace/ports';
import { ZodPipe } from '@millrace/service-kit';
import { z } from 'zod';
import type { AlertChange } from './alert-change.entity.ts';
import {
  ALERT_STATES,
  alertDefinition,
  describeDefinition,
  viewOf,
  type AlertCondition,
  type AlertState,
} from './alert-definition.ts';
import type { AlertLook } from './alert-measuring.service.ts';
import type { AlertRuleSettings, PageOf, StandingRule } from './alert-rules.service.ts';

const { shape } = alertDefinition;
const settings = {
  name: z.string().min(1).max(250),
  description: z.string().max(10_000),
  is_enabled: z.boolean(),
  webhook_ids: z
    .array(z.uuid())
    .max(100)
    .describe('Who is told, whatever they ask for; absent: every webhook that asks for alert.fired'),
  measure: shape.measure.describe(MEASURE_NAMES),
  view: shape.view.describe(
    'What is counted. Assessments for pass_rate and value, spans for time_to_first_token, else traces',
  ),
  assessment: shape.assessment.describe('Name of the assessments that are measured'),
  filter: shape.filter.describe('Traces that count, in the grammar of docs/filters.md'),
  dimension: shape.dimension.describe(`Alerts for each value of it: ${DIMENSION_NAMES}`),
  window: shape.window.describe('From 5m to 7d; it ends at the time of the check'),
  condition: shape.condition,
  minimum_count: shape.minimum_count.describe(
    'Fewer traces, spans or assessments are no data; 1, or 0 for counts and sums, unless told',
  ),
  consecutive_checks: shape.consecutive_checks.describe('Checks in a row that must find it so'),
};

export const createAlertRuleBody = z.strictObject({
  experiment_id: z.string().min(1),
  ...settings,
  description: settings.description.default(''),
  is_enabled: settings.is_enabled.default(true),
  webhook_ids: settings.webhook_ids.optional(),
});
export type CreateAlertRuleBody = z.output<typeof createAlertRuleBody>;

export const updateAlertRuleBody = z.strictObject({
  name: settings.name.optional(),
  description: settings.description.optional(),
  is_enabled: settings.is_enabled.optional(),
  webhook_ids: settings.webhook_ids.nullable().optional().describe('null: every webhook that asks for them'),
  measure: settings.measure.optional(),
  view: settings.view,
  assessment: settings.assessment,
  filter: z.string().max(10_000).optional(),
  dimension: settings.dimension.nullable().describe('null: none'),
  window: settings.window.optional(),
  condition: settings.condition.optional(),
  minimum_count: settings.minimum_count,
  consecutive_checks: z.int().min(1).max(60).optional(),
});
export type UpdateAlertRuleBody = z.output<typeof updateAlertRuleBody>;

export const listAlertRulesQuery = z.strictObject({
  experiment_id: z.coerce.number().int().min(0).optional().describe('Those of all experiments when absent'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListAlertRulesQuery = z.output<typeof listAlertRulesQuery>;
export const alertHistoryQuery = listAlertRulesQuery.omit({ experiment_id: true });
export type AlertHistoryQuery = z.output<typeof alertHistoryQuery>;

/** The settings of a new rule. Throws Rejected naming every fault. */
export function toSettings(body: CreateAlertRuleBody): AlertRuleSettings {
  const { experiment_id: _, name, description, is_enabled, webhook_ids, ...definition } = body;
  return {
    name,
    description,
    isEnabled: is_enabled,
    webhookIds: webhook_ids,
    definition: new ZodPipe(alertDefinition).transform(definition),
  };
}

/** What is not said stays. Throws Rejected naming every fault. */
export function changeSettings(before: AlertRuleSettings, body: UpdateAlertRuleBody): AlertRuleSettings {
  const { name, description, is_enabled, webhook_ids, ...definition } = body;
  const told = Object.fromEntries(Object.entries(definition).filter(([, value]) => value !== undefined));
  const { dimension, ...merged } = { ...before.definition, ...told };
  return {
    name: name ?? before.name,
    description: description ?? before.description,
    isEnabled: is_enabled ?? before.isEnabled,
    webhookIds: webhook_ids === undefined ? before.webhookIds : (webhook_ids ?? undefined),
    definition: new ZodPipe(alertDefinition).transform({ ...merged, dimension: dimension ?? undefined }),
  };
}

const OPTIONAL_NUMBER = { type: Number, required: false } as const;
const DATE = { type: String, format: 'date-time' } as const;
const GROUP = { type: String, required: false, description: 'Value of the dimension, if the rule has one' };

export class AlertConditionDto {
  @ApiProperty({ enum: ['threshold', 'change'] })
  readonly type: AlertCondition['type'];

  @ApiProperty({ enum: ['above', 'below', 'up', 'down', 'either'] })
  readonly direction: AlertCondition['direction'];

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of a threshold' })
  readonly threshold: number | undefined;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'Of a change: at least this much' })
  readonly by: number | undefined;

  @ApiProperty({ enum: ['percent', 'absolute'], required: false })
  readonly unit: 'percent' | 'absolute' | undefined;

  @ApiProperty({ enum: ['previous_window', 'day_before', 'week_before'], required: false })
  readonly baseline: 'previous_window' | 'day_before' | 'week_before' | undefined;

  constructor(condition: AlertCondition) {
    const change = condition.type === 'change' ? condition : undefined;
    this.type = condition.type;
    this.direction = condition.direction;
    this.threshold = condition.type === 'threshold' ? condition.threshold : undefined;
    this.by = change?.by;
    this.unit = change?.unit;
    this.baseline = change?.baseline;
  }
}

export class AlertGroupDto {
  @ApiProperty(GROUP)
  readonly group: string | undefined;

  @ApiProperty({ enum: ALERT_STATES })
  readonly state: AlertState;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'At the last check; absent when nothing was to measure' })
  readonly value: number | undefined;

  @ApiProperty({ ...OPTIONAL_NUMBER, description: 'What it is compared with' })
  readonly baseline: number | undefined;

  @ApiProperty({ type: Number, description: 'Traces, spans or assessments that were measured' })
  readonly count: number;

  @ApiProperty({ ...DATE, required: false, description: 'Since when it is in its state' })
  readonly change_time: string | undefined;

  constructor(group: StandingRule['groups'][number], hasDimension: boolean) {
    this.group = hasDimension ? group.group : undefined;
    this.state = group.state;
    this.value = group.value ?? undefined;
    this.baseline = group.baseline ?? undefined;
    this.count = group.count;
    this.change_time = group.changeTime > 0 ? new Date(group.changeTime).toISOString() : undefined;
  }
}

/** A rule of alerts, and how it stands. */
export class AlertRuleDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ type: Boolean })
  readonly is_enabled: boolean;

  @ApiProperty({ type: [String], required: false, description: 'Absent: who asks for alerts' })
  readonly webhook_ids: readonly string[] | undefined;

  @ApiProperty({ type: String, example: 'error_rate' })
  readonly measure: string;

  @ApiProperty({ enum: ['traces', 'spans', 'assessments'] })
  readonly view: 'traces' | 'spans' | 'assessments';

  @ApiProperty({ type: String, required: false })
  readonly assessment: string | undefined;

  @ApiProperty({ type: String })
  readonly filter: string;

  @ApiProperty({ type: String, required: false })
  readonly dimension: string | undefined;

  @ApiProperty({ type: String, example: '15m' })
  readonly window: string;

  @ApiProperty({ type: AlertConditionDto })
  readonly condition: AlertConditionDto;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly minimum_count: number | undefined;

  @ApiProperty({ type: Number })
  readonly consecutive_checks: number;

  @ApiProperty({ type: String, example: 'error_rate above 0.2 over 5m' })
  readonly summary: string;

  @ApiProperty({
    enum: ALERT_STATES,
    description: 'Firing when any group is; no-data before the first check',
  })
  readonly state: AlertState;

  @ApiProperty({ type: [AlertGroupDto], description: 'One, or one for each value of the dimension' })
  readonly groups: readonly AlertGroupDto[];

  @ApiProperty({ ...DATE, required: false })
  readonly last_check_time: string | undefined;

  @ApiProperty({ type: String, required: false, description: 'Why the last check failed' })
  readonly error: string | undefined;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor({ rule, definition, groups }: StandingRule) {
    this.id = rule.id;
    this.experiment_id = String(rule.experimentId);
    this.name = rule.name;
    this.description = rule.description;
    this.is_enabled = rule.isEnabled;
    this.webhook_ids = rule.webhookIds ?? undefined;
    this.measure = definition.measure;
    this.view = viewOf(definition.view, definition.measure);
    this.assessment = definition.assessment;
    this.filter = definition.filter;
    this.dimension = definition.dimension;
    this.window = definition.window;
    this.condition = new AlertConditionDto(definition.condition);
    this.minimum_count = definition.minimum_count;
    this.consecutive_checks = definition.consecutive_checks;
    this.summary = describeDefinition(definition);
    this.state =
      ['firing' as const, 'ok' as const].find((state) => groups.some((group) => group.state === state)) ??
      'no-data';
    this.groups = groups.map((group) => new AlertGroupDto(group, definition.dimension !== undefined));
    this.last_check_time =
      rule.lastCheckTime === null ? undefined : new Date(rule.lastCheckTime).toISOString();
    this.error = rule.error || undefined;
    this.creation_time = new Date(rule.creationTime).toISOString();
    this.last_update_time = new Date(rule.lastUpdateTime).toISOString();
  }
}

export class AlertRulePageDto {
  @ApiProperty({ type: [AlertRuleDto] })
  readonly alert_rules: readonly AlertRuleDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ items, next }: PageOf<StandingRule>) {
    this.alert_rules = items.map((rule) => new AlertRuleDto(rule));
    this.next_page_token = next;
  }
}

export class AlertChangeDto {
  @ApiProperty(DATE)
  readonly time: string;

  @ApiProperty(GROUP)
  readonly group: string | undefined;

  @ApiProperty({ enum: ALERT_STATES })
  readonly state: AlertState;

  @ApiProperty({ enum: ALERT_STATES })
  readonly previous_state: AlertState;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly value: number | undefined;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly baseline: number | undefined;

  @ApiProperty({ type: Number, description: 'Traces, spans or assessments that were measured' })
  readonly count: number;

  @ApiProperty({
    enum: ['alert.fired', 'alert.resolved'],
    required: false,
    description: 'Webhooks were told',
  })
  readonly event: 'alert.fired' | 'alert.resolved' | undefined;

  constructor(change: AlertChange) {
    this.time = new Date(change.changeTime).toISOString();
    this.group = change.group || undefined;
    this.state = change.state;
    this.previous_state = change.previousState;
    this.value = change.value ?? undefined;
    this.baseline = change.baseline ?? undefined;
    this.count = change.count;
    if (change.event !== null) this.event = change.state === 'firing' ? 'alert.fired' : 'alert.resolved';
  }
}

export class AlertHistoryDto {
  @ApiProperty({ type: [AlertChangeDto] })
  readonly changes: readonly AlertChangeDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor({ items, next }: PageOf<AlertChange>) {
    this.changes = items.map((change) => new AlertChangeDto(change));
    this.next_page_token = next;
  }
}

export class AlertReadingDto {
  @ApiProperty(GROUP)
  readonly group: string | undefined;

  @ApiProperty({ enum: ['ok', 'breach', 'no-data'], description: 'What this check by itself finds' })
  readonly outcome: AlertLook['readings'][number]['outcome'];

  @ApiProperty({ type: Number })
  readonly count: number;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly value: number | undefined;

  @ApiProperty(OPTIONAL_NUMBER)
  readonly baseline: number | undefined;

  constructor(reading: AlertLook['readings'][number]) {
    this.group = reading.group || undefined;
    this.outcome = reading.outcome;
    this.count = reading.count;
    this.value = reading.value;
    this.baseline = reading.baseline;
  }
}

export class AlertTestDto {
  @ApiProperty(DATE)
  readonly from: string;

  @ApiProperty({ ...DATE, description: 'Exclusive' })
  readonly to: string;

  @ApiProperty({ type: [AlertReadingDto] })
  readonly readings: readonly AlertReadingDto[];

  constructor({ from, to, readings }: AlertLook) {
    this.from = new Date(from).toISOString();
    this.to = new Date(to).toISOString();
    this.readings = readings.map((reading) => new AlertReadingDto(reading));
  }
}
