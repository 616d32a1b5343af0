import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOpenApi, type OpenApi } from '../openapi.ts';
import { pythonWith } from '../python-environment.ts';
import { borrowTarget, sharedTarget, type BorrowedTarget } from '../shared-target.ts';
import { makeVictim } from '../tenancy/victim.ts';
import { STANDALONE } from '../topologies.ts';
import { schemaWithIds } from './schema-with-ids.ts';

/** Nothing fails inside, and every answer is one that the document describes. */
const CHECKS =
  'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';

export interface Fuzzing {
  /** `coverage`: each constraint of the document kept and broken; `fuzzing`: made at random; `stateful`: one call after another. */
  readonly phases: string;
  /** Requests made for each operation, at most. */
  readonly examples: number;
  readonly timeoutMs: number;
}

/** Requests that the OpenAPI document allows, and some it does not, made up by Schemathesis (https://schemathesis.io). */
export function describeSchemathesis({ phases, examples, timeoutMs }: Fuzzing): void {
  describe(`requests made up from the OpenAPI document (${phases})`, () => {
    let target: BorrowedTarget | undefined;
    const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));

    afterAll(async () => {
      await target?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it(
      'are answered as it says, and none with an error of the server',
      async () => {
        // Of its own for each try: what is made up deletes too.
        target = await borrowTarget(STANDALONE);
        // Asked itself: the gateways of tests have faults of their own.
        const { url } = await sharedTarget(STANDALONE);
        const document = readOpenApi();
        const schema = join(folder, 'openapi.json');
        writeFileSync(schema, JSON.stringify(schemaWithIds(document, await makeVictim(target))));
        const printed = await runSchemathesis(folder, [
          ...['run', schema, '--url', url, '--header', `x-mlflow-workspace: ${target.workspace}`],
          ...['--phases', phases, '--max-examples', String(examples)],
          ...['--checks', CHECKS, '--continue-on-failure', '--seed', '1', '--request-timeout', '30'],
          ...['--workers', '1', '--report', 'junit', '--report-dir', folder, '--no-color'],
        ]);
        const report = readdirSync(folder).find((name) => name.endsWith('.xml')) ?? '';
        const tested = readFileSync(join(folder, report), 'utf8').match(/<testcase name="[A-Z]+ \//g) ?? [];
        expect(printed.failures).toEqual([]);
        expect(tested.length).toBeGreaterThanOrEqual(operationsOf(document));
      },
      timeoutMs,
    );
  });
}

function operationsOf({ paths }: OpenApi): number {
  return Object.values(paths).flatMap((item) => Object.keys(item)).length;
}

/** What it found wrong, each with the request that shows it. */
async function runSchemathesis(
  folder: string,
  args: readonly string[],
): Promise<{ readonly failures: readonly string[] }> {
  const python = pythonWith('test/conformance/requirements-schemathesis.txt');
  // It leaves a cache where it runs.
  const child = spawn(join(dirname(python), 'schemathesis'), args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const failures = printed.split(/^(?=_{3,} )/m).filter((section) => /^_{3,} [A-Z]+ \//.test(section));
  // What is none of its findings, such as a document that it can't read, is told whole.
  return { failures: code === 0 ? [] : failures.length > 0 ? failures : [printed] };
}
