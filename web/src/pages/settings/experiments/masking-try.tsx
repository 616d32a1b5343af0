import { Button, Code, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { toRule, type MaskingDraft } from './masking-draft.ts';

interface MaskingTryProps {
  readonly experimentId: string;
  readonly drafts: readonly MaskingDraft[];
}

/** Shows what the rules would leave of a text, before they are saved. */
export function MaskingTry({ experimentId, drafts }: MaskingTryProps) {
  const [text, setText] = useState('');
  const trying = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/experiments/{id}/masking-rules/try', {
          params: { path: { id: experimentId } },
          body: { text, rules: drafts.map(toRule) },
        }),
      ),
  });
  return (
    <Stack gap="xs">
      <Textarea
        label="Try it"
        description="Nothing of this is stored"
        placeholder={'{"to": "alice@example.com", "password": "…"}'}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={text === ''}
          loading={trying.isPending}
          onClick={() => trying.mutate()}
        >
          Try
        </Button>
      </Group>
      {trying.isError && <ProblemNotice error={trying.error} />}
      {trying.data && (
        <Code block role="status" aria-label="What would be stored">
          {trying.data.text}
        </Code>
      )}
    </Stack>
  );
}
