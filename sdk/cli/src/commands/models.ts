import type { Command } from 'commander';
import type { components } from '@millrace/api-client';
import { collect } from '../connection/millrace.ts';
import { sessionOf } from '../connection/session.ts';
import { formatNumber, formatTime } from '../output/format.ts';
import { renderFields, renderTable, type Column } from '../output/table.ts';
import type { Colors, Terminal } from '../output/terminal.ts';
import { countOption } from './arguments.ts';
import { paintState } from './trace-columns.ts';

type Model = components['schemas']['LoggedModel'];

export function addModels(program: Command, terminal: Terminal): void {
  const models = program.command('models').description('logged models: versions of applications and models');

  models
    .command('list')
    .description('list the logged models of an experiment, the newest first')
    .option('--filter <filter>', `such as: name LIKE 'agent%'`)
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async ({ filter, limit }: { filter?: string; limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const experimentId = await session.experimentIdOrDefault();
      const found = await collect(
        limit,
        (page) => {
          const query = { ...page, experiment_id: experimentId, ...(filter !== undefined && { filter }) };
          return session.millrace.take(session.api.GET('/api/v1/logged-models', { params: { query } }));
        },
        (page) => page.models,
      );
      await session.answer({ models: found }, () =>
        renderTable(modelColumns(session.colors), found, session.colors),
      );
    });

  models
    .command('get')
    .description('show a logged model with its params, tags and metrics')
    .argument('<model-id>')
    .action(async (id: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const params = { path: { id } };
      const model = await session.millrace.take(session.api.GET('/api/v1/logged-models/{id}', { params }));
      await session.answer(model, () => renderModel(model, session.colors));
    });
}

function modelColumns(colors: Colors): Column<Model>[] {
  return [
    { title: 'model', show: (model) => model.model_id },
    { title: 'name', show: ({ name }) => name },
    { title: 'type', show: (model) => model.model_type ?? '' },
    {
      title: 'status',
      show: ({ status }) => status,
      paint: (text, { status }) => paintState(text, status, colors),
    },
    { title: 'made', show: (model) => formatTime(model.creation_time) },
  ];
}

function renderModel(model: Model, colors: Colors): string {
  const metrics = Object.fromEntries(
    model.metrics.map(({ key, value }) => [`metric ${key}`, formatNumber(Number(value))]),
  );
  return renderFields(
    {
      model: model.model_id,
      name: model.name,
      type: model.model_type,
      status: model.status,
      experiment: model.experiment_id,
      run: model.source_run_id,
      made: formatTime(model.creation_time),
      ...prefixed('param', model.params),
      ...prefixed('tag', model.tags),
      ...metrics,
    },
    colors,
  );
}

function prefixed(prefix: string, values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [`${prefix} ${key}`, String(value)]),
  );
}
