import type { Command } from 'commander';
import type { components } from '@millrace/api-client';
import { collect } from '../connection/millrace.ts';
import { sessionOf, type Session } from '../connection/session.ts';
import { formatTime, oneLine, stripControls } from '../output/format.ts';
import { renderFields, renderTable, type Column } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { countOption, demandYes, tagOption } from './arguments.ts';
import { addPromptRegister } from './register-prompt.ts';

type Schemas = components['schemas'];
type Version = Schemas['PromptVersion'];

export function addPrompts(program: Command, terminal: Terminal): void {
  const prompts = program.command('prompts').description('the prompt registry');
  addList(prompts, terminal);
  addGet(prompts, terminal);
  addVersions(prompts, terminal);
  addPromptRegister(prompts, terminal);
  addAliases(prompts, terminal);
  addTag(prompts, terminal);
  addDelete(prompts, terminal);
}

const PROMPT_COLUMNS: Column<Schemas['Prompt']>[] = [
  { title: 'name', show: ({ name }) => name },
  { title: 'latest', isNumber: true, show: ({ latest_version: latest }) => String(latest?.version ?? '') },
  { title: 'aliases', show: ({ aliases }) => pairs(aliases, '→') },
  { title: 'changed', show: (prompt) => formatTime(prompt.last_update_time) },
  { title: 'description', show: ({ description }) => oneLine(description) },
];

function addList(prompts: Command, terminal: Terminal): void {
  prompts
    .command('list')
    .description('list prompts')
    .option('--filter <filter>', `such as: name LIKE 'support%'`)
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async ({ filter, limit }: { filter?: string; limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const found = await collect(
        limit,
        (page) => {
          const query = { ...page, ...(filter !== undefined && { filter }) };
          return session.millrace.take(session.api.GET('/api/v1/prompts', { params: { query } }));
        },
        (page) => page.prompts,
      );
      await session.answer({ prompts: found }, () => renderTable(PROMPT_COLUMNS, found, session.colors));
    });
}

function addGet(prompts: Command, terminal: Terminal): void {
  prompts
    .command('get')
    .description('show a version of a prompt, by default the latest')
    .argument('<name>')
    .argument('[version]', 'its number', countOption)
    .option('--alias <alias>', 'the version that an alias stands for')
    .option('--template', 'the text alone, to be piped')
    .action(async (name: string, version: number | undefined, options: GetOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const found = await readPromptVersion(session, name, { version, alias: options.alias });
      await session.answer(found, () => (options.template ? textOf(found) : renderVersion(found, session)));
    });
}

interface GetOptions {
  readonly alias?: string;
  readonly template?: boolean;
}

interface ChosenVersion {
  readonly version: number | undefined;
  readonly alias: string | undefined;
}

export async function readPromptVersion(
  session: Session,
  name: string,
  { version, alias }: ChosenVersion,
): Promise<Version> {
  const { millrace, api } = session;
  if (alias !== undefined) {
    const params = { path: { name, alias } };
    return millrace.take(api.GET('/api/v1/prompts/{name}/aliases/{alias}', { params }));
  }
  const chosen = version ?? (await latestVersion(session, name));
  const params = { path: { name, version: chosen } };
  return millrace.take(api.GET('/api/v1/prompts/{name}/versions/{version}', { params }));
}

async function latestVersion(session: Session, name: string): Promise<number> {
  const params = { path: { name } };
  const prompt = await session.millrace.take(session.api.GET('/api/v1/prompts/{name}', { params }));
  // Version 1 does not exist either, and the server says so.
  return prompt.latest_version?.version ?? 1;
}

function renderVersion(version: Version, session: Session): string {
  const fields = {
    prompt: version.name,
    version: String(version.version),
    aliases: version.aliases.join(', '),
    made: formatTime(version.creation_time),
    message: version.commit_message,
    variables: version.variables.join(', '),
    tags: pairs(version.tags, '='),
  };
  return `${renderFields(fields, session.colors)}\n\n${textOf(version)}`;
}

function textOf({ template, messages = [] }: Version): string {
  if (template !== undefined) return stripControls(template);
  return messages
    .map(({ role, content }) =>
      stripControls(`${role}: ${typeof content === 'string' ? content : JSON.stringify(content)}`),
    )
    .join('\n');
}

function addVersions(prompts: Command, terminal: Terminal): void {
  const columns: Column<Version>[] = [
    { title: 'version', isNumber: true, show: ({ version }) => String(version) },
    { title: 'aliases', show: ({ aliases }) => aliases.join(', ') },
    { title: 'made', show: (version) => formatTime(version.creation_time) },
    { title: 'message', show: (version) => oneLine(version.commit_message) },
    { title: 'text', show: (version) => oneLine(textOf(version)) },
  ];
  prompts
    .command('versions')
    .description('list the versions of a prompt, the latest first')
    .argument('<name>')
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async (name: string, { limit }: { limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const found = await collect(
        limit,
        (query) => {
          const params = { path: { name }, query };
          return session.millrace.take(session.api.GET('/api/v1/prompts/{name}/versions', { params }));
        },
        (page) => page.versions,
      );
      await session.answer({ versions: found }, () => renderTable(columns, found, session.colors));
    });
}

function addAliases(prompts: Command, terminal: Terminal): void {
  prompts
    .command('alias')
    .description('let an alias stand for a version')
    .argument('<name>')
    .argument('<alias>')
    .argument('<version>', 'its number', countOption)
    .action(async (...[name, alias, version, , command]: [string, string, number, object, Command]) => {
      const session = sessionOf(command, terminal);
      const params = { path: { name, alias } };
      await session.millrace.take(
        session.api.PUT('/api/v1/prompts/{name}/aliases/{alias}', { params, body: { version } }),
      );
      await session.answer({ name, alias, version }, () => `${name}@${alias} is version ${version}.`);
    });
  prompts
    .command('unalias')
    .description('remove an alias; its version stays')
    .argument('<name>')
    .argument('<alias>')
    .action(async (name: string, alias: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const params = { path: { name, alias } };
      await session.millrace.take(session.api.DELETE('/api/v1/prompts/{name}/aliases/{alias}', { params }));
      await session.answer({ name, alias }, () => `${name} has no alias ${alias} any more.`);
    });
}

function addTag(prompts: Command, terminal: Terminal): void {
  prompts
    .command('tag')
    .description('set tags of a prompt')
    .argument('<name>')
    .argument('<key=value...>')
    .action(async (name: string, pairsGiven: string[], _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const tags = pairsGiven.reduce<Record<string, string>>((all, pair) => tagOption(pair, all), {});
      for (const [key, value] of Object.entries(tags)) {
        const params = { path: { name, key } };
        await session.millrace.take(
          session.api.PUT('/api/v1/prompts/{name}/tags/{key}', { params, body: { value } }),
        );
      }
      await session.answer({ name, tags }, () => `${name} has ${pairs(tags, '=')}.`);
    });
}

function addDelete(prompts: Command, terminal: Terminal): void {
  prompts
    .command('delete')
    .description('delete a prompt with all its versions')
    .argument('<name>')
    .option('--yes', 'do it')
    .action(async (name: string, { yes }: { yes?: boolean }, command: Command) => {
      demandYes(yes, 'Deleting a prompt');
      const session = sessionOf(command, terminal);
      const params = { path: { name } };
      await session.millrace.take(session.api.DELETE('/api/v1/prompts/{name}', { params }));
      await session.answer({ name }, () => `${name} is deleted.`);
    });
}

function pairs(values: Readonly<Record<string, unknown>>, between: string): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}${between}${String(value)}`)
    .join(', ');
}
