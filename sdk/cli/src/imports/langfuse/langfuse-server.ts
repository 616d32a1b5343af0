import { z } from 'zod';
import type { ImportedItem, ImportSource } from '../import-source.ts';
import { JsonApi } from '../json-api.ts';
import type { ImportedPrompt } from '../prompt-importer.ts';
import { langfuseTrace, objectsOf } from './langfuse-data.ts';
import { langfuseToItem } from './to-otlp.ts';

const PAGE = 50;
const AT_ONCE = 4;

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z.array(item),
    meta: z.object({ totalItems: z.number().nullish(), totalPages: z.number() }),
  });
const listedTrace = z.object({ id: z.string(), timestamp: z.string() });
const listedPrompt = z.object({ name: z.string(), versions: z.array(z.number()) });
const message = z.looseObject({
  role: z.string().optional(),
  content: z.string().optional(),
  /** Of a placeholder, which stands for messages that come later. */
  name: z.string().optional(),
});
const projects = z.object({ data: z.array(z.object({ id: z.string() })) });
const promptVersion = z.object({
  prompt: z.union([z.string(), z.array(message)]),
  config: z.unknown().optional(),
  labels: z.array(z.string()).default([]),
  commitMessage: z.string().nullish(),
});

/** A Langfuse server, by its public API and the keys of a project. Ids of its traces are taken over where they are OpenTelemetry's. */
export class LangfuseServer implements ImportSource {
  readonly unit = 'traces';
  private readonly api: JsonApi;
  private known: number | undefined;
  private count = 0;

  constructor(
    url: string,
    keys: { readonly publicKey: string; readonly secretKey: string },
    signal: AbortSignal,
  ) {
    const credentials = Buffer.from(`${keys.publicKey}:${keys.secretKey}`).toString('base64');
    this.api = new JsonApi({ name: 'Langfuse', url }, { authorization: `Basic ${credentials}` }, signal);
  }

  readonly total = () => this.known;
  readonly done = () => this.count;

  /** Tells it from others on the same server: the keys are of one project. */
  async projectId(): Promise<string> {
    const { data } = await this.api.get('/api/public/projects', projects);
    return data.map(({ id }) => id).join();
  }

  /** The oldest first. */
  async *items(cursor: string | undefined): AsyncGenerator<ImportedItem> {
    for (let number = 1; ; number += 1) {
      const query = new URLSearchParams({
        page: String(number),
        limit: String(PAGE),
        orderBy: 'timestamp.asc',
      });
      if (cursor !== undefined) query.set('fromTimestamp', cursor);
      const { data, meta } = await this.api.get('/api/public/traces', pageOf(listedTrace), query);
      this.known ??= meta.totalItems ?? undefined;
      for (let at = 0; at < data.length; at += AT_ONCE) {
        yield* await Promise.all(data.slice(at, at + AT_ONCE).map(({ id }) => this.readOne(id)));
      }
      if (number >= meta.totalPages) return;
    }
  }

  async *prompts(): AsyncGenerator<ImportedPrompt> {
    for (let number = 1; ; number += 1) {
      const query = new URLSearchParams({ page: String(number), limit: String(PAGE) });
      const { data, meta } = await this.api.get('/api/public/v2/prompts', pageOf(listedPrompt), query);
      for (const { name, versions } of data) yield await this.readPrompt(name, versions);
      if (number >= meta.totalPages) return;
    }
  }

  private async readOne(id: string): Promise<ImportedItem> {
    const trace = await this.api.get(`/api/public/traces/${encodeURIComponent(id)}`, langfuseTrace);
    this.count += 1;
    const whole = { trace, observations: objectsOf(trace.observations), scores: objectsOf(trace.scores) };
    return { ...langfuseToItem('langfuse', whole), cursor: trace.timestamp };
  }

  private async readPrompt(name: string, numbers: readonly number[]): Promise<ImportedPrompt> {
    const versions: ImportedPrompt['versions'][number][] = [];
    const aliases: Record<string, number> = {};
    for (const number of [...numbers].sort((a, b) => a - b)) {
      const query = new URLSearchParams({ version: String(number) });
      const read = await this.api.get(
        `/api/public/v2/prompts/${encodeURIComponent(name)}`,
        promptVersion,
        query,
      );
      versions.push({ number, body: bodyOf(read) });
      // Langfuse sets `latest` itself, and so does Millrace.
      for (const label of read.labels) if (label !== 'latest') aliases[label] = number;
    }
    return { name, versions, aliases };
  }
}

function bodyOf({
  prompt,
  commitMessage,
  config,
}: z.output<typeof promptVersion>): ImportedPrompt['versions'][number]['body'] {
  const hasConfig = typeof config === 'object' && config !== null && Object.keys(config).length > 0;
  return {
    ...(typeof prompt === 'string' ? { template: prompt } : { messages: prompt.map(messageOf) }),
    ...(commitMessage && { commit_message: commitMessage }),
    ...(hasConfig && { tags: { 'langfuse.config': JSON.stringify(config).slice(0, 5000) } }),
  };
}

function messageOf({ role = 'user', content, name }: z.output<typeof message>) {
  return { role, content: content ?? (name === undefined ? '' : `{{${name}}}`) };
}
