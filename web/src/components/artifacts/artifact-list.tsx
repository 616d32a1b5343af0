import { Anchor, Breadcrumbs, Button, Text } from '@mantine/core';
import { IconFile, IconFolder } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { artifactsQuery, readArtifact, type ArtifactEntry } from '../../api/artifacts.ts';
import { formatBytes } from '../format.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { saveFile } from '../save-file.ts';
import classes from './artifact-list.module.css';

interface ArtifactListProps {
  /** The top folder: there is no way above it. */
  readonly folder: string;
}

/** Files and folders below a folder; files are downloaded, never shown. */
export function ArtifactList({ folder }: ArtifactListProps) {
  const [below, setBelow] = useState<readonly string[]>([]);
  const path = [folder, ...below].join('/');
  const query = useInfiniteQuery(artifactsQuery(path));
  const download = useMutation({
    mutationFn: async (name: string) => saveFile(await readArtifact(`${path}/${name}`), name),
  });
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data?.pages.flatMap(({ entries: found }) => found);
  return (
    <div className={classes.list} aria-busy={query.isPending}>
      {below.length > 0 && <Path below={below} onGo={setBelow} />}
      {download.isError && <ProblemNotice error={download.error} />}
      {entries?.length === 0 && (
        <Text size="sm" c="var(--text-soft)">
          No file was stored.
        </Text>
      )}
      <ul className={classes.entries} aria-label="Files">
        {entries?.map((entry) => (
          <Entry
            key={entry.name}
            entry={entry}
            onOpen={() => (entry.is_folder ? setBelow([...below, entry.name]) : download.mutate(entry.name))}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          size="compact-xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          More files
        </Button>
      )}
    </div>
  );
}

interface PathProps {
  readonly below: readonly string[];
  readonly onGo: (below: readonly string[]) => void;
}

/** Where in the tree the list is, each folder a way back. */
function Path({ below, onGo }: PathProps) {
  return (
    <Breadcrumbs component="nav" aria-label="Folder" separatorMargin={6} mb={6} fz="sm">
      <Anchor component="button" type="button" size="sm" onClick={() => onGo([])}>
        Files
      </Anchor>
      {below.map((name, index) =>
        index === below.length - 1 ? (
          <Text key={index} span size="sm">
            {name}
          </Text>
        ) : (
          <Anchor
            key={index}
            component="button"
            type="button"
            size="sm"
            onClick={() => onGo(below.slice(0, index + 1))}
          >
            {name}
          </Anchor>
        ),
      )}
    </Breadcrumbs>
  );
}

interface EntryProps {
  readonly entry: ArtifactEntry;
  readonly onOpen: () => void;
}

function Entry({ entry: { name, is_folder: isFolder, bytes }, onOpen }: EntryProps) {
  const Glyph = isFolder ? IconFolder : IconFile;
  return (
    <li className={classes.entry}>
      <Glyph size={15} aria-hidden color="var(--text-soft)" />
      <Anchor component="button" type="button" size="sm" className={classes.name} onClick={onOpen}>
        {isFolder ? `${name}/` : name}
      </Anchor>
      {bytes !== undefined && (
        <Text span size="xs" c="var(--text-soft)" className="tabular">
          {formatBytes(bytes)}
        </Text>
      )}
    </li>
  );
}
