import { Title } from '@mantine/core';
import { ArtifactList } from '../../../components/artifacts/artifact-list.tsx';
import classes from '../evaluation/evaluation.module.css';

interface RunArtifactsProps {
  readonly experimentId: string;
  readonly runId: string;
}

/** The files of a run, folder by folder. */
export function RunArtifacts({ experimentId, runId }: RunArtifactsProps) {
  return (
    <section className={classes.section} aria-label="Artifacts">
      <Title order={2} className={classes.heading}>
        Artifacts
      </Title>
      <ArtifactList folder={`${experimentId}/${runId}/artifacts`} />
    </section>
  );
}
