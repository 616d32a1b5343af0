import { startFakeLlm } from './fake-llm.ts';

/** `node test/support/fake-llm/main.ts [port]`: prints its URL on one line, runs until it is told to stop. */
const port = Number(process.argv[2] ?? 0);
const llm = await startFakeLlm({ port });
console.log(llm.url);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void llm.stop());
}
