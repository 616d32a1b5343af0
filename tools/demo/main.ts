import { parseArgs } from 'node:util';
import { demoTarget } from './demo-target.ts';
import { loadDemo } from './load-demo.ts';

const { values } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:5000' }, workspace: { type: 'string' } },
});
const target = demoTarget(values.url, values.workspace);
const begin = performance.now();

try {
  const demo = await loadDemo(target, { say: (step) => console.log(`  ${step} …`) });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const page = `${target.url}/experiments/${demo.experimentId}`;
  const done = demo.wasThere ? 'The demo is there already' : `The demo is loaded (${seconds} s)`;
  console.log(`${done}: ${demo.traces} traces, ${demo.assessments} assessments.

  Overview      ${page}
  Traces        ${page}/traces
  Sessions      ${page}/sessions
  Evaluations   ${page}/evaluations
  Prompt        ${target.url}/prompts/shop-assistant
`);
} catch (error) {
  const isAway = error instanceof TypeError && error.message === 'fetch failed';
  console.error(
    isAway ? `No Millrace answers at ${target.url}. Start one with: npm start` : `millrace: ${String(error)}`,
  );
  process.exitCode = 1;
}
