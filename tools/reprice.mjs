// Derives the costs of stored spans anew, after prices were set or the price table was renewed:
//   npm run reprice -- --url http://localhost:5000 --experiment 0 --from 2026-11-01T00:00:00Z --to 2026-11-08T00:00:00Z
// Every option may be left out. It prints how far it is; stopped, it goes on with the --page-token it printed last.
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:5000' },
    experiment: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    'page-token': { type: 'string' },
  },
});

const ATTEMPTS = 10;

/** One page; waits and tries again while the server says that it can't now. */
async function reprice(body) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${values.url}/api/v1/model-prices/reprice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return await response.json();
    const text = await response.text();
    const isPassing = response.status === 429 || response.status >= 502;
    if (!isPassing || attempt === ATTEMPTS) throw new Error(`${response.status} ${text}`);
    const seconds = Number(response.headers.get('retry-after')) || 1;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

let token = values['page-token'];
let traces = 0;
try {
  do {
    const page = await reprice({
      experiment_id: values.experiment,
      from: values.from,
      to: values.to,
      page_token: token,
    });
    traces += page.traces;
    token = page.next_page_token;
    const next = token === undefined ? 'all of them' : `go on with --page-token ${token}`;
    console.log(`${traces} traces${page.reached ? ` back to ${page.reached}` : ''}; ${next}`);
  } while (token !== undefined);
} catch (error) {
  console.error(`The reprice stopped after ${traces} traces: ${error.message}`);
  if (token !== undefined) console.error(`Go on with --page-token ${token}`);
  process.exitCode = 1;
}
