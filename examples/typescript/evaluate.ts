// Evaluates an application on a few questions, with a scorer of its own and scorers of Millrace.
// node evaluate.ts   (Node 24; Millrace at MILLRACE_URL or http://localhost:5000)
import { evaluate } from '@millrace/sdk';

const capitals: Readonly<Record<string, string>> = { France: 'Paris', Japan: 'Tokyo', Peru: 'Lima' };

/** Your application: here a table, there a model. */
async function answer({ country }: { readonly country: string }): Promise<string> {
  const capital = capitals[country];
  if (capital === undefined) throw new Error(`nothing is known of ${country}`);
  return `The capital of ${country} is ${capital}.`;
}

const result = await evaluate({
  url: process.env['MILLRACE_URL'] ?? 'http://localhost:5000',
  experiment: 'capitals',
  name: 'first try',
  data: [
    { inputs: { country: 'France' }, expectations: { capital: 'Paris' } },
    { inputs: { country: 'Peru' }, expectations: { capital: 'Cusco' } },
    { inputs: { country: 'Atlantis' }, expectations: { capital: 'Atlantis' } },
  ],
  predict: (inputs, { tracer }) =>
    tracer.startActiveSpan('look up', async (span) => {
      try {
        return await answer(inputs);
      } finally {
        span.end();
      }
    }),
  scorers: [
    {
      name: 'names the capital',
      score: ({ outputs, expectations }) => ({
        value: outputs.includes(String(expectations['capital'])),
        rationale: `expected ${String(expectations['capital'])}`,
      }),
    },
    ...(process.argv[2] === undefined ? [] : process.argv.slice(2)),
  ],
});

for (const { inputs, outputs, error, verdicts } of result.rows) {
  const found = verdicts.map(({ name, value, error: reason }) => `${name}: ${reason ?? String(value)}`);
  console.log(`${inputs.country}: ${outputs ?? `failed, ${error}`}  ${found.join(', ')}`);
}
console.log(`${result.summary.errors} of ${result.summary.rows} failed`);
console.log(JSON.stringify(result.summary.scorers));
console.log(result.links.run);
console.log(result.links.traces);
