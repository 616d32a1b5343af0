// Runs every suite and counts: the last line printed is "N passed, N failed" over all of them.
// npm test -- unit e2e: only the suites named. Some run by their names alone; what they last counted is committed in test/, of
// faults-long in docs/reliability.md.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve as toAbsolute } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  chooseSuites,
  countCheck,
  countVitest,
  failedFiles,
  totalOf,
  withSecondRun,
} from './count-tests.mjs';

const CHECKS = [
  'check:lint',
  'check:format',
  'check:types',
  'check:unused',
  'check:openapi',
  'check:api-client',
  'check:api-reference',
  'check:settings',
  'check:lock',
];
/** What takes too long for every run, and where it keeps what it counted. */
const RESULTS = { long: 'test/long-results.txt', kubernetes: 'test/kubernetes-results.txt' };
const BY_COMMAND = [...Object.keys(RESULTS), 'faults-long'];
/** One after the other: beside each other on two cores all took longer, and waits ran out. Checks wait for nothing: two at a time. */
const SUITES = [...CHECKS, 'unit', 'chart', 'contract', 'e2e', 'ui', 'faults', ...BY_COMMAND];
/** Over real servers, or beside garbage collectors, on a machine of whatever load; what needed its second try is told at the end. */
const TRIED_TWICE = ['unit', 'contract', 'e2e', 'ui', 'faults'];
const REPORTS = '.cache/test-reports';
/** A suite that hangs is ended and counts as failed, so that the others are still heard. */
const SUITE_TIMEOUT_MS = 30 * 60_000;
/** Of what runs by command, and by the hour. */
const LONG_TIMEOUT_MS = 4 * 3600_000;
/** The services that tests start, a hundred times over, compile the same files. */
const ENVIRONMENT = { ...process.env, NODE_COMPILE_CACHE: toAbsolute('.cache/compiled') };

mkdirSync(REPORTS, { recursive: true });
const asked = process.argv.slice(2);
const suites = chooseSuites(
  SUITES.filter((name) => !BY_COMMAND.includes(name) || asked.includes(name)),
  asked,
);
const checks = suites.filter((name) => CHECKS.includes(name));
const left = checks.values();
const counts = (await Promise.all([runEach(left), runEach(left)])).flat();
counts.push(...(await runEach(suites.filter((name) => !CHECKS.includes(name)))));
const { passed, failed } = totalOf(counts);
for (const { name, seconds, passed: p, failed: f, problems } of counts) {
  console.log(`${name}: ${p} passed, ${f} failed, ${seconds} s`);
  for (const problem of problems) console.log(`  ${problem}`);
}
console.log(`${passed} passed, ${failed} failed`);
for (const { name, passed: p, failed: f } of counts.filter(({ name }) => name in RESULTS))
  writeFileSync(RESULTS[name], `${new Date().toISOString().slice(0, 10)}: ${p} passed, ${f} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** One after the other; several may take from one iterator. */
async function runEach(names) {
  const done = [];
  for (const name of names) done.push(await runSuite(name));
  return done;
}

/** What a suite counted, and how long it took. */
async function runSuite(name) {
  const started = Date.now();
  const count = await (CHECKS.includes(name) ? runCheck(name) : runProject(name));
  return { name, seconds: Math.round((Date.now() - started) / 1000), ...count };
}

/** A check is one test. */
async function runCheck(name) {
  return countCheck(await run(name, 'npm', ['run', '--silent', name]));
}

async function runProject(name) {
  const first = await runVitest(name, []);
  const failed = first.report && failedFiles(first.report);
  if (!TRIED_TWICE.includes(name) || failed?.length === 0) return countVitest(first.report, first.status);
  console.log(`== ${name}: once more ...`);
  const second = await runVitest(name, failed ?? []);
  if (!failed) return countVitest(second.report, second.status);
  return countVitest(withSecondRun(first.report, second.report), second.status);
}

/** All files of a suite, or those named; no report where it crashed. */
async function runVitest(name, files) {
  const report = `${REPORTS}/${name}.json`;
  rmSync(report, { force: true });
  const args = ['run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run(name, 'vitest', [...args, ...files]);
  return { report: readReport(report), status };
}

/** The exit code; null for a suite that a signal or the time limit ended. What it printed is shown when it ends, whole. */
async function run(name, command, args) {
  console.log(`== ${name} ...`);
  const file = `${REPORTS}/${name.replace(':', '-')}.log`;
  const log = createWriteStream(file);
  const child = spawn(command, args, {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: BY_COMMAND.includes(name) ? LONG_TIMEOUT_MS : SUITE_TIMEOUT_MS,
  });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      log.write(`${error.message}\n`);
      resolve(null);
    });
    child.once('exit', resolve);
  });
  log.end();
  await finished(log);
  process.stdout.write(`\n== ${name}\n${readFileSync(file, 'utf8')}`);
  return status;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
