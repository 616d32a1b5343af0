import { Badge, Group, Text, Tooltip } from '@mantine/core';
import type { GitState } from './describe-model.ts';

const SHORT = 8;

/** Commit and branch that a version was made of, and whether anything was not committed. */
export function GitBadge({ git: { commit, branch, isDirty } }: { readonly git: GitState }) {
  if (commit === undefined && branch === undefined) return <Text span>–</Text>;
  return (
    <Group gap={6} wrap="nowrap">
      {commit !== undefined && (
        <Tooltip label={commit}>
          <Text span size="sm" ff="monospace">
            {commit.slice(0, SHORT)}
          </Text>
        </Tooltip>
      )}
      {branch !== undefined && (
        <Text span size="sm" c="var(--text-soft)" truncate>
          {branch}
        </Text>
      )}
      {isDirty && (
        <Badge size="sm" c="var(--span-tool)" variant="default" tt="none" flex="none">
          uncommitted
        </Badge>
      )}
    </Group>
  );
}
