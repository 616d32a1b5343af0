import { sendLoad, type LoadOptions } from './send.ts';

// A process of its own, so that what it costs is not counted as ours. Options as JSON in, one line of JSON out.
const options = JSON.parse(process.argv[2] ?? '{}') as LoadOptions;
const result = await sendLoad(options);
process.stdout.write(`${JSON.stringify(result)}\n`);
