import { Box, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { currentWorkspace, enterWorkspace } from '../api/workspace.ts';
import { workspacesQuery } from '../api/workspaces.ts';

/** Nothing while there is only one. */
export function WorkspaceSelect() {
  const { data } = useQuery(workspacesQuery);
  const names = data?.workspaces.map(({ name }) => name) ?? [];
  if (names.length < 2) return null;
  return (
    <Box px="sm" pb="xs">
      <Select
        aria-label="Workspace"
        size="xs"
        data={names}
        value={currentWorkspace() ?? 'default'}
        allowDeselect={false}
        onChange={(name) => {
          if (name !== null) enterWorkspace(name);
        }}
      />
    </Box>
  );
}
