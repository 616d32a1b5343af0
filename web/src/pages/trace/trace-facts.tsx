import { Anchor, Badge, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Trace } from '../../api/trace-detail.ts';
import { isRunning } from '../../api/running-trace.ts';
import { formatCost, formatCount, formatDuration, formatTime, nanosToMs } from '../../components/format.ts';
import { StateBadge } from '../../components/state-badge.tsx';
import classes from './trace-page.module.css';

/** Tags and metadata of MLflow's own say what the facts say already. */
const INTERNAL = /^mlflow\./;
const MOST_TAGS = 12;

/** The trace in one line. */
export function TraceFacts({ trace }: { readonly trace: Trace }) {
  const { tokens, cost } = trace;
  const tags = Object.entries(trace.tags).filter(([key]) => !INTERNAL.test(key));
  return (
    <div className={classes.facts} role="group" aria-label="Trace">
      <StateBadge state={trace.state} />
      <span role="status" className={classes.running}>
        {isRunning(trace) && 'still running: new spans are shown as they arrive'}
      </span>
      <Fact label={isRunning(trace) ? 'So far' : 'Duration'}>
        {formatDuration(nanosToMs(trace.duration_nano))}
      </Fact>
      <Fact label="Began">{formatTime(trace.request_time)}</Fact>
      {tokens !== undefined && (
        <Tooltip multiline label={<TokenBuckets tokens={tokens} />}>
          <span className={classes.fact} tabIndex={0}>
            <span className={classes.label}>Tokens</span>
            <span className="tabular">{formatCount(tokens.total)}</span>
          </span>
        </Tooltip>
      )}
      {cost !== undefined && <Fact label="Cost">{formatCost(cost.total)}</Fact>}
      {trace.error_count > 0 && <Fact label="Failed spans">{formatCount(trace.error_count)}</Fact>}
      <Belongings trace={trace} />
      {tags.slice(0, MOST_TAGS).map(([key, value]) => (
        <Badge
          key={key}
          variant="default"
          tt="none"
          fw={500}
          radius="sm"
          maw={260}
          title={`${key}: ${value}`}
        >
          {key}: {value}
        </Badge>
      ))}
      {tags.length > MOST_TAGS && <span className={classes.label}>{tags.length - MOST_TAGS} more tags</span>}
    </div>
  );
}

/** What the trace is part of and was made with, each a way to its page. */
function Belongings({ trace }: { readonly trace: Trace }) {
  const { experiment_id: experimentId, session_id: session, user_id: user } = trace;
  return (
    <>
      {session !== undefined && (
        <Fact label="Session">
          <Anchor
            component={Link}
            size="sm"
            to="/experiments/$experimentId/sessions/$sessionId"
            params={{ experimentId, sessionId: session } as never}
          >
            {session}
          </Anchor>
        </Fact>
      )}
      {user !== undefined && <Fact label="User">{user}</Fact>}
      {trace.prompt_versions.map((version) => (
        <Fact key={version} label="Prompt">
          <Anchor
            component={Link}
            size="sm"
            to="/prompts/$name"
            params={{ name: promptOf(version) } as never}
          >
            {version}
          </Anchor>
        </Fact>
      ))}
      {trace.logged_models.map((modelId) => (
        <Fact key={modelId} label="Version">
          <Anchor
            component={Link}
            size="sm"
            to="/experiments/$experimentId/versions/$modelId"
            params={{ experimentId, modelId } as never}
          >
            {modelId}
          </Anchor>
        </Fact>
      ))}
      {trace.run_ids.map((runId) => (
        <Fact key={runId} label="Run">
          <Anchor
            component={Link}
            size="sm"
            to="/experiments/$experimentId/runs/$runId"
            params={{ experimentId, runId } as never}
          >
            {runId}
          </Anchor>
        </Fact>
      ))}
    </>
  );
}

/** A version of a prompt is named name/version; a name may have slashes. */
function promptOf(version: string): string {
  return version.slice(0, version.lastIndexOf('/'));
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <span className={classes.fact}>
      <span className={classes.label}>{label}</span>
      <span className="tabular">{children}</span>
    </span>
  );
}

const BUCKETS = [
  ['input', 'Input'],
  ['cache_read', 'Read from a cache'],
  ['cache_write', 'Written to a cache'],
  ['output', 'Output'],
  ['reasoning', 'Reasoning'],
  ['input_audio', 'Audio in'],
  ['output_audio', 'Audio out'],
] as const;

interface TokenBucketsProps {
  readonly tokens: Readonly<Partial<Record<(typeof BUCKETS)[number][0], number>>>;
}

/** Tokens by kind; those there are none of left out. */
export function TokenBuckets({ tokens }: TokenBucketsProps) {
  return BUCKETS.filter(([bucket]) => (tokens[bucket] ?? 0) > 0).map(([bucket, label]) => (
    <div key={bucket} className="tabular">
      {label}: {formatCount(tokens[bucket] ?? 0)}
    </div>
  ));
}
