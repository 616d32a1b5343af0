import { PROMPT_NAME, PROMPTS } from './content/prompts.ts';
import { answer, type DemoTarget } from './demo-target.ts';

type VersionNumber = 1 | 2;

/** Ids of the logged models by the version of the prompt they run. */
export type LoggedModelIds = Readonly<Record<VersionNumber, string>>;

const VERSIONS: readonly VersionNumber[] = [1, 2];
const COMMITS: Readonly<Record<VersionNumber, string>> = {
  1: '4f2a9c1be07d3d5b6a1f8e92c0475d18b3e6a7f0',
  2: 'b81d07e5529c4fa3de6690c7f1a2385e4d9b0c6a',
};

/** The prompt with two versions: production has the first, staging the second. */
export async function loadPrompt({ api }: DemoTarget): Promise<void> {
  const query = { filter: `name = '${PROMPT_NAME}'` };
  const { prompts } = await answer(api.GET('/api/v1/prompts', { params: { query } }));
  if (prompts.length === 0) {
    const tags = { team: 'customer service', made_by: 'npm run demo' };
    const description = 'Answers questions of customers from the articles of the help centre';
    await answer(api.POST('/api/v1/prompts', { body: { name: PROMPT_NAME, description, tags } }));
  }
  const last = prompts[0]?.latest_version?.version ?? 0;
  for (const version of VERSIONS) if (version > last) await addVersion(api, version);
  for (const [alias, version] of [
    ['production', 1],
    ['staging', 2],
  ] as const) {
    const path = { name: PROMPT_NAME, alias };
    await answer(api.PUT('/api/v1/prompts/{name}/aliases/{alias}', { params: { path }, body: { version } }));
  }
}

async function addVersion(api: DemoTarget['api'], version: VersionNumber): Promise<void> {
  const { template, commitMessage, model, temperature } = PROMPTS[version];
  await answer(
    api.POST('/api/v1/prompts/{name}/versions', {
      params: { path: { name: PROMPT_NAME } },
      body: {
        template,
        commit_message: commitMessage,
        model_config: { provider: 'openai', model_name: model, temperature },
        tags: { reviewed_by: 'maria' },
      },
    }),
  );
}

/** Two versions of the application, each with the prompt and the model it ran with. */
export async function loadLoggedModels({ api }: DemoTarget, experimentId: string): Promise<LoggedModelIds> {
  const query = { experiment_id: experimentId };
  const { models: there } = await answer(api.GET('/api/v1/logged-models', { params: { query } }));
  const ids = { 1: '', 2: '' };
  for (const version of VERSIONS) {
    const name = `shop-assistant-r${version + 2}`;
    const found = there.find((model) => model.name === name);
    ids[version] = found?.model_id ?? (await addLoggedModel(api, experimentId, version, name));
  }
  return ids;
}

async function addLoggedModel(
  api: DemoTarget['api'],
  experimentId: string,
  version: VersionNumber,
  name: string,
): Promise<string> {
  const { model, temperature } = PROMPTS[version];
  const made = await answer(
    api.POST('/api/v1/logged-models', {
      body: {
        experiment_id: experimentId,
        name,
        model_type: 'rag-assistant',
        params: {
          prompt: `${PROMPT_NAME}/${version}`,
          model,
          temperature: String(temperature),
          embedding_model: 'text-embedding-3-small',
          top_k: '4',
          rerank_top_n: '2',
        },
        tags: {
          'mlflow.source.git.commit': COMMITS[version],
          'mlflow.source.git.branch': version === 1 ? 'main' : 'short-answers',
          'mlflow.source.git.repoURL': 'https://git.trailshop.example/shop-assistant.git',
          'mlflow.source.git.dirty': 'false',
        },
      },
    }),
  );
  const path = { id: made.model_id };
  await answer(api.PATCH('/api/v1/logged-models/{id}', { params: { path }, body: { status: 'READY' } }));
  return made.model_id;
}
