import {
  getDataset,
  getTrace,
  init,
  loadPrompt,
  logExpectation,
  logFeedback,
  Millrace,
  registerPrompt,
  searchTraces,
  setActiveModel,
  type ChatMessage,
  type MillraceError,
  type TraceSummary,
} from '../src/index.ts';

const traceId = '0'.repeat(32);

/** What the types take and refuse. @public compiled, never run. */
export async function prompts(): Promise<void> {
  const text = await registerPrompt('greet', 'Hello {{name}}', { tags: { team: 'docs' } });
  text.format({ name: 'Ann' }).toUpperCase();
  const chat = await registerPrompt('ask', [{ role: 'user', content: '{{question}}' }]);
  const messages: readonly ChatMessage[] = chat.format({ question: 'Why?' });
  messages[0]?.role.toUpperCase();

  (await loadPrompt('greet', { kind: 'text' })).format().toUpperCase();
  (await loadPrompt('ask', { kind: 'chat' })).format().at(0)?.role.toUpperCase();
  const either = await loadPrompt('prompts:/greet@production');
  if (either.kind === 'text') either.format().toUpperCase();
  // @ts-expect-error: it may be messages
  either.format().toUpperCase();
  // @ts-expect-error: a version does not change
  either.template = 'Bye';
  // @ts-expect-error: a version is a number
  await loadPrompt('greet', { version: '1' });
  // @ts-expect-error: a message has a role
  await registerPrompt('ask', [{ content: 'Why?' }]);
}

/** What the types take and refuse. @public compiled, never run. */
export async function assessments(): Promise<void> {
  await logFeedback({ traceId, name: 'helpful', value: true, source: { type: 'human', id: 'ann' } });
  await logFeedback({ traceId, name: 'helpful', error: { message: 'no answer' } });
  // @ts-expect-error: feedback has a value, or says why not
  await logFeedback({ traceId, name: 'helpful' });
  // @ts-expect-error: what is said is about a trace
  await logFeedback({ name: 'helpful', value: true });
  // @ts-expect-error: a value is JSON
  await logFeedback({ traceId, name: 'helpful', value: () => true });
  // @ts-expect-error: an expectation has a value
  await logExpectation({ traceId, name: 'expected_response' });
  // @ts-expect-error: nobody is called so
  await logExpectation({ traceId, name: 'fact', value: 1, source: { type: 'robot' } });
}

/** What the types take and refuse. @public compiled, never run. */
export async function searches(): Promise<void> {
  init({ url: 'http://localhost:5000', experiment: 'types' });
  const [first] = await searchTraces({ filter: "status = 'ERROR'", from: new Date() }).first(1);
  const found: TraceSummary | undefined = first;
  found?.promptVersions.map((each) => each.toUpperCase());
  for await (const { traceId: id, tags } of searchTraces())
    (await getTrace(id)).spans.at(0)?.name.concat(tags['x'] ?? '');
  // @ts-expect-error: names are those of TypeScript
  found?.trace_id.toUpperCase();
  // @ts-expect-error: a trace does not change here
  if (found) found.name = 'other';

  const dataset = await getDataset('questions');
  await dataset.mergeRecords([{ inputs: { question: 'Why?' }, expectations: { expected_response: 'So.' } }]);
  for await (const { inputs } of dataset.records()) Object.keys(inputs);
  // @ts-expect-error: inputs say which record it is
  await dataset.mergeRecords([{ outputs: 'So.' }]);

  await setActiveModel({ name: 'support', params: { model: 'gpt-4o-mini' }, git: true });
  // @ts-expect-error: params are texts
  await setActiveModel({ name: 'support', params: { temperature: 0 } });

  const other = new Millrace({ url: 'http://localhost:5001', workspace: 'team' });
  await other.prompts.load('greet').catch(({ status }: MillraceError) => status === 404);
  // @ts-expect-error: where traces go is told to init
  new Millrace({ sampleRate: 1 });
}
