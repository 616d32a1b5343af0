import { Box, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: what acts on the whole page. */
  readonly actions?: ReactNode;
  /** Under the heading, in sight however far the content is scrolled: <TrafficBar> on pages of an experiment. */
  readonly bar?: ReactNode;
  /** Content that scrolls by itself and fills the window, as a virtual table does. */
  readonly isFilling?: boolean;
  readonly children: ReactNode;
}

/** Frame of every page: its one heading, its actions, the title of the window. */
export function Page({ title, actions, bar, isFilling = false, children }: PageProps) {
  useDocumentTitle(`${title} · Millrace`);
  return (
    <Box className={isFilling ? classes.filling : classes.page}>
      <Group justify="space-between" px="md" py="sm" gap="sm" className={classes.header}>
        <Title order={1}>{title}</Title>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {bar !== undefined && <Box className={classes.bar}>{bar}</Box>}
      <Box className={classes.content}>{children}</Box>
    </Box>
  );
}
