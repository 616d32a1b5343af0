import type { Command } from 'commander';
import type { components } from '@millrace/api-client';
import { CliError, EXIT } from '../cli-error.ts';
import { sessionOf, type Session } from '../connection/session.ts';
import type { Terminal } from '../output/terminal.ts';
import { listOption, parseJson, readText, tagOption } from './arguments.ts';

type NewVersion = components['schemas']['CreatePromptVersionBody'];

interface RegisterOptions {
  readonly template?: string;
  readonly file?: string;
  readonly messages?: string;
  readonly message?: string;
  readonly description?: string;
  readonly alias?: string[];
  readonly tag?: Record<string, string>;
}

export function addPromptRegister(prompts: Command, terminal: Terminal): void {
  prompts
    .command('register')
    .description('add a version to a prompt, which is made when there is none')
    .argument('<name>')
    .option('--template <text>', 'the text, with {{ variables }}')
    .option('--file <file>', 'a file with the text; - for the input')
    .option(
      '--messages <file>',
      'a JSON file with chat messages: [{"role": …, "content": …}]; - for the input',
    )
    .option('-m, --message <text>', 'why this version was made')
    .option('--description <text>', 'what the prompt is for, if it is made')
    .option('--alias <alias>', 'let it stand for this version; may be repeated', listOption)
    .option('--tag <key=value>', 'tag of the version; may be repeated', tagOption)
    .action(async (name: string, options: RegisterOptions, command: Command) => {
      const session = sessionOf(command, terminal);
      const body = await readVersion(options, terminal);
      await makePrompt(session, name, options.description);
      const { millrace, api } = session;
      const params = { path: { name } };
      const made = await millrace.take(api.POST('/api/v1/prompts/{name}/versions', { params, body }));
      for (const alias of options.alias ?? []) {
        await millrace.take(
          api.PUT('/api/v1/prompts/{name}/aliases/{alias}', {
            params: { path: { name, alias } },
            body: { version: made.version },
          }),
        );
      }
      const aliases = [...made.aliases, ...(options.alias ?? [])];
      await session.answer({ ...made, aliases }, () => `${name} has version ${made.version}.`);
    });
}

async function readVersion(options: RegisterOptions, { input }: Terminal): Promise<NewVersion> {
  const { template, file, messages, message, tag } = options;
  if ([template, file, messages].filter((given) => given !== undefined).length !== 1) {
    throw new CliError('Give the prompt by one of --template, --file and --messages.', EXIT.wrongUse);
  }
  const common = {
    ...(message !== undefined && { commit_message: message }),
    ...(tag !== undefined && { tags: tag }),
  };
  if (template !== undefined) return { ...common, template };
  if (file !== undefined) return { ...common, template: await readText(file, input) };
  const read = parseJson(await readText(messages ?? '-', input), messages ?? '-');
  if (!Array.isArray(read)) throw new CliError('The file of --messages has no list in it.', EXIT.wrongUse);
  return { ...common, messages: read as NonNullable<NewVersion['messages']> };
}

/** Unless there is one. */
async function makePrompt(session: Session, name: string, description: string | undefined): Promise<void> {
  const params = { path: { name } };
  const { response } = await session.api.GET('/api/v1/prompts/{name}', { params }).catch(() => ({
    response: undefined,
  }));
  if (response?.ok) return;
  const body = { name, ...(description !== undefined && { description }) };
  await session.millrace.take(session.api.POST('/api/v1/prompts', { body }));
}
