import { Spoiler, Title } from '@mantine/core';
import classes from './git-diff.module.css';

const CLOSED_HEIGHT = 320;
/** Of a diff that is longer only the beginning is drawn. */
const MOST_LINES = 2000;

/** What was not committed when the version was made. */
export function GitDiff({ diff }: { readonly diff: string }) {
  const lines = diff.split('\n');
  return (
    <section>
      <Title order={2} mb="xs">
        Uncommitted changes
      </Title>
      <Spoiler maxHeight={CLOSED_HEIGHT} showLabel="Show all" hideLabel="Show less">
        <pre className={classes.diff}>
          {lines.slice(0, MOST_LINES).map((line, position) => (
            <div key={position} className={classOf(line)}>
              {line === '' ? ' ' : line}
            </div>
          ))}
          {lines.length > MOST_LINES && `… ${lines.length - MOST_LINES} more lines`}
        </pre>
      </Spoiler>
    </section>
  );
}

function classOf(line: string): string | undefined {
  if (line.startsWith('+++') || line.startsWith('---') || line.startsWith('diff ')) return classes.file;
  if (line.startsWith('+')) return classes.added;
  if (line.startsWith('-')) return classes.removed;
  return line.startsWith('@@') ? classes.place : undefined;
}
