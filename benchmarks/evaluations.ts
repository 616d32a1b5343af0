import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilComplete } from '../test/support/api.ts';
import { startFakeLlm } from '../test/support/fake-llm/fake-llm.ts';
import { makeSpan, sendSpans } from '../test/support/otlp.ts';
import { startStandalone, type RunningTarget } from '../test/support/standalone.ts';
import { secondsOf, TargetClient, type EvaluationState } from './evaluations/target-client.ts';
import { residentMemory } from './measure/resident-memory.ts';
import { saveResult } from './measure/save-result.ts';

const SPANS_A_REQUEST = 500;
const LOOK_MS = 5_000;
/** As many as a comparison takes. */
const COMPARED = 10_000;
const SIDES = ['before', 'after'] as const;

/** One large evaluation by a filter: is memory flat from its begin to its end? Then a comparison of as many traces as it takes. */
async function main(): Promise<void> {
  const traces = option('traces', 100_000);
  const minutes = option('minutes', 60);
  const isJudged = process.argv.includes('--judge');
  const target = await startStandalone({ environment: { MILLRACE_JUDGE_CALLS_PER_MINUTE: '100000000' } });
  const llm = await startFakeLlm({ latencyMs: 0, keepsRequests: false });
  try {
    const client = new TargetClient(target.url);
    await client.addProvider('openai', llm.url);
    await sendTraces(target, traces);
    const load = loadavg().map((each) => Math.round(each * 10) / 10);
    const evaluation = await measureEvaluation(target, client, { minutes, isJudged });
    const comparison = traces >= 2 * COMPARED ? await measureComparison(client) : undefined;
    saveResult(isJudged ? 'evaluations-judged' : 'evaluations', { traces, load, evaluation, comparison });
  } finally {
    await target.stop();
    await llm.stop();
  }
}

/** The first two times `COMPARED` traces are two versions of an application on the same examples. */
async function sendTraces(target: RunningTarget, count: number): Promise<void> {
  for (let at = 0; at < count; at += SPANS_A_REQUEST) {
    const spans = Array.from({ length: Math.min(SPANS_A_REQUEST, count - at) }, (_, place) => {
      const number = at + place;
      return makeSpan({
        name: SIDES[Math.floor(number / COMPARED)] ?? 'other',
        attributes: {
          'mlflow.spanInputs': JSON.stringify({ question: `How are you, number ${number % COMPARED}?` }),
          'mlflow.spanOutputs': JSON.stringify(`Fine, said ${number}.`),
        },
      });
    });
    await sendSpans(target.otlpUrl, spans);
  }
  await untilComplete(target.url, 600_000);
}

async function measureEvaluation(
  { pids: [pid = 0] }: RunningTarget,
  client: TargetClient,
  { minutes, isJudged }: { readonly minutes: number; readonly isJudged: boolean },
) {
  const memory: { readonly second: number; readonly ended: number; readonly rssMb: number }[] = [];
  const id = await client.evaluate({
    fine: { kind: 'contains', parameters: { texts: ['Fine'] } },
    ...(isJudged && {
      polite: {
        kind: 'guidelines',
        parameters: { guidelines: ['Be polite.'], model: 'openai:/gpt-4.1-mini' },
      },
    }),
  });
  let selectedSeconds: number | undefined;
  let evaluation = await client.look(id);
  for (; !isOver(evaluation, minutes); await sleep(LOOK_MS), evaluation = await client.look(id)) {
    if (evaluation.state !== 'selecting') selectedSeconds ??= secondsOf(evaluation);
    memory.push(look(evaluation, pid));
    console.log(JSON.stringify(memory.at(-1)), evaluation.state, JSON.stringify(evaluation.ledger));
  }
  memory.push(look(evaluation, pid));
  if (evaluation.state !== 'finished') await client.send(`/api/v1/evaluations/${id}/cancel`, {});
  const seconds = secondsOf(evaluation);
  const { eligible, sampled } = evaluation.ledger;
  return {
    scorers: isJudged ? ['check', 'judge of 0 ms'] : ['check'],
    isFinished: evaluation.state === 'finished',
    eligible,
    sampled,
    ended: endedOf(evaluation),
    seconds: Math.round(seconds),
    selectedSeconds: selectedSeconds === undefined ? undefined : Math.round(selectedSeconds),
    perSecond: Math.round((endedOf(evaluation) / seconds) * 10) / 10,
    /** Of the main process, in which everything but the databases runs. */
    memory: atTenths(memory),
    peakRssMb: residentMemory(pid).peakRssMb,
  };
}

async function measureComparison(client: TargetClient) {
  const [baseline, candidate] = SIDES.map((name) => ({ filter: `name = '${name}'` }));
  const begin = performance.now();
  const { traces } = await client.send<{ traces: object }>('/api/v1/comparisons', {
    experiment_id: '0',
    baseline,
    candidate,
  });
  return { traces, seconds: Math.round((performance.now() - begin) / 100) / 10 };
}

function isOver(evaluation: EvaluationState, minutes: number): boolean {
  return evaluation.state === 'finished' || secondsOf(evaluation) > minutes * 60;
}

function look(evaluation: EvaluationState, pid: number) {
  const { rssMb } = residentMemory(pid);
  return { second: Math.round(secondsOf(evaluation)), ended: endedOf(evaluation), rssMb };
}

function endedOf({ ledger: { scored, skipped, failed } }: EvaluationState): number {
  return scored + skipped + failed;
}

function atTenths<Value>(values: readonly Value[]): Value[] {
  const places = Array.from({ length: 11 }, (_, tenth) => Math.round((tenth / 10) * (values.length - 1)));
  return [...new Set(places)].map((place) => values[place]).filter((value) => value !== undefined);
}

function option(name: string, otherwise: number): number {
  const prefix = `--${name}=`;
  return Number(process.argv.find((each) => each.startsWith(prefix))?.slice(prefix.length) ?? otherwise);
}

await main();
