import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** One sentence for who does not know what this is. */
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with a heading of its own. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <Box component="section" aria-label={title} p="md">
      <Group justify="space-between" align="flex-end" mb="sm" wrap="nowrap">
        <div>
          <Title order={2}>{title}</Title>
          {description !== undefined && (
            <Text size="sm" c="var(--text-soft)" maw={720}>
              {description}
            </Text>
          )}
        </div>
        {actions !== undefined && <Box flex="none">{actions}</Box>}
      </Group>
      {children}
    </Box>
  );
}
