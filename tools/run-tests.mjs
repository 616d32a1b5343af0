// Runs every suite and counts: the last line printed is "N passed, N failed" over all of them.
// npm test -- unit e2e: only the suites named. `long` runs by its name alone; its last result is in test/long-results.txt.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chooseSuites, countCheck, countVitest, totalOf } from './count-tests.mjs';

const CHECKS = [
  'check:format',
  'check:lint',
  'check:types',
  'check:unused',
  'check:openapi',
  'check:api-client',
  'check:settings',
  'check:lock',
];
const PROJECTS = ['unit', 'contract', 'e2e', 'ui', 'faults'];
const LONG = 'long';
const LONG_RESULTS = 'test/long-results.txt';
const REPORTS = '.cache/test-reports';
/** A suite that hangs is ended and counts as failed, so that the others are still heard. */
const SUITE_TIMEOUT_MS = 30 * 60_000;

mkdirSync(REPORTS, { recursive: true });
const asked = process.argv.slice(2);
const suites = chooseSuites([...CHECKS, ...PROJECTS, ...asked.filter((name) => name === LONG)], asked);
const counts = suites.map((name) => (CHECKS.includes(name) ? runCheck(name) : runProject(name)));
const { passed, failed } = totalOf(counts);
for (const { name, passed: p, failed: f, problems } of counts) {
  console.log(`${name}: ${p} passed, ${f} failed`);
  for (const problem of problems) console.log(`  ${problem}`);
}
console.log(`${passed} passed, ${failed} failed`);
if (suites.includes(LONG)) {
  const { passed: p, failed: f } = counts[suites.indexOf(LONG)] ?? {};
  writeFileSync(LONG_RESULTS, `${new Date().toISOString().slice(0, 10)}: ${p} passed, ${f} failed\n`);
}
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** A check is one test. */
function runCheck(name) {
  return { name, ...countCheck(run(name, 'npm', ['run', '--silent', name])) };
}

function runProject(name) {
  const report = `${REPORTS}/${name}.json`;
  rmSync(report, { force: true });
  const args = ['run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const status = run(name, 'vitest', args);
  return { name, ...countVitest(readReport(report), status) };
}

/** The exit code; null for a suite that a signal or the time limit ended. */
function run(name, command, args) {
  console.log(`\n== ${name}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: SUITE_TIMEOUT_MS }).status;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
