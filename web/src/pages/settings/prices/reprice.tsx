import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { formatCount } from '../../../components/format.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Section } from '../../../components/section.tsx';

const WEEK_MS = 7 * 24 * 3_600_000;

/** Derives the costs of stored traces anew, page by page, so that it can be watched. */
export function Reprice() {
  const [traces, setTraces] = useState(0);
  const repricing = useMutation({
    mutationFn: async () => {
      setTraces(0);
      const from = new Date(Date.now() - WEEK_MS).toISOString();
      for (let token: string | undefined, isDone = false; !isDone; isDone = token === undefined) {
        const body = { from, limit: 1000, ...(token !== undefined && { page_token: token }) };
        const page = await dataOf(api.POST('/api/v1/model-prices/reprice', { body }));
        setTraces((sum) => sum + page.traces);
        token = page.next_page_token;
      }
    },
  });
  return (
    <Section
      title="Reprice"
      description="Prices hold for what comes. Derive the costs of the last 7 days anew from today’s; the command npm run reprice does it for any time."
    >
      <Group>
        <Button size="xs" variant="default" loading={repricing.isPending} onClick={() => repricing.mutate()}>
          Reprice the last 7 days
        </Button>
        {(repricing.isPending || repricing.isSuccess) && (
          <Text size="sm" role="status">
            {formatCount(traces)} traces {repricing.isSuccess ? 'are repriced' : 'so far'}
          </Text>
        )}
      </Group>
      {repricing.isError && <ProblemNotice error={repricing.error} />}
    </Section>
  );
}
