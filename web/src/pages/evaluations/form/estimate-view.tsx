import { Alert, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { estimateQuery, type Estimate, type NewEvaluation } from '../../../api/evaluations.ts';
import { formatCost, formatCount } from '../../../components/format.ts';

const TYPING_MS = 400;

interface EstimateViewProps {
  readonly body: NewEvaluation;
  readonly isComplete: boolean;
}

/** What the form would judge and cost, before anything is spent. */
export function EstimateView({ body, isComplete }: EstimateViewProps) {
  // Of a form that is complete: what it held before would be refused.
  const [settled] = useDebouncedValue(isComplete ? JSON.stringify(body) : undefined, TYPING_MS);
  const query = useQuery(
    estimateQuery(
      settled === undefined ? body : (JSON.parse(settled) as NewEvaluation),
      settled !== undefined,
    ),
  );
  return (
    <Alert
      variant="light"
      color={query.data?.is_within_budget === false ? 'orange' : 'gray'}
      title="Estimate"
      aria-live="polite"
      mih={92}
    >
      {!isComplete && <Text size="sm">Choose what is judged and by which scorers.</Text>}
      {isComplete && query.isPending && <Loader size="xs" type="dots" aria-label="Estimating" />}
      {isComplete && query.isError && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} ff="monospace">
          {query.error.message}
        </Text>
      )}
      {isComplete && query.data !== undefined && <Figures estimate={query.data} />}
    </Alert>
  );
}

function Figures({ estimate }: { readonly estimate: Estimate }) {
  const { eligible, sampled, scorers, task, cost_usd: cost, is_cost_known: isKnown } = estimate;
  const asking = task === undefined ? scorers : [...scorers, task];
  const calls = asking.reduce((sum, each) => sum + each.calls, 0);
  const tokens = asking.reduce((sum, each) => sum + each.input_tokens + each.output_tokens, 0);
  return (
    <Text size="sm" className="tabular" component="div">
      <strong>{formatCount(sampled)}</strong> of {formatCount(eligible)} traces, {formatCount(calls)} calls of
      models
      {calls > 0 && `, about ${formatCount(tokens)} tokens`}, about <strong>{formatCost(cost)}</strong>
      {isKnown ? '.' : ', without models of unknown price.'}
      {estimate.is_within_budget === false && ' The budget ends before: what is left is skipped.'}
      {sampled === 0 && ' Nothing would be judged: widen the window or the filter.'}
    </Text>
  );
}
