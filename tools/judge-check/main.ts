import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { llmConfigSchema, openChatModel } from '@millrace/adapter-llm';
import type { ChatModel, ModelAccess } from '@millrace/ports';
import { labelledJudges, type LabelledJudge } from '../../libs/scorers/spec/labelled-examples.ts';
import { checkJudge } from './check-judge.ts';
import { PlainJudge } from './plain-judge.ts';
import { figuresOf, reportOf, type JudgeFigures } from './report.ts';

/** What the check needs from outside. */
interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly scorersSource: string;
  say(line: string): void;
}

const USAGE = `npm run judge-check -- [--model openai:/gpt-4.1-mini]… [--judge correctness]… [--base-url https://…] [--json file]
Asks every judge about its labelled examples with your own key and tells how often it agrees.`;
const DEFAULT_MODEL = 'openai:/gpt-4.1-mini';
const USED_WRONGLY = 2;

/** Measures judges on their labelled examples. Answers the exit code: 0 when all examples got a verdict, 2 when it could not begin. */
export async function checkJudges(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: 'string', multiple: true, default: [DEFAULT_MODEL] },
      judge: { type: 'string', multiple: true, default: [] },
      'base-url': { type: 'string' },
      json: { type: 'string' },
    },
  });
  const chat = await openChatModel(llmConfigSchema.parse({ allowPrivateTargets: true }));
  const all = labelledJudges((file) => {
    const path = `${surroundings.scorersSource}/${file}`;
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  });
  const judges =
    values.judge.length === 0 ? all : all.filter(({ judge }) => values.judge.includes(judge.name));
  const accesses = values.model.map((model) => accessOf(model, values['base-url'], chat, surroundings));
  const faults = [
    ...accesses.filter((access) => typeof access === 'string'),
    ...(judges.length === 0 ? [`There is no such judge; there are ${namesOf(all)}.`] : []),
  ];
  if (faults.length > 0) {
    surroundings.say(`${faults.join('\n')}\n\n${USAGE}`);
    return USED_WRONGLY;
  }
  const figures: JudgeFigures[] = [];
  for (const access of accesses) {
    if (typeof access !== 'string') figures.push(...(await checkWith(access, judges, chat)));
  }
  surroundings.say(reportOf(figures));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  return figures.every(({ failed }) => failed === 0) ? 0 : 1;
}

async function checkWith(
  access: ModelAccess,
  judges: readonly LabelledJudge[],
  chat: ChatModel,
): Promise<JudgeFigures[]> {
  const figures: JudgeFigures[] = [];
  for (const labelled of judges) {
    const checked = await checkJudge(labelled, new PlainJudge(chat, access));
    const found = figuresOf(labelled.judge.name, `${access.provider}:/${access.model}`, checked);
    figures.push(found);
    // A key or an address that is wrong is so for every judge.
    if (found.failed === found.examples) break;
  }
  return figures;
}

/** How a model is reached, or what is missing. */
function accessOf(
  model: string,
  baseUrl: string | undefined,
  { providers }: ChatModel,
  { environment }: Surroundings,
): ModelAccess | string {
  const [, name = '', bare = ''] = /^([\w.-]+):\/(.+)$/.exec(model) ?? [];
  const provider = providers.find((each) => each.name === name);
  if (!provider) {
    return `'${model}' is no 'provider:/model'; the providers are ${providers.map((each) => each.name).join(', ')}.`;
  }
  const variable = `${name.toUpperCase().replaceAll(/\W/g, '_')}_API_KEY`;
  const key = environment[variable];
  if (provider.needsKey && !key) return `Set ${variable} to your key of ${provider.label}.`;
  if (!provider.hasAddress && !baseUrl)
    return `${provider.label} has no address of its own: give --base-url.`;
  return {
    provider: name,
    model: bare,
    secrets: key ? { api_key: key } : {},
    settings: baseUrl ? { api_base: baseUrl } : {},
  };
}

function namesOf(judges: readonly LabelledJudge[]): string {
  return judges.map(({ judge }) => judge.name).join(', ');
}
