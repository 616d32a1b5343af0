// Runs every suite and counts: the last line printed is "N passed, N failed" over all of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { countVitest, totalOf } from './count-tests.mjs';

const CHECKS = ['check:format', 'check:lint', 'check:types', 'check:unused'];
const PROJECTS = ['unit', 'contract', 'e2e'];
const REPORTS = '.cache/test-reports';

mkdirSync(REPORTS, { recursive: true });
const counts = [...CHECKS.map(runCheck), ...PROJECTS.map(runProject)];
const { passed, failed } = totalOf(counts);
for (const { name, passed: p, failed: f, problems } of counts) {
  console.log(`${name}: ${p} passed, ${f} failed`);
  for (const problem of problems) console.log(`  ${problem}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** A check is one test. */
function runCheck(name) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync('npm', ['run', '--silent', name], { stdio: 'inherit' });
  return { name, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, problems: [] };
}

function runProject(name) {
  console.log(`\n== ${name}`);
  const report = `${REPORTS}/${name}.json`;
  rmSync(report, { force: true });
  const args = ['run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('vitest', args, { stdio: 'inherit' });
  return { name, ...countVitest(readReport(report), status) };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
