import { CliError } from '../cli-error.ts';
import type { Session } from '../connection/session.ts';
import type { ImportSource, Refusal } from '../imports/import-source.ts';
import { Journal } from '../imports/journal.ts';
import type { PromptCounts } from '../imports/prompt-importer.ts';
import { runImport, type ImportCounts } from '../imports/run-import.ts';
import { oneLine } from '../output/format.ts';

const SHOWN_REFUSALS = 20;

export interface ImportResult {
  readonly traces?: ImportCounts;
  readonly prompts?: PromptCounts;
  readonly datasets?: { readonly datasets: number; readonly records: number };
}

export function importTraces(
  session: Session,
  source: ImportSource,
  { experimentId, identity }: { readonly experimentId: string; readonly identity: readonly string[] },
): Promise<ImportCounts> {
  const place = [session.millrace.url, session.workspace ?? '', experimentId];
  const journal = new Journal(session.terminal.environment.stateFolder, [...place, ...identity]);
  if (journal.read() !== undefined) session.say('Going on where the same import stopped.');
  return runImport(session, source, { experimentId, journal });
}

/** What came and what did not. Throws CliError when something was refused. */
export async function report(session: Session, { traces, prompts, datasets }: ImportResult): Promise<void> {
  const refusals = [...(traces?.refusals ?? []), ...(prompts?.refusals ?? [])];
  const json = {
    ...(traces && {
      spans_read: traces.spansRead,
      spans_sent: traces.spansSent,
      spans_refused: traces.spansRefused,
      traces_told: traces.tracesTold,
    }),
    ...(prompts && { prompts: prompts.prompts, prompt_versions_made: prompts.versionsMade }),
    ...(datasets && { datasets: datasets.datasets, dataset_records: datasets.records }),
    refused: refusals,
  };
  const lines = [
    ...(traces
      ? [
          `spans: ${traces.spansRead} read, ${traces.spansSent} sent, ${traces.spansRefused} refused`,
          ...(traces.tracesTold > 0 ? [`traces: ${traces.tracesTold} with their tags and assessments`] : []),
        ]
      : []),
    ...(prompts ? [`prompts: ${prompts.prompts} read, ${prompts.versionsMade} versions made`] : []),
    ...(datasets ? [`datasets: ${datasets.datasets} with ${datasets.records} records`] : []),
  ];
  await session.answer(json, () => lines.join('\n'));
  if (refusals.length === 0) return;
  for (const refusal of refusals.slice(0, SHOWN_REFUSALS)) session.say(lineOf(refusal));
  throw new CliError(
    `${refusals.length} could not be brought over${refusals.length > SHOWN_REFUSALS ? ': --json names all' : ', see above'}.`,
  );
}

function lineOf({ what, why }: Refusal): string {
  return `not brought over: ${what}: ${oneLine(why, 300)}`;
}
