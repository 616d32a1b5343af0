import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as sdk from '@millrace/sdk';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const runFile = promisify(execFile);
const EXPERIMENT = 'typescript sdk';
const WAIT = { wait: true, timeoutMs: 60_000 };

describe.each(TOPOLOGIES)('@millrace/sdk against $name', (topology) => {
  let target: BorrowedTarget;
  let llm: FakeLlm;

  beforeAll(async () => {
    [target, llm] = await Promise.all([borrowTarget(topology), startFakeLlm()]);
    sdk.init({ url: target.url, experiment: EXPERIMENT });
  }, 180_000);

  afterEach(() => sdk.clearActiveModel());

  afterAll(async () => {
    await sdk.shutdown();
    await Promise.all([llm?.stop(), target?.stop()]);
  });

  /** Traces a call; what it answered and the id of its trace. */
  const traced = async <Result>(name: string, code: () => Result | Promise<Result>) =>
    sdk.withSpan({ name, type: sdk.SpanType.CHAIN }, async ({ traceId }) => ({
      traceId,
      result: await code(),
    }));

  it('keeps prompts: versions, aliases, tags, formats and contents', async () => {
    const first = await sdk.registerPrompt('greet', 'Hello {{ name }}, {{ user.mood }}!', {
      commitMessage: 'begun',
      tags: { author: 'ann' },
      responseFormat: { type: 'object', properties: { reply: { type: 'string' } } },
      modelConfig: { model_name: 'gpt-4o-mini', temperature: 0.2 },
      aliases: ['production'],
    });
    expect(first).toMatchObject({ name: 'greet', version: 1, uri: 'prompts:/greet/1', kind: 'text' });
    expect(first.format({ name: 'Ann', 'user.mood': 'well' })).toBe('Hello Ann, well!');
    const messages = [
      { role: 'system', content: 'You are {{style}}.' },
      { role: 'user', content: [{ type: 'text', text: '{{question}}' }], name: 'ann' },
    ];
    const chat = await sdk.registerPrompt('greet', messages);
    expect(chat.format({ style: 'short', question: 'Why?' })).toEqual([
      { role: 'system', content: 'You are short.' },
      { role: 'user', content: [{ type: 'text', text: 'Why?' }], name: 'ann' },
    ]);
    const byUri = await sdk.loadPrompt('prompts:/greet@production', { kind: 'text' });
    expect(byUri).toMatchObject({
      version: 1,
      template: 'Hello {{ name }}, {{ user.mood }}!',
      variables: ['name', 'user.mood'],
      aliases: ['production'],
      tags: { author: 'ann' },
      modelConfig: { model_name: 'gpt-4o-mini', temperature: 0.2 },
      responseFormat: { type: 'object', properties: { reply: { type: 'string' } } },
    });
    expect(await sdk.loadPrompt('greet')).toMatchObject({ version: 2, variables: ['style', 'question'] });
    await sdk.setPromptAlias('greet', 'production', chat.version);
    expect(await sdk.loadPrompt('greet', { alias: 'production' })).toMatchObject({ version: 2 });
    expect(await sdk.loadPrompt('greet', { version: 1, ttlMs: 0 })).toMatchObject({ aliases: [] });
    await sdk.setPromptTag('greet', 'team', 'docs');
    await sdk.setPromptVersionTag('greet', 2, ['reviewed', 'yes']);
    const [listed] = await sdk.searchPrompts({ filter: "tags.team = 'docs'" }).all();
    expect(listed).toMatchObject({ name: 'greet', aliases: { production: 2 }, tags: { team: 'docs' } });
    expect(listed?.latestVersion).toMatchObject({ version: 2, tags: { reviewed: 'yes' } });
    const versions = await sdk.listPromptVersions('greet').all();
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    await sdk.deletePromptAlias('greet', 'production');
    await expect(sdk.loadPrompt('prompts:/greet@production')).rejects.toThrow(sdk.NotFoundError);
    await sdk.deletePrompt('greet');
    await expect(sdk.loadPrompt('greet', { version: 1, ttlMs: 0 })).rejects.toMatchObject({
      status: 404,
      code: 'RESOURCE_DOES_NOT_EXIST',
    });
  });

  it('links traces to the prompts they used and to the active version', async () => {
    const { version } = await sdk.registerPrompt('linked', 'Say {{word}}.');
    const tone = await sdk.registerPrompt('tone', 'Be {{tone}}.');
    const model = await sdk.setActiveModel({ name: 'assistant', params: { retriever: 'bm25' } });
    const { traceId } = await traced('answer', async () => {
      tone.format({ tone: 'kind' });
      await sdk.withSpan({ name: 'within' }, () => sdk.loadPrompt('linked', { version }));
    });
    sdk.clearActiveModel();
    const other = await traced('answer', () => undefined);
    const found = await sdk.getTrace(traceId, WAIT);
    expect(found).toMatchObject({
      promptVersions: ['linked/1', 'tone/1'],
      loggedModels: [model.modelId],
      metadata: { 'mlflow.modelId': model.modelId },
    });
    const within = found.spans.find(({ name }) => name === 'within');
    expect((await sdk.getSpan(traceId, within?.spanId ?? '')).promptVersions).toEqual(['linked/1']);
    expect((await sdk.getTrace(other.traceId, WAIT)).loggedModels).toEqual([]);
    const filter = `prompt = 'linked/1' AND logged_model = '${model.modelId}'`;
    expect((await sdk.searchTraces({ filter }).all()).map((each) => each.traceId)).toEqual([traceId]);
  });

  it('finds the version again that is alike, by name, params and the state of git', async () => {
    const choice = { name: 'versioned', params: { temperature: '0' }, git: true };
    const made = await sdk.setActiveModel({ ...choice, tags: { stage: 'dev' } });
    expect(sdk.activeModelId()).toBe(made.modelId);
    expect(made).toMatchObject({ status: 'READY', params: { temperature: '0' }, tags: { stage: 'dev' } });
    expect(made.tags['mlflow.source.git.commit']).toMatch(/^[0-9a-f]{40}$/);
    expect(made.tags['mlflow.source.git.dirty']).toMatch(/^true|false$/);
    expect(await sdk.setActiveModel(choice)).toMatchObject({ modelId: made.modelId });
    const other = await sdk.setActiveModel({ ...choice, params: { temperature: '1' } });
    expect(other.modelId).not.toBe(made.modelId);
    const listed = await sdk.searchLoggedModels({ filter: "name = 'versioned'" }).all();
    expect(listed.map(({ modelId }) => modelId)).toEqual([other.modelId, made.modelId]);
    const failed = await sdk.createLoggedModel({ name: 'broken' });
    expect(failed.status).toBe('PENDING');
    expect((await sdk.finalizeLoggedModel(failed.modelId, 'FAILED')).status).toBe('FAILED');
    await sdk.deleteLoggedModel(failed.modelId);
    await expect(sdk.getLoggedModel(failed.modelId)).rejects.toThrow(sdk.NotFoundError);
    await expect(sdk.setActiveModel({})).rejects.toThrow(/give its name/);
  });

  it('takes what is said of a trace that has just ended, and what is said better', async () => {
    const { traceId } = await traced('judged', () => sdk.withSpan({ name: 'step' }, ({ spanId }) => spanId));
    const source = { type: 'human', id: 'ann' } as const;
    const said = await sdk.logFeedback({
      traceId,
      name: 'helpful',
      value: false,
      rationale: 'Too long.',
      source,
    });
    expect(said).toMatchObject({
      name: 'helpful',
      value: false,
      rationale: 'Too long.',
      source,
      isValid: true,
    });
    const { spans } = await sdk.getTrace(traceId);
    const spanId = spans.find(({ name }) => name === 'step')?.spanId ?? '';
    const failed = await sdk.logFeedback({
      traceId,
      spanId,
      name: 'score',
      error: { code: 'TIMEOUT', message: 'no answer' },
    });
    const expected = await sdk.logExpectation({ traceId, name: 'expected_facts', value: ['a', 'b'] });
    await sdk.updateAssessment(traceId, expected.assessmentId, { value: ['a'], metadata: { by: 'review' } });
    const better = await sdk.overrideAssessment(traceId, said.assessmentId, { value: true });
    const all = await sdk.listAssessments(traceId);
    const byId = new Map(all.map((each) => [each.assessmentId, each]));
    expect(all).toHaveLength(4);
    expect(byId.get(said.assessmentId)).toMatchObject({ value: false, isValid: false });
    expect(byId.get(better.assessmentId)).toMatchObject({ name: 'helpful', value: true, isValid: true });
    expect(byId.get(expected.assessmentId)).toMatchObject({ value: ['a'], metadata: { by: 'review' } });
    expect(byId.get(failed.assessmentId)).toMatchObject({
      spanId,
      error: { code: 'TIMEOUT', message: 'no answer' },
      source: { type: 'code' },
    });
    await sdk.deleteAssessment(traceId, better.assessmentId);
    expect(await sdk.getAssessment(traceId, said.assessmentId)).toMatchObject({ isValid: true });
    const nowhere = sdk.logFeedback({ traceId: 'f'.repeat(32), name: 'helpful', value: true });
    await expect(nowhere).rejects.toThrow(sdk.NotFoundError);
  });

  it('keeps data sets: of objects and of traces, read page by page', async () => {
    const dataset = await sdk.createDataset('questions', { tags: { team: 'docs' } });
    const records = Array.from({ length: 1_201 }, (_, n) => ({
      inputs: { n },
      expectations: { double: 2 * n },
    }));
    expect(await dataset.mergeRecords(records)).toEqual({ inserted: 1_201, updated: 0 });
    expect(await dataset.mergeRecords([{ inputs: { n: 0 }, tags: { seen: 'yes' } }])).toEqual({
      inserted: 0,
      updated: 1,
    });
    const read = [];
    for await (const record of (await sdk.getDataset('questions')).records()) read.push(record);
    expect(read.map(({ inputs }) => inputs)).toEqual(records.map(({ inputs }) => inputs));
    expect(read[0]).toMatchObject({ expectations: { double: 0 }, tags: { seen: 'yes' } });
    expect(await dataset.deleteRecords(read.slice(1))).toBe(1_200);
    const ask = sdk.trace(({ question }: { question: string }) => `${question} Yes.`, { name: 'ask' });
    const { traceId } = await traced('outside', () => undefined);
    ask({ question: 'Well?' });
    const [asked] = await sdk.searchTraces({ filter: "name = 'ask'", ...WAIT }).first(1);
    await sdk.logExpectation({ traceId: asked?.traceId ?? '', name: 'expected_response', value: 'Yes.' });
    expect(await dataset.mergeTraces(asked ? [asked] : [])).toEqual({ inserted: 1, updated: 0 });
    await expect(dataset.mergeTraces([traceId])).rejects.toThrow(/is no record/);
    const [, ofTrace] = await dataset.records().all();
    expect(ofTrace).toMatchObject({
      inputs: { question: 'Well?' },
      outputs: 'Well? Yes.',
      expectations: { expected_response: 'Yes.' },
    });
    const namesake = await sdk.createDataset('questions');
    expect((await sdk.getDataset('questions')).id).toBe(namesake.id);
    expect((await sdk.getDataset(dataset.id)).id).toBe(dataset.id);
    await namesake.delete();
    expect(await sdk.searchDatasets({ filter: "tags.team = 'docs'" }).all()).toHaveLength(1);
    await dataset.delete();
    await expect(sdk.getDataset('questions')).rejects.toThrow(sdk.NotFoundError);
  });

  it('finds traces by filter, order and window, and sessions', async () => {
    for (const n of [1, 2, 3])
      await sdk.withSpan({ name: `find ${n}` }, () =>
        sdk.updateCurrentTrace({ session: n < 3 ? 'talk' : 'other', tags: { even: String(n % 2 === 0) } }),
      );
    const search = { filter: "name LIKE 'find %'", orderBy: 'name ASC', ...WAIT };
    const named = async (more: object) =>
      (await sdk.searchTraces({ ...search, ...more }).all()).map(({ name }) => name);
    expect(await named({})).toEqual(['find 1', 'find 2', 'find 3']);
    expect(await named({ orderBy: 'name DESC' })).toEqual(['find 3', 'find 2', 'find 1']);
    expect(await named({ filter: "tags.even = 'true'" })).toEqual(['find 2']);
    expect(await named({ to: new Date(0) })).toEqual([]);
    const first = await sdk.searchTraces(search).first(2);
    expect(first.map(({ name }) => name)).toEqual(['find 1', 'find 2']);
    const sessions = await sdk.searchSessions({ filter: "name LIKE 'find %'" }).all();
    const counts = sessions.map(({ sessionId, traceCount }) => [sessionId, traceCount]);
    expect(Object.fromEntries(counts)).toEqual({ other: 1, talk: 2 });
    await expect(sdk.searchTraces({ filter: 'name >' }).first(1)).rejects.toThrow(sdk.InvalidRequestError);
    await expect(sdk.searchTraces({ experiment: 'never' }).first(1)).rejects.toThrow(/no experiment 'never'/);
    await expect(sdk.getTrace('0'.repeat(31) + '1')).rejects.toThrow(sdk.NotFoundError);
  });

  it('evaluates with what autologs and traced functions say in the trace of each record', async () => {
    const stop = sdk.autologOpenAI(OpenAI);
    const client = new OpenAI({ baseURL: llm.url, apiKey: 'key' });
    const answer = sdk.trace(
      async ({ question }: { question: string }) => {
        const messages = [{ role: 'user' as const, content: question }];
        const { choices } = await client.chat.completions.create({ model: 'gpt-4o-mini', messages });
        return choices[0]?.message.content ?? '';
      },
      { name: 'answer' },
    );
    const { result, traceId } = await traced('around', () =>
      sdk.evaluate({
        experiment: 'evaluated',
        data: ['one?', 'two?'].map((question) => ({ inputs: { question } })),
        predict: (inputs, { tracer }) =>
          tracer.startActiveSpan('by hand', (span) => answer(inputs).finally(() => span.end())),
        scorers: [{ name: 'says something', score: ({ outputs }) => outputs.length > 0 }],
      }),
    );
    stop();
    expect(result.summary.scorers).toEqual({ 'says something': { scored: 2, failed: 0, mean: 1 } });
    for (const row of result.rows) {
      const found = await sdk.getTrace(row.traceId, WAIT);
      expect(found).toMatchObject({ experimentId: result.experimentId, runIds: [result.runId] });
      const byId = new Map(found.spans.map((span) => [span.spanId, span.name]));
      const tree = found.spans.map(({ name, parentSpanId = '' }) => [name, byId.get(parentSpanId)]);
      expect(Object.fromEntries(tree)).toEqual({
        predict: undefined,
        'by hand': 'predict',
        answer: 'by hand',
        'chat gpt-4o-mini': 'answer',
      });
    }
    const around = await sdk.getTrace(traceId, WAIT);
    expect(around.spans.map(({ name }) => name)).toEqual(['around']);
    expect(around.experimentId).not.toBe(result.experimentId);
  });

  it('runs the example: a version of a prompt is tried, and goes into production if it is better', async () => {
    const env = {
      ...process.env,
      MILLRACE_URL: target.url,
      OPENAI_BASE_URL: llm.url,
      OPENAI_API_KEY: 'key',
    };
    const { stdout } = await runFile(process.execPath, ['examples/typescript/better_prompt.ts'], { env });
    const told = stdout
      .replaceAll(/ +http\S+/g, '')
      .trim()
      .split('\n');
    expect(told).toEqual(['version 1: 0', 'version 2: 1', 'in production: version 2']);
    const versions = await sdk.listPromptVersions('summary').all();
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const used = sdk.searchTraces({ experiment: 'better prompt', filter: "prompt = 'summary/2'", ...WAIT });
    expect((await used.all()).map(({ promptVersions }) => promptVersions)).toEqual([
      ['summary/2'],
      ['summary/2'],
    ]);
  });

  it('asks several places, each by a client of its own', async () => {
    const [one, two] = ['one', 'two'].map((experiment) => new sdk.Millrace({ url: target.url, experiment }));
    await one?.models.create({ name: 'of one' });
    expect(await one?.models.search().all()).toHaveLength(1);
    expect(await two?.models.search().all()).toEqual([]);
  });
});
