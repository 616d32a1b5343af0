import { ZodError } from 'zod';
import type { ExperimentPair, ImportedItem, ImportSource, Refusal } from '../import-source.ts';
import type { MlflowServer, MlflowTraceInfo } from './mlflow-server.ts';
import { documentToSpans, hexTraceId } from './to-otlp.ts';

const AT_ONCE = 8;
/** They name places of that server. */
const FOREIGN_TAGS = ['mlflow.artifactLocation', 'mlflow.trace.spansLocation'];

/** All traces of experiments of an MLflow server, the oldest first. */
export class MlflowTraces implements ImportSource {
  readonly unit = 'traces';
  private readonly server: MlflowServer;
  private readonly experiments: readonly ExperimentPair[];
  private count = 0;

  constructor(server: MlflowServer, experiments: readonly ExperimentPair[]) {
    this.server = server;
    this.experiments = experiments;
  }

  readonly total = () => undefined;
  readonly done = () => this.count;

  async *items(cursor: string | undefined): AsyncGenerator<ImportedItem | Refusal> {
    const [doneExperiment, doneTime] = (cursor ?? ' ').split(' ');
    const begin = Math.max(
      0,
      this.experiments.findIndex(({ from }) => from === doneExperiment),
    );
    for (const experiment of this.experiments.slice(begin)) {
      const from = experiment.from === doneExperiment ? doneTime : undefined;
      let some: MlflowTraceInfo[] = [];
      for await (const info of this.server.traces(experiment.from, from)) {
        some.push(info);
        if (some.length < AT_ONCE) continue;
        yield* await this.read(some, experiment);
        some = [];
      }
      yield* await this.read(some, experiment);
    }
  }

  private read(
    infos: readonly MlflowTraceInfo[],
    experiment: ExperimentPair,
  ): Promise<(ImportedItem | Refusal)[]> {
    return Promise.all(infos.map((info) => this.readOne(info, experiment)));
  }

  private async readOne(
    info: MlflowTraceInfo,
    { from, to }: ExperimentPair,
  ): Promise<ImportedItem | Refusal> {
    this.count += 1;
    const document = await this.server.spansOf(info.trace_id);
    const what = `trace ${info.trace_id}`;
    if (document === undefined) return { what, why: 'the MLflow server has no spans of it' };
    try {
      const spans = [documentToSpans(document, info.trace_id)];
      return { spans, info: toldInfo(info), experimentId: to, cursor: `${from} ${info.request_time}` };
    } catch (error) {
      if (!(error instanceof ZodError)) throw error;
      return { what, why: `its spans are not as MLflow writes them: ${error.issues[0]?.path.join('.')}` };
    }
  }
}

function toldInfo(info: MlflowTraceInfo) {
  const tags = Object.entries((info['tags'] ?? {}) as Record<string, string>);
  return {
    ...info,
    trace_id: `tr-${hexTraceId(info.trace_id)}`,
    tags: Object.fromEntries(tags.filter(([key]) => !FOREIGN_TAGS.includes(key))),
  };
}
