import type { Schemas } from '../../../api/client.ts';

type Rule = Schemas['CreateAlertRuleBody'];
type Condition = Rule['condition'];

export const MEASURES = [
  'error_rate',
  'latency.p95',
  'count',
  'cost.total.sum',
  'tokens.total.sum',
  'pass_rate',
  'value.avg',
];
/** Measures of assessments, which need to know whose. */
export const OF_SCORES = ['pass_rate', 'value.avg'];
export const WINDOWS = ['5m', '15m', '1h', '6h', '1d', '7d'];
export const BASELINES = [
  { value: 'previous_window', label: 'the window before' },
  { value: 'day_before', label: 'a day earlier' },
  { value: 'week_before', label: 'a week earlier' },
];

export interface RuleForm {
  name: string;
  experimentId: string;
  measure: string;
  window: string;
  assessment: string;
  filter: string;
  kind: 'threshold' | 'change';
  side: 'above' | 'below';
  course: 'up' | 'down' | 'either';
  baseline: 'previous_window' | 'day_before' | 'week_before';
  amount: number | string;
}

export const NEW_RULE: RuleForm = {
  name: '',
  experimentId: '',
  measure: 'error_rate',
  window: '15m',
  assessment: '',
  filter: '',
  kind: 'threshold',
  side: 'above',
  course: 'up',
  baseline: 'day_before',
  amount: '',
};

export function toRule({ name, experimentId, measure, window, assessment, filter, ...rest }: RuleForm): Rule {
  return {
    name,
    experiment_id: experimentId,
    description: '',
    is_enabled: true,
    measure,
    window,
    filter,
    condition: toCondition(rest),
    ...(OF_SCORES.includes(measure) && assessment !== '' && { assessment }),
  } as Rule;
}

function toCondition({
  kind,
  side,
  course,
  baseline,
  amount,
}: Pick<RuleForm, 'kind' | 'side' | 'course' | 'baseline' | 'amount'>): Condition {
  return kind === 'threshold'
    ? { type: kind, direction: side, threshold: Number(amount) }
    : { type: kind, direction: course, by: Number(amount), unit: 'percent', baseline };
}
