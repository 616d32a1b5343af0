import type { Command } from 'commander';
import type { components } from '@millrace/api-client';
import { CliError, EXIT } from '../cli-error.ts';
import { collect, quote } from '../connection/millrace.ts';
import { sessionOf, type Session } from '../connection/session.ts';
import { formatTime, formatValue, oneLine } from '../output/format.ts';
import { startProgress } from '../output/progress.ts';
import { renderFields, renderTable, type Column } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
import { countOption, demandYes, tagOption } from './arguments.ts';
import { readRecords } from './read-records.ts';

type Dataset = components['schemas']['Dataset'];

const UPLOAD_AT_ONCE = 500;

export function addDatasets(program: Command, terminal: Terminal): void {
  const datasets = program.command('datasets').description('evaluation datasets');
  addList(datasets, terminal);
  addGet(datasets, terminal);
  addRecords(datasets, terminal);
  addCreate(datasets, terminal);
  addUpload(datasets, terminal);
  addDelete(datasets, terminal);
}

const COLUMNS: Column<Dataset>[] = [
  { title: 'dataset', show: (dataset) => dataset.dataset_id },
  { title: 'name', show: ({ name }) => name },
  { title: 'records', isNumber: true, show: (dataset) => String(dataset.record_count) },
  { title: 'changed', show: (dataset) => formatTime(dataset.last_update_time) },
];

function addList(datasets: Command, terminal: Terminal): void {
  datasets
    .command('list')
    .description('list datasets')
    .option('--filter <filter>', `such as: name LIKE 'faq%'`)
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async ({ filter, limit }: { filter?: string; limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const experimentId = await session.experimentId();
      const found = await listDatasets(session, limit, {
        ...(filter !== undefined && { filter }),
        ...(experimentId !== undefined && { experiment_id: experimentId }),
      });
      await session.answer({ datasets: found }, () => renderTable(COLUMNS, found, session.colors));
    });
}

function listDatasets(
  session: Session,
  limit: number,
  selection: { filter?: string; experiment_id?: string },
): Promise<Dataset[]> {
  return collect(
    limit,
    (page) =>
      session.millrace.take(
        session.api.GET('/api/v1/datasets', { params: { query: { ...page, ...selection } } }),
      ),
    (page) => page.datasets,
  );
}

/** By name, else by id. */
export async function findDataset(session: Session, nameOrId: string): Promise<Dataset> {
  const [named] = await listDatasets(session, 1, { filter: `name = ${quote(nameOrId)}` });
  if (named) return named;
  const params = { path: { id: nameOrId } };
  const { data, response } = await session.api.GET('/api/v1/datasets/{id}', { params });
  if (response.ok && data) return data;
  throw new CliError(
    `There is no dataset '${nameOrId}'. "millrace datasets list" tells which there are.`,
    EXIT.notFound,
  );
}

function addGet(datasets: Command, terminal: Terminal): void {
  datasets
    .command('get')
    .description('show a dataset, without its records')
    .argument('<name or id>')
    .action(async (nameOrId: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const dataset = await findDataset(session, nameOrId);
      const fields = {
        dataset: dataset.dataset_id,
        name: dataset.name,
        records: String(dataset.record_count),
        experiments: dataset.experiment_ids.join(', '),
        tags: formatValue(dataset.tags),
        digest: dataset.digest,
        made: formatTime(dataset.creation_time),
        changed: formatTime(dataset.last_update_time),
      };
      await session.answer(dataset, () => renderFields(fields, session.colors));
    });
}

function addRecords(datasets: Command, terminal: Terminal): void {
  datasets
    .command('records')
    .description('show records of a dataset, in the order they came')
    .argument('<name or id>')
    .option('--limit <count>', 'at most so many', countOption, 100)
    .action(async (nameOrId: string, { limit }: { limit: number }, command: Command) => {
      const session = sessionOf(command, terminal);
      const { dataset_id: id } = await findDataset(session, nameOrId);
      const found = await collect(
        limit,
        (query) =>
          session.millrace.take(
            session.api.GET('/api/v1/datasets/{id}/records', { params: { path: { id }, query } }),
          ),
        (page) => page.records,
      );
      const columns: Column<(typeof found)[number]>[] = [
        { title: 'record', show: (record) => record.dataset_record_id },
        { title: 'inputs', show: ({ inputs }) => oneLine(formatValue(inputs)) },
        { title: 'expectations', show: ({ expectations }) => oneLine(formatValue(expectations ?? '')) },
      ];
      await session.answer({ records: found }, () => renderTable(columns, found, session.colors));
    });
}

function addCreate(datasets: Command, terminal: Terminal): void {
  datasets
    .command('create')
    .description('make a dataset; of an experiment, if --experiment names one')
    .argument('<name>')
    .option('--tag <key=value>', 'may be repeated', tagOption)
    .action(async (name: string, { tag }: { tag?: Record<string, string> }, command: Command) => {
      const session = sessionOf(command, terminal);
      const experimentId = await session.experimentId();
      const body = {
        name,
        ...(experimentId !== undefined && { experiment_ids: [experimentId] }),
        ...(tag && { tags: tag }),
      };
      const made = await session.millrace.take(session.api.POST('/api/v1/datasets', { body }));
      await session.answer(made, () => `Dataset ${made.dataset_id} is made.`);
    });
}

function addUpload(datasets: Command, terminal: Terminal): void {
  datasets
    .command('upload')
    .description('add records of a JSON, JSON lines or CSV file; those with the same inputs are changed')
    .argument('<name or id>')
    .argument('<file>', '- for the input')
    .addHelpText(
      'after',
      `
A record is {"inputs": {…}, "expectations": {…}, "outputs": …, "tags": {…}}; one without "inputs" is all inputs.
In a CSV file, columns are inputs, but those named expectations.NAME and tags.NAME.`,
    )
    .action(async (nameOrId: string, file: string, _options: object, command: Command) => {
      const session = sessionOf(command, terminal);
      const { dataset_id: id } = await findDataset(session, nameOrId);
      const records = await readRecords(file, terminal.input);
      const total = { inserted: 0, updated: 0 };
      const progress = startProgress(terminal, `uploading ${file}`, 'records');
      try {
        for (let at = 0; at < records.length; at += UPLOAD_AT_ONCE) {
          progress.update(at, records.length);
          const body = { records: records.slice(at, at + UPLOAD_AT_ONCE) };
          const answer = await session.millrace.take(
            session.api.POST('/api/v1/datasets/{id}/records', { params: { path: { id } }, body }),
          );
          total.inserted += answer.inserted;
          total.updated += answer.updated;
        }
      } finally {
        progress.stop();
      }
      await session.answer(
        { dataset_id: id, read: records.length, ...total },
        () => `${records.length} records read: ${total.inserted} added, ${total.updated} changed.`,
      );
    });
}

function addDelete(datasets: Command, terminal: Terminal): void {
  datasets
    .command('delete')
    .description('delete a dataset and its records')
    .argument('<name or id>')
    .option('--yes', 'do it')
    .action(async (nameOrId: string, { yes }: { yes?: boolean }, command: Command) => {
      demandYes(yes, 'Deleting a dataset');
      const session = sessionOf(command, terminal);
      const { dataset_id: id, name } = await findDataset(session, nameOrId);
      await session.millrace.take(session.api.DELETE('/api/v1/datasets/{id}', { params: { path: { id } } }));
      await session.answer({ dataset_id: id }, () => `${name} is deleted.`);
    });
}
