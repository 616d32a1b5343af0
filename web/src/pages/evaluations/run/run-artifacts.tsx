import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { runArtifactsQuery } from '../../../api/runs.ts';
import { formatCount } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import classes from '../evaluation/evaluation.module.css';

interface RunArtifactsProps {
  readonly experimentId: string;
  readonly runId: string;
}

const KILOBYTE = 1000;

/** Files at the top of a run's artifacts; they are downloaded, never shown. */
export function RunArtifacts({ experimentId, runId }: RunArtifactsProps) {
  const query = useQuery(runArtifactsQuery(experimentId, runId));
  return (
    <section className={classes.section} aria-label="Artifacts">
      <Title order={2} className={classes.heading}>
        Artifacts
      </Title>
      <QueryView query={query} lines={2}>
        {({ entries }) => (
          <ul className={classes.legend} style={{ padding: '12px 16px' }}>
            {entries.length === 0 && (
              <Text component="li" size="sm" c="var(--text-soft)">
                No file was stored.
              </Text>
            )}
            {entries.map(({ name, is_folder: isFolder, bytes }) => (
              <li key={name}>
                {isFolder ? (
                  <span>{name}/</span>
                ) : (
                  <Anchor
                    size="sm"
                    href={`/api/v1/artifacts/file?path=${encodeURIComponent(`${experimentId}/${runId}/artifacts/${name}`)}`}
                    download={name}
                  >
                    {name}
                  </Anchor>
                )}
                {bytes !== undefined && (
                  <Text span size="xs" c="var(--text-soft)" className="tabular">
                    {formatCount(Math.ceil(bytes / KILOBYTE))} kB
                  </Text>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </section>
  );
}
