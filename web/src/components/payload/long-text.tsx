import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatCount } from '../format.ts';
import classes from './payload.module.css';

/** Characters that are shown at once. */
const WINDOW = 20_000;

/** A text of any length, as it is; what is beyond the first windows is not in the page. */
export function LongText({ text, isCode = false }: { readonly text: string; readonly isCode?: boolean }) {
  const [shown, setShown] = useState(WINDOW);
  const left = text.length - shown;
  return (
    <>
      <div className={isCode ? classes.code : classes.plain}>{text.slice(0, shown)}</div>
      {left > 0 && (
        <Group gap="xs" mt={4}>
          <Button size="compact-xs" variant="default" onClick={() => setShown(shown + WINDOW)}>
            Show more
          </Button>
          <Text size="xs" c="var(--text-soft)">
            {formatCount(left)} characters left
          </Text>
        </Group>
      )}
    </>
  );
}
