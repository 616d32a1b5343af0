import type { LoggedModel } from '../../api/logged-models.ts';

/** The state of the source that a version was made of. */
export interface GitState {
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  readonly isDirty: boolean;
  readonly repository: string | undefined;
  /** What was not committed. */
  readonly diff: string | undefined;
}

export interface LinkedPrompt {
  readonly name: string;
  readonly version: number;
}

const GIT = 'mlflow.source.git.';
const PROMPTS = 'mlflow.linkedPrompts';

/** Source: mlflow.utils.mlflow_tags, set by enable_git_model_versioning. */
export function gitOf({ tags }: Pick<LoggedModel, 'tags'>): GitState {
  return {
    commit: said(tags[`${GIT}commit`]),
    branch: said(tags[`${GIT}branch`]),
    isDirty: tags[`${GIT}dirty`]?.toLowerCase() === 'true',
    repository: said(tags[`${GIT}repoURL`]),
    diff: said(tags[`${GIT}diff`]),
  };
}

/** Versions of prompts that the tag of MLflow's clients links; none where it can't be read. */
export function promptsOf({ tags }: Pick<LoggedModel, 'tags'>): LinkedPrompt[] {
  let linked: unknown;
  try {
    linked = JSON.parse(tags[PROMPTS] ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(linked)) return [];
  return (linked as readonly { name?: unknown; version?: unknown }[]).flatMap((each) => {
    const version = Number(each?.version);
    return typeof each?.name === 'string' && Number.isInteger(version) ? [{ name: each.name, version }] : [];
  });
}

/** Tags that people set; what the clients keep there is shown in its place. */
export function ownTagsOf({ tags }: Pick<LoggedModel, 'tags'>): [key: string, value: string][] {
  return Object.entries(tags).filter(([key]) => !key.startsWith(GIT) && key !== PROMPTS);
}

function said(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
