import { Badge, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { promptVersionsQuery, type PromptVersion } from '../../api/prompts.ts';
import { formatTime } from '../../components/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import classes from './version-list.module.css';

interface VersionListProps {
  readonly name: string;
  readonly shown: number;
}

const ROW_HEIGHT = 68;
const OVERSCAN = 6;
const NEAR_END = 20;

/** All versions of a prompt, the latest first; one is shown beside. */
export function VersionList({ name, shown }: VersionListProps) {
  const versions = useInfiniteQuery(promptVersionsQuery(name));
  return (
    <nav className={classes.list} aria-label="Versions">
      <QueryView query={versions} lines={4}>
        {({ pages }) => (
          <Versions
            versions={pages.flatMap((page) => page.versions)}
            shown={shown}
            onMore={versions.hasNextPage ? () => void versions.fetchNextPage() : undefined}
          />
        )}
      </QueryView>
    </nav>
  );
}

interface VersionsProps {
  readonly versions: readonly PromptVersion[];
  readonly shown: number;
  readonly onMore: (() => void) | undefined;
}

function Versions({ versions, shown, onMore }: VersionsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: versions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const seen = virtual.getVirtualItems();
  const isNearEnd = (seen.at(-1)?.index ?? 0) >= versions.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onMore?.();
  }, [isNearEnd, onMore, versions.length]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {seen.map(({ index, start }) => {
          const version = versions[index];
          return (
            version !== undefined && (
              <VersionRow
                key={version.version}
                version={version}
                isShown={version.version === shown}
                top={start}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

interface VersionRowProps {
  readonly version: PromptVersion;
  readonly isShown: boolean;
  readonly top: number;
}

function VersionRow({ version, isShown, top }: VersionRowProps) {
  const { name, version: number, aliases, commit_message: message, creation_time: created } = version;
  return (
    <Link
      to="/prompts/$name"
      params={{ name }}
      search={(all) => ({ ...all, version: number })}
      className={classes.row}
      style={{ top, height: ROW_HEIGHT }}
      aria-current={isShown ? 'true' : undefined}
    >
      <Group gap={6} wrap="nowrap">
        <Text span fw={600} size="sm">
          Version {number}
        </Text>
        {aliases.map((alias) => (
          <Badge key={alias} size="sm" variant="light" tt="none">
            {alias}
          </Badge>
        ))}
      </Group>
      <Text size="xs" truncate>
        {message === '' ? 'No message' : message}
      </Text>
      <Text size="xs" c="var(--text-soft)" className="tabular">
        {formatTime(created)}
      </Text>
    </Link>
  );
}
