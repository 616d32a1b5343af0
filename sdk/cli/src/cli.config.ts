/** What of the environment the options don't name themselves. */
export interface CliEnvironment {
  /** For who uses the MLflow client too. */
  readonly mlflowToken: string | undefined;
  /** Folder where an import keeps how far it came. */
  readonly stateFolder: string;
  readonly wantsNoColor: boolean;
}

export function readEnvironment(home: string): CliEnvironment {
  const { MLFLOW_TRACKING_TOKEN, NO_COLOR, XDG_STATE_HOME } = process.env;
  return {
    mlflowToken: MLFLOW_TRACKING_TOKEN,
    stateFolder: `${XDG_STATE_HOME ?? `${home}/.local/state`}/millrace`,
    wantsNoColor: NO_COLOR !== undefined && NO_COLOR !== '',
  };
}
