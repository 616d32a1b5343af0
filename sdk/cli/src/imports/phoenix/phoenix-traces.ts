import type { ExperimentPair, ImportedItem, ImportSource } from '../import-source.ts';
import type { PhoenixServer } from './phoenix-server.ts';
import { toAssessment } from './to-otlp.ts';

const AT_ONCE = 20;

interface FoundTrace {
  readonly trace_id: string;
  readonly start_time: string;
}

/** All traces of projects of a Phoenix server with their annotations, the oldest first. */
export class PhoenixTraces implements ImportSource {
  readonly unit = 'traces';
  private readonly server: PhoenixServer;
  private readonly source: string;
  private readonly projects: readonly ExperimentPair[];
  private count = 0;

  constructor(server: PhoenixServer, source: string, projects: readonly ExperimentPair[]) {
    this.server = server;
    this.source = source;
    this.projects = projects;
  }

  readonly total = () => undefined;
  readonly done = () => this.count;

  async *items(cursor: string | undefined): AsyncGenerator<ImportedItem> {
    const [doneProject, doneTime] = (cursor ?? ' ').split(' ');
    const begin = Math.max(
      0,
      this.projects.findIndex(({ from }) => from === doneProject),
    );
    for (const project of this.projects.slice(begin)) {
      const from = project.from === doneProject ? doneTime : undefined;
      let some: FoundTrace[] = [];
      for await (const trace of this.server.traces(project.from, from)) {
        some.push(trace);
        if (some.length < AT_ONCE) continue;
        yield* await this.read(some, project);
        some = [];
      }
      if (some.length > 0) yield* await this.read(some, project);
    }
  }

  private async read(traces: readonly FoundTrace[], { from, to }: ExperimentPair): Promise<ImportedItem[]> {
    const ids = traces.map(({ trace_id: id }) => id);
    const spans = await this.server.spansOf(from, ids);
    const spanIds = spans.map(({ spanId }) => spanId);
    const annotations = await this.server.annotationsOf(from, ids, spanIds);
    this.count += traces.length;
    return traces.map((trace) => {
      const own = spans.filter(({ traceId }) => traceId === trace.trace_id);
      const ownIds = new Set(own.map(({ spanId }) => spanId));
      const assessments = annotations
        .filter((each) => each.trace_id === trace.trace_id || ownIds.has(each.span_id ?? ''))
        .map((each) => toAssessment(this.source, each));
      return {
        spans: [{ scopeSpans: [{ scope: { name: 'phoenix' }, spans: own }] }],
        ...(assessments.length > 0 && { info: { trace_id: `tr-${trace.trace_id}`, assessments } }),
        experimentId: to,
        cursor: `${from} ${trace.start_time}`,
      };
    });
  }
}
