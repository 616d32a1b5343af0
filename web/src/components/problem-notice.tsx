import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Problem } from '../api/problem.ts';

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** A failure in the server's words, with a way on. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const title = error instanceof Problem ? titleOf(error) : 'This page has a fault';
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={title} role="alert" m="md">
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} ff={hasPosition(error) ? 'monospace' : undefined}>
        {error instanceof Error ? error.message : String(error)}
      </Text>
      {onRetry !== undefined && (
        <Group mt="sm">
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}

function titleOf({ isMissing, isPassing, status }: Problem): string {
  if (isMissing) return 'Not found';
  if (status === 0) return 'No connection';
  return isPassing ? 'Not available at the moment' : 'The server refused this';
}

/** Messages with a caret under the fault line up only in a monospaced font. */
function hasPosition(error: unknown): boolean {
  return error instanceof Error && /\n\s*\^/.test(error.message);
}
