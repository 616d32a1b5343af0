import { setTimeout as sleep } from 'node:timers/promises';
import { containsScorer } from '../evaluations.ts';
import { ask, askUntilAnswered } from './ask.ts';

/** What changes are about. */
export interface Subject {
  readonly url: string;
  readonly experimentId: string;
  readonly traceId: string;
}

/** A kind of change that clients make, tried each time under another name. */
export interface ChangeKind {
  readonly name: string;
  readonly pauseMs: number;
  /** Sends it once; resolves when it is acknowledged. */
  send(subject: Subject, name: string): Promise<unknown>;
  /** The names of all that are there; one that is there twice, twice. */
  find(subject: Subject, acknowledged: ReadonlySet<string>): Promise<readonly string[]>;
}

const EVALUATION_PATIENCE_MS = 180_000;
const PAGE = 500;

const tags: ChangeKind = {
  name: 'tags',
  pauseMs: 200,
  send: ({ url, traceId }, key) =>
    ask(`${url}/api/3.0/mlflow/traces/tr-${traceId}/tags`, { method: 'PATCH', body: { key, value: key } }),
  find: async ({ url, traceId }) => {
    const { trace } = await askUntilAnswered<{ trace: { tags: Record<string, string> } }>(
      `${url}/api/v1/traces/${traceId}?consistency=strong`,
    );
    return Object.entries(trace.tags).flatMap(([key, value]) => (key === value ? [key] : []));
  },
};

const assessments: ChangeKind = {
  name: 'assessments',
  pauseMs: 200,
  send: ({ url, traceId }, name) =>
    ask(`${url}/api/v1/traces/${traceId}/assessments`, { method: 'POST', body: { name, value: true } }),
  find: async ({ url, traceId }) => {
    const path = `/api/v1/traces/${traceId}/assessments?consistency=strong`;
    const { assessments: told } = await askUntilAnswered<{ assessments: { name: string }[] }>(url + path);
    return told.map(({ name }) => name);
  },
};

const runs: ChangeKind = {
  name: 'runs',
  pauseMs: 200,
  send: ({ url, experimentId }, name) =>
    ask(`${url}/api/v1/runs`, { method: 'POST', body: { experiment_id: experimentId, name } }),
  find: async ({ url, experimentId }) => {
    const path = `${url}/api/v1/runs?experiment_id=${experimentId}&limit=${PAGE}`;
    const found = await allPages<{ runs: { name: string }[] }>(path);
    return found.flatMap((page) => page.runs.map(({ name }) => name));
  },
};

const promptName = ({ experimentId }: Subject): string => `under-faults-${experimentId}`;

const promptVersions: ChangeKind = {
  name: 'prompt versions',
  pauseMs: 200,
  send: (subject, name) =>
    ask(`${subject.url}/api/v1/prompts/${promptName(subject)}/versions`, {
      method: 'POST',
      body: { template: 'Say {{it}}.', commit_message: name },
    }),
  find: async (subject) => {
    const path = `${subject.url}/api/v1/prompts/${promptName(subject)}/versions?limit=${PAGE}`;
    const found = await allPages<{ versions: { commit_message: string }[] }>(path);
    return found.flatMap((page) => page.versions.map((version) => version.commit_message));
  },
};

/** Of one trace each; there once its ledger says that it was judged, once. */
const evaluations: ChangeKind = {
  name: 'evaluations',
  pauseMs: 500,
  send: ({ url, experimentId, traceId }, name) =>
    ask(`${url}/api/v1/evaluations`, {
      method: 'POST',
      body: {
        experiment_id: experimentId,
        name,
        trace_ids: [traceId],
        scorers: [containsScorer('contains', 'i')],
      },
    }),
  find: async ({ url, experimentId }, acknowledged) => {
    const path = `${url}/api/v1/evaluations?experiment_id=${experimentId}&limit=100`;
    for (const deadline = Date.now() + EVALUATION_PATIENCE_MS; ; await sleep(300)) {
      const pages = await allPages<{ evaluations: StoredEvaluation[] }>(path);
      const ended = pages.flatMap((page) => page.evaluations.filter(isJudgedOnce));
      const names = new Set(ended.map(({ name }) => name));
      if ([...acknowledged].every((name) => names.has(name)) || Date.now() > deadline)
        return ended.map(({ name }) => name);
    }
  },
};

interface StoredEvaluation {
  readonly name: string;
  readonly state: string;
  readonly ledger: { readonly sampled: number; readonly scored: number };
}

function isJudgedOnce({ state, ledger }: StoredEvaluation): boolean {
  return state === 'finished' && ledger.sampled === 1 && ledger.scored === 1;
}

export const CHANGE_KINDS = [tags, assessments, runs, promptVersions, evaluations] as const;

/** What the kinds need to be there. */
export async function prepareChanges(subject: Subject): Promise<void> {
  await askUntilAnswered(`${subject.url}/api/v1/prompts`, {
    method: 'POST',
    body: { name: promptName(subject) },
  });
}

async function allPages<Page extends object>(url: string): Promise<Page[]> {
  const pages: Page[] = [];
  let token: string | undefined;
  do {
    const more = token === undefined ? '' : `&page_token=${encodeURIComponent(token)}`;
    const page: Page & { next_page_token?: string } = await askUntilAnswered(url + more);
    pages.push(page);
    token = page.next_page_token;
  } while (token !== undefined && token !== '');
  return pages;
}
