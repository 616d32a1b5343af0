import type { components } from '@millrace/api-client';
import { CliError } from '../cli-error.ts';
import { collect } from '../connection/millrace.ts';
import type { Session } from '../connection/session.ts';
import type { Refusal } from './import-source.ts';

type NewVersion = components['schemas']['CreatePromptVersionBody'];

/** Tells of a version where it came from: so a second import knows it. */
const ORIGIN_TAG = 'millrace.imported_from';
const MOST_VERSIONS = 10_000;

export interface ImportedPrompt {
  readonly name: string;
  readonly description?: string | undefined;
  readonly tags?: Readonly<Record<string, string>>;
  /** The first one first. */
  readonly versions: readonly { readonly number: number; readonly body: NewVersion }[];
  /** Versions by alias, by their numbers there. */
  readonly aliases: Readonly<Record<string, number>>;
}

export interface PromptCounts {
  prompts: number;
  versionsMade: number;
  readonly refusals: Refusal[];
}

/** Makes what is not there yet of prompts; numbers are those of the source if the prompt is new and has no gaps. */
export async function importPrompts(
  session: Session,
  source: string,
  prompts: AsyncIterable<ImportedPrompt> | Iterable<ImportedPrompt>,
): Promise<PromptCounts> {
  const counts: PromptCounts = { prompts: 0, versionsMade: 0, refusals: [] };
  for await (const prompt of prompts) {
    counts.prompts += 1;
    try {
      counts.versionsMade += await importPrompt(session, source, prompt);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      counts.refusals.push({ what: `prompt ${prompt.name}`, why: error.message });
    }
  }
  return counts;
}

async function importPrompt(session: Session, source: string, prompt: ImportedPrompt): Promise<number> {
  const { millrace, api } = session;
  const { name } = prompt;
  const known = await knownVersions(session, prompt);
  let made = 0;
  for (const { number, body } of prompt.versions) {
    const origin = `${source}/${name}/${number}`;
    if (known.has(origin)) continue;
    const tags = { ...body.tags, [ORIGIN_TAG]: origin };
    const { version } = await millrace.take(
      api.POST('/api/v1/prompts/{name}/versions', { params: { path: { name } }, body: { ...body, tags } }),
    );
    known.set(origin, version);
    made += 1;
  }
  for (const [alias, number] of Object.entries(prompt.aliases)) {
    const version = known.get(`${source}/${name}/${number}`);
    if (version === undefined) continue;
    const params = { path: { name, alias } };
    await millrace.take(api.PUT('/api/v1/prompts/{name}/aliases/{alias}', { params, body: { version } }));
  }
  return made;
}

/** Numbers in Millrace by where they came from; makes the prompt if there is none. */
async function knownVersions(session: Session, prompt: ImportedPrompt): Promise<Map<string, number>> {
  const { millrace, api } = session;
  const { name, description, tags } = prompt;
  const params = { path: { name } };
  const { response } = await api.GET('/api/v1/prompts/{name}', { params });
  if (!response.ok) {
    const body = {
      name,
      ...(description !== undefined && { description }),
      ...(tags && { tags: { ...tags } }),
    };
    await millrace.take(api.POST('/api/v1/prompts', { body }));
    return new Map();
  }
  const versions = await collect(
    MOST_VERSIONS,
    (query) => millrace.take(api.GET('/api/v1/prompts/{name}/versions', { params: { ...params, query } })),
    (page) => page.versions,
  );
  return new Map(versions.map(({ version, tags: told }) => [String(told[ORIGIN_TAG] ?? ''), version]));
}
