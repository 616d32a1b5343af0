import { Accordion, Card, Group, Stack, Text } from '@mantine/core';
import type { Scoring } from '../../api/scorers.ts';
import { formatCost, formatCount } from '../../components/format.ts';
import { TraceLink } from '../../components/trace-link.tsx';

interface ScoringViewProps {
  readonly scoring: Scoring;
  readonly experimentId: string;
}

/** What a trial found: verdicts with reasons, what it cost, the prompts that were sent. */
export function ScoringView({ scoring, experimentId }: ScoringViewProps) {
  const { state, reason, verdicts, prompts } = scoring;
  const tokens = scoring.input_tokens + scoring.output_tokens;
  return (
    <Stack aria-live="polite">
      {state !== 'scored' && (
        <Text size="sm" c={state === 'failed' ? 'var(--state-error)' : undefined} role="status">
          {state}: {reason}
        </Text>
      )}
      {verdicts.map(({ name, value, rationale, model, judge_trace_id: judgeTrace, span_id: span }) => (
        <Card key={`${name} ${span ?? ''}`} withBorder padding="sm">
          <Group gap="sm">
            <Text size="sm" c="var(--text-soft)">
              {name}
            </Text>
            <Text fw={600} role="status">
              {typeof value === 'string' ? value : JSON.stringify(value)}
            </Text>
            {model !== undefined && (
              <Text size="xs" c="var(--text-soft)">
                {model}
              </Text>
            )}
            {judgeTrace !== undefined && (
              <TraceLink experimentId={experimentId} traceId={judgeTrace}>
                its trace
              </TraceLink>
            )}
          </Group>
          {rationale !== undefined && (
            <Text size="sm" mt={6} style={{ whiteSpace: 'pre-wrap' }}>
              {rationale}
            </Text>
          )}
        </Card>
      ))}
      <Text size="xs" c="var(--text-soft)" className="tabular">
        {scoring.is_cached
          ? 'Answered from what was asked before: nothing was paid.'
          : `${formatCount(tokens)} tokens, ${formatCost(scoring.cost_usd)}`}
      </Text>
      {prompts.length > 0 && <Prompts prompts={prompts} />}
    </Stack>
  );
}

function Prompts({ prompts }: { readonly prompts: Scoring['prompts'] }) {
  return (
    <Accordion variant="separated" multiple>
      {prompts.flatMap((messages, question) =>
        messages.map(({ role, content }, at) => (
          <Accordion.Item key={`${question}.${at}`} value={`${question}.${at}`}>
            <Accordion.Control>
              <Text size="sm">
                Prompt {prompts.length > 1 ? `${question + 1}, ` : ''}
                {String(role)}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="xs" ff="monospace" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {typeof content === 'string' ? content : JSON.stringify(content, undefined, 2)}
              </Text>
            </Accordion.Panel>
          </Accordion.Item>
        )),
      )}
    </Accordion>
  );
}
