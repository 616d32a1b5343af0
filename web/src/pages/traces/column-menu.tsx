import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { withMoved, withShown, type ColumnLayout } from './column-layout.ts';
import { TRACE_COLUMNS, USUAL_LAYOUT } from './trace-columns.tsx';

interface ColumnMenuProps {
  readonly layout: ColumnLayout;
  readonly onChange: (layout: ColumnLayout) => void;
}

/** Which columns are shown, and in which order. Kept in this browser. */
export function ColumnMenu({ layout, onChange }: ColumnMenuProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" fw={500} leftSection={<IconColumns3 size={15} aria-hidden />}>
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah={460} style={{ overflowY: 'auto' }}>
        <Stack gap={2}>
          {layout.order.map((id) => {
            const label = TRACE_COLUMNS.find((column) => column.id === id)?.label ?? id;
            return (
              <Group key={id} justify="space-between" wrap="nowrap" gap="lg">
                <Checkbox
                  size="xs"
                  label={label}
                  checked={!layout.hidden.includes(id)}
                  onChange={(event) => onChange(withShown(layout, id, event.currentTarget.checked))}
                />
                <Group gap={0} wrap="nowrap">
                  <Mover
                    label={`Move ${label} to the left`}
                    by={-1}
                    onMove={(by) => onChange(withMoved(layout, id, by))}
                  />
                  <Mover
                    label={`Move ${label} to the right`}
                    by={1}
                    onMove={(by) => onChange(withMoved(layout, id, by))}
                  />
                </Group>
              </Group>
            );
          })}
          <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => onChange(USUAL_LAYOUT)}>
            As at first
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface MoverProps {
  readonly label: string;
  readonly by: -1 | 1;
  readonly onMove: (by: number) => void;
}

function Mover({ label, by, onMove }: MoverProps) {
  return (
    <ActionIcon size="sm" variant="subtle" color="gray" aria-label={label} onClick={() => onMove(by)}>
      {by < 0 ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
    </ActionIcon>
  );
}
