import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { attributeWindowsQuery, type SpanDetail } from '../../../api/trace-detail.ts';
import { LongText } from '../../../components/payload/long-text.tsx';
import { PayloadView } from '../../../components/payload/payload-view.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';

const BYTES_PER_MB = 1024 * 1024;

interface LargeAttributeProps {
  readonly span: SpanDetail;
  readonly name: string;
  readonly isRaw: boolean;
  readonly isOfResource?: boolean;
}

/** A value that is kept outside the span: fetched in windows, rendered by its kind once it is whole. */
export function LargeAttribute({ span, name, isRaw, isOfResource = false }: LargeAttributeProps) {
  const place = { traceId: span.trace_id, spanId: span.span_id, key: name, isOfResource };
  const query = useInfiniteQuery(attributeWindowsQuery(place));
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Text size="sm">Loading…</Text>;
  const text = query.data.pages.map((page) => page.text).join('');
  const total = query.data.pages[0]?.total_bytes ?? 0;
  return (
    <>
      {query.hasNextPage || isRaw ? (
        <LongText text={text} isCode />
      ) : (
        <PayloadView text={text} spanType={span.type} />
      )}
      {query.hasNextPage && (
        <Group gap="xs" mt={6}>
          <Button
            size="compact-xs"
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Load more
          </Button>
          <Text size="xs" c="var(--text-soft)" className="tabular">
            {(text.length / BYTES_PER_MB).toFixed(1)} of {(total / BYTES_PER_MB).toFixed(1)} MB
          </Text>
        </Group>
      )}
    </>
  );
}
