import type { ArtifactEntry } from '@millrace/artifacts';

/** Entries of a folder as MLflow's FileInfo, each below `prefix`; an empty list is left out. */
export function toMlflowFiles(entries: readonly ArtifactEntry[], prefix = '') {
  if (entries.length === 0) return {};
  return {
    files: entries.map(({ name, isFolder, bytes }) => ({
      path: prefix === '' ? name : `${prefix}/${name}`,
      is_dir: isFolder,
      ...(bytes !== undefined && { file_size: bytes }),
    })),
  };
}

/** Both addresses of MLflow's artifact proxy. */
export function artifactPaths(...paths: readonly string[]): string[] {
  return paths.flatMap((path) => [
    `api/2.0/mlflow-artifacts/${path}`,
    `ajax-api/2.0/mlflow-artifacts/${path}`,
  ]);
}
