/**
 * Counts of one vitest run from its JSON report. A skipped test, a file that could not be loaded, a crash and a run without
 * a test each count as failed, and a test that passed at the second try only is told: nothing is left out silently.
 */
export function countVitest(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, problems: ['the suite crashed before it could report'] };
  const problems = [];
  let passed = 0;
  let failed = 0;
  for (const file of report.testResults) {
    const tests = file.assertionResults;
    for (const test of tests) {
      if (test.status === 'passed') passed += 1;
      if (test.status === 'passed' && test.isSecondTry)
        problems.push(`passed at the second try only: ${file.name} > ${test.fullName}`);
      if (test.status !== 'passed') problems.push(`${test.status}: ${file.name} > ${test.fullName}`);
    }
    failed += tests.filter(({ status }) => status !== 'passed').length;
    if (file.status === 'failed' && tests.every(({ status }) => status === 'passed')) {
      failed += 1;
      problems.push(`failed: ${file.name} (${(file.message ?? '').split('\n')[0]})`);
    }
  }
  if (passed + failed === 0) return { passed, failed: 1, problems: ['no test ran'] };
  if (exitCode !== 0 && failed === 0)
    return { passed, failed: 1, problems: [`the runner ended with ${exitCode}`] };
  return { passed, failed, problems };
}

/** The files of which not every test passed. */
export function failedFiles(report) {
  return report.testResults.filter(hasFailed).map(({ name }) => name);
}

/**
 * The report of a suite whose failed files were run once more, each whole and from its beginning: a test alone would run
 * on what its first try left behind. A file that the second run has not heard of stays failed.
 */
export function withSecondRun(first, second) {
  if (!second) return first;
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => {
    const newer = hasFailed(file) ? again.get(file.name) : undefined;
    return newer ? { ...newer, assertionResults: markSecondTries(file, newer) } : file;
  });
  return { ...first, testResults };
}

function markSecondTries(first, second) {
  const passed = new Set(namesOfPassed(first));
  return second.assertionResults.map((test) => ({ ...test, isSecondTry: !passed.has(test.fullName) }));
}

function namesOfPassed({ assertionResults }) {
  return assertionResults.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName);
}

function hasFailed({ status, assertionResults }) {
  return status === 'failed' || assertionResults.some((test) => test.status === 'failed');
}

export function totalOf(counts) {
  return counts.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/** A check is one test, passed when it ends with 0. */
export function countCheck(exitCode) {
  if (exitCode === 0) return { passed: 1, failed: 0, problems: [] };
  return {
    passed: 0,
    failed: 1,
    problems: [`the check ended with ${exitCode ?? 'a signal or the time limit'}`],
  };
}

/** All suites, or those asked for. Throws for a name that is none: a typo must not look like a passed run. */
export function chooseSuites(all, asked) {
  const unknown = asked.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`there is no suite ${unknown.join(', ')}; there are ${all.join(', ')}`);
  return asked.length === 0 ? all : all.filter((name) => asked.includes(name));
}
