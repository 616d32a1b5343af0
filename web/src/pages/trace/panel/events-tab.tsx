import { Text, Title } from '@mantine/core';
import type { SpanDetail } from '../../../api/trace-detail.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatDuration } from '../../../components/format.ts';
import { JsonTree } from '../../../components/payload/json-tree.tsx';
import type { PayloadValue } from '../../../components/payload/parse-payload.ts';
import classes from './panel.module.css';

const MOST_SHOWN = 200;
const NANOS_PER_MS = 1e6;

/** What happened during the span, by time after it began; and the spans it is linked to. */
export function EventsTab({ span }: { readonly span: SpanDetail }) {
  const { events, links } = span;
  if (events.length === 0 && links.length === 0) {
    return <EmptyState title="No events">This span recorded nothing but its beginning and end.</EmptyState>;
  }
  const start = BigInt(span.start_time_unix_nano);
  return (
    <div className={classes.content}>
      {events.slice(0, MOST_SHOWN).map((event, index) => (
        <section key={index} className={classes.section}>
          <Title order={3}>
            {event.name}{' '}
            <Text span size="xs" c="var(--text-soft)" className="tabular">
              {formatDuration(Number(BigInt(event.time_unix_nano) - start) / NANOS_PER_MS)}
            </Text>
          </Title>
          <JsonTree value={valueOf(event.attributes)} />
        </section>
      ))}
      {events.length > MOST_SHOWN && <Text size="sm">{events.length - MOST_SHOWN} more events</Text>}
      {links.map((link, index) => (
        <section key={index} className={classes.section}>
          <Title order={3}>Link</Title>
          <Text size="sm" ff="monospace">
            {link.trace_id} / {link.span_id}
          </Text>
          {link.attributes.length > 0 && <JsonTree value={valueOf(link.attributes)} />}
        </section>
      ))}
    </div>
  );
}

function valueOf(attributes: SpanDetail['attributes']): PayloadValue {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, (value ?? null) as PayloadValue]));
}
