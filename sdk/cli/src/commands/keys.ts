import { Option, type Command } from 'commander';
import type { components } from '@millrace/api-client';
import { sessionOf } from '../connection/session.ts';
import { formatTime } from '../output/format.ts';
import { renderTable, type Column } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { timeOption } from './arguments.ts';

type ApiKey = components['schemas']['ApiKey'];

const COLUMNS: Column<ApiKey>[] = [
  { title: 'key', show: (key) => key.key_id },
  { title: 'name', show: ({ name }) => name },
  { title: 'role', show: ({ role }) => role },
  { title: 'experiment', show: (key) => key.experiment_id ?? 'all' },
  { title: 'made', show: (key) => formatTime(key.creation_time) },
  { title: 'used', show: (key) => formatTime(key.last_used_time) },
  { title: 'ends', show: (key) => formatTime(key.revocation_time ?? key.expiration_time) },
];

export function addKeys(program: Command, terminal: Terminal): void {
  const keys = program.command('keys').description('API keys of the workspace');

  keys
    .command('list')
    .description('list keys; their secrets are shown once, when they are made')
    .action(async (_options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const { api_keys: found } = await session.millrace.take(session.api.GET('/api/v1/api-keys'));
      await session.answer({ api_keys: found }, () => renderTable(COLUMNS, found, session.colors));
    });

  keys
    .command('create')
    .description('make a key; of one experiment, if --experiment names it. The output is the key alone')
    .argument('<name>')
    .addOption(new Option('--role <role>', 'what it may do').choices(['admin', 'editor', 'viewer', 'ingest']))
    .option('--expires <time>', 'when it ends: 2027-01-01T00:00:00Z', timeOption)
    .action(
      async (
        name: string,
        { role, expires }: { role?: ApiKey['role']; expires?: string },
        command: Command,
      ) => {
        const session = sessionOf(command, terminal);
        const experimentId = await session.experimentId();
        const body = {
          name,
          ...(role !== undefined && { role }),
          ...(experimentId !== undefined && { experiment_id: experimentId }),
          ...(expires !== undefined && { expiration_time: expires }),
        };
        const made = await session.millrace.take(session.api.POST('/api/v1/api-keys', { body }));
        session.say(`Key ${made.key_id} with role ${made.role}. It is not shown again.`);
        await session.answer(made, () => made.api_key);
      },
    );

  keys
    .command('revoke')
    .description('end a key at once')
    .argument('<key-id>')
    .action(async (keyId: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const params = { path: { key_id: keyId } };
      const revoked = await session.millrace.take(
        session.api.DELETE('/api/v1/api-keys/{key_id}', { params }),
      );
      await session.answer(revoked, () => `Key ${keyId} is revoked.`);
    });
}
