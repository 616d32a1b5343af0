import { Anchor, Badge, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { PlaygroundAnswer } from '../../../api/playground.ts';
import { formatCost, formatCount, formatDuration } from '../../../components/format.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { TraceLink } from '../../../components/trace-link.tsx';
import type { RunState } from './variant.ts';
import classes from './run-result.module.css';

/** Of every workspace's default experiment in the default workspace. */
const DEFAULT_EXPERIMENT = '0';

interface RunResultProps {
  readonly run: RunState | undefined;
  readonly experimentId: string | undefined;
}

/** What a model answered and what that took; or why it did not. */
export function RunResult({ run, experimentId }: RunResultProps) {
  return (
    <div aria-live="polite" aria-busy={run?.kind === 'running'}>
      {run?.kind === 'running' && (
        <Stack gap={6}>
          <Skeleton height={14} width="90%" />
          <Skeleton height={14} width="70%" />
        </Stack>
      )}
      {run?.kind === 'failed' && <Failure error={run.error} />}
      {run?.kind === 'answered' && <Answer answer={run.answer} experimentId={experimentId} />}
    </div>
  );
}

interface AnswerProps {
  readonly answer: PlaygroundAnswer;
  readonly experimentId: string | undefined;
}

function Answer({ answer, experimentId }: AnswerProps) {
  const { text, model, finish, cost_usd: cost, trace_id: traceId } = answer;
  return (
    <Stack gap="xs">
      <div className={classes.text}>{text}</div>
      <Group gap="xs" className="tabular">
        <Text size="xs" c="var(--text-soft)">
          {model}
        </Text>
        <Text size="xs">{formatDuration(answer.duration_ms)}</Text>
        <Text size="xs">
          {formatCount(answer.input_tokens)} → {formatCount(answer.output_tokens)} tokens
        </Text>
        <Text size="xs">{cost === undefined ? 'no price known' : formatCost(cost)}</Text>
        {finish !== 'stop' && (
          <Badge c="var(--span-tool)" variant="default" tt="none">
            {finish === 'length' ? 'cut off' : finish}
          </Badge>
        )}
        {traceId !== undefined && (
          <TraceLink experimentId={experimentId ?? DEFAULT_EXPERIMENT} traceId={traceId}>
            Trace
          </TraceLink>
        )}
      </Group>
    </Stack>
  );
}

function Failure({ error }: { readonly error: unknown }) {
  const isKeyMissing = error instanceof Error && error.message.includes('no key of');
  return (
    <>
      <ProblemNotice error={error} />
      {isKeyMissing && (
        <Text size="sm" px="md">
          Add the key under <Anchor href="/settings/providers">Settings, Providers</Anchor>.
        </Text>
      )}
    </>
  );
}
