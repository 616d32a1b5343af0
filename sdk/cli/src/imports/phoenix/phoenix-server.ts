import { z } from 'zod';
import { JsonApi } from '../json-api.ts';
import { phoenixAnnotation, phoenixSpan, type PhoenixAnnotation, type PhoenixSpan } from './to-otlp.ts';

const PAGE = '100';
const SPANS_PAGE = '1000';
/** Ids go into the address, whose length is bounded. */
const IDS_AT_ONCE = 50;

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ data: z.array(item), next_cursor: z.string().nullish() });
const project = z.object({ id: z.string(), name: z.string() });
const trace = z.object({ trace_id: z.string(), start_time: z.string() });

/** A Phoenix server, by its REST API. */
export class PhoenixServer {
  private readonly api: JsonApi;

  constructor(url: string, token: string | undefined, signal: AbortSignal) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.api = new JsonApi({ name: 'Phoenix', url }, headers, signal);
  }

  projects(): AsyncGenerator<z.output<typeof project>> {
    return this.pages('/v1/projects', project, { limit: PAGE });
  }

  /** The oldest first, from a time on. */
  traces(projectId: string, from: string | undefined): AsyncGenerator<z.output<typeof trace>> {
    const query = {
      limit: PAGE,
      sort: 'start_time',
      order: 'asc',
      ...(from !== undefined && { start_time: from }),
    };
    return this.pages(`/v1/projects/${projectId}/traces`, trace, query);
  }

  async spansOf(projectId: string, traceIds: readonly string[]): Promise<PhoenixSpan[]> {
    const path = `/v1/projects/${projectId}/spans/otlpv1`;
    return collectAll(this.pages(path, phoenixSpan, { limit: SPANS_PAGE, trace_id: traceIds }));
  }

  async annotationsOf(
    projectId: string,
    traceIds: readonly string[],
    spanIds: readonly string[],
  ): Promise<PhoenixAnnotation[]> {
    const found: PhoenixAnnotation[] = [];
    const path = `/v1/projects/${projectId}`;
    const ask = async (kind: string, parameter: string, ids: readonly string[]) => {
      for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
        const query = { limit: SPANS_PAGE, [parameter]: ids.slice(at, at + IDS_AT_ONCE) };
        found.push(...(await collectAll(this.pages(`${path}/${kind}`, phoenixAnnotation, query))));
      }
    };
    await ask('trace_annotations', 'trace_ids', traceIds);
    await ask('span_annotations', 'span_ids', spanIds);
    return found;
  }

  private async *pages<Item extends z.ZodType>(
    path: string,
    item: Item,
    query: Readonly<Record<string, string | readonly string[]>>,
  ): AsyncGenerator<z.output<Item>> {
    let cursor: string | undefined;
    do {
      const parameters = new URLSearchParams(cursor === undefined ? {} : { cursor });
      for (const [name, values] of Object.entries(query)) {
        for (const value of [values].flat()) parameters.append(name, value);
      }
      const page = await this.api.get(path, pageOf(item), parameters);
      yield* page.data;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
  }
}

async function collectAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
