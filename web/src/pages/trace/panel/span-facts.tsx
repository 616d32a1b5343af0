import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SpanDetail } from '../../../api/trace-detail.ts';
import { formatCost, formatCount, formatDuration } from '../../../components/format.ts';
import { TokenBuckets } from '../trace-facts.tsx';
import { spanKind } from '../tree/span-kinds.ts';
import classes from './panel.module.css';

const NANOS_PER_MS = 1e6;

/** The chosen span in a few lines. */
export function SpanFacts({ span }: { readonly span: SpanDetail }) {
  const { icon: Glyph, color } = spanKind(span.type);
  const nanos = BigInt(span.end_time_unix_nano) - BigInt(span.start_time_unix_nano);
  const { tokens, cost } = span;
  return (
    <header className={classes.facts}>
      <Group gap={6} wrap="nowrap" miw={0}>
        <Glyph size={18} color={color} aria-hidden style={{ flex: 'none' }} />
        <Title order={2} className={classes.title}>
          {span.name}
        </Title>
      </Group>
      <dl className={classes.list}>
        <Fact label="Type">{span.type}</Fact>
        {nanos < 0n ? (
          <Fact label="Duration">ended before it began</Fact>
        ) : (
          <Fact label="Duration">{formatDuration(Number(nanos) / NANOS_PER_MS)}</Fact>
        )}
        {span.time_to_first_token_ms !== undefined && (
          <Fact label="First token">{formatDuration(span.time_to_first_token_ms)}</Fact>
        )}
        {span.model !== undefined && (
          <Fact label="Model">
            {span.provider === undefined ? span.model : `${span.model} (${span.provider})`}
          </Fact>
        )}
        {tokens !== undefined && (
          <Fact label="Tokens">
            {tokens.total === undefined ? <TokenBuckets tokens={tokens} /> : formatCount(tokens.total)}
          </Fact>
        )}
        {tokens?.total !== undefined && (
          <Fact label="of these">
            <TokenBuckets tokens={tokens} />
          </Fact>
        )}
        {cost !== undefined && <Fact label="Cost">{formatCost(cost.total)}</Fact>}
        {span.service !== '' && <Fact label="Service">{span.service}</Fact>}
        {span.prompt_versions.length > 0 && <Fact label="Prompts">{span.prompt_versions.join(', ')}</Fact>}
        <Fact label="Span">{span.span_id}</Fact>
      </dl>
    </header>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
