import type { TracingOptions } from '@millrace/tracing';
import { readSettings, type Settings } from '@millrace/tracing/runtime';
import { Assessments } from './assessments/assessments.ts';
import { Connection } from './connection/connection.ts';
import { Datasets } from './datasets/datasets.ts';
import { evaluateWith } from './evaluation/evaluate.ts';
import type { EvaluateOptions, EvaluationResult } from './evaluation/evaluation.ts';
import { Models } from './models/models.ts';
import { Prompts } from './prompts/prompts.ts';
import { Traces } from './search/traces.ts';

/** Where a Millrace is, and who asks; what is not given is read from the environment. */
export type MillraceOptions = Pick<
  TracingOptions,
  'url' | 'token' | 'experiment' | 'workspace' | 'headers' | 'onError'
>;

/** One of several Millraces, workspaces or experiments. Where there is one, the functions of this package do, on the settings of `init`. */
export class Millrace {
  readonly prompts: Prompts;
  readonly models: Models;
  readonly assessments: Assessments;
  readonly datasets: Datasets;
  readonly traces: Traces;
  private readonly settings: Settings;

  /** Connects to nothing yet. Throws RangeError for options that can't be meant. */
  constructor(options: MillraceOptions = {}) {
    this.settings = readSettings(options);
    const { onError } = this.settings;
    const connection = new Connection(this.settings);
    this.prompts = new Prompts(connection, onError);
    this.models = new Models(connection, onError);
    this.assessments = new Assessments(connection);
    this.traces = new Traces(connection);
    this.datasets = new Datasets(connection, this.traces);
  }

  /** As the function of that name, in this Millrace. */
  evaluate<Inputs extends object, Outputs>(
    options: EvaluateOptions<Inputs, Outputs>,
  ): Promise<EvaluationResult<Inputs, Outputs>> {
    return evaluateWith(this.settings, options);
  }
}
