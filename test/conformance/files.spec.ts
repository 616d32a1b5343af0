import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { pythonWith } from '../support/python-environment.ts';
import { borrowTarget } from '../support/shared-target.ts';
import { STANDALONE } from '../support/topologies.ts';

const FOLDER = 'test/conformance/files';
const run = promisify(execFile);

it('pandas, duckdb and pyarrow read what is exported', async () => {
  const python = pythonWith(join(FOLDER, 'requirements.txt'));
  const folder = mkdtempSync(join(tmpdir(), 'millrace-files-'));
  const target = await borrowTarget(STANDALONE);
  try {
    await sendSpans(target.otlpUrl, [makeSpan({ name: '=1+1', attributes: { 'session.id': 's' } })]);
    const { stdout } = await run(python, [join(FOLDER, 'read_files.py'), target.url, folder]);
    expect(JSON.parse(stdout)).toEqual({
      pandas: [{ name: '=1+1', span_count: 1 }],
      sessions: [{ session_id: 's', trace_count: 1 }],
      spans: [['=1+1', 'UTC']],
      csv: ['=1+1'],
      duckdb: [['=1+1', 1]],
      arrow: ['=1+1'],
    });
  } finally {
    await target.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
