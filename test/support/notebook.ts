import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from './python-environment.ts';

const run = promisify(execFile);
const NOTEBOOK = 'examples/notebook/traces-inline.ipynb';
const REQUIREMENTS = 'examples/notebook/requirements.txt';

export interface ShownNotebook {
  /** A page of an origin of its own, as Jupyter's is. */
  readonly url: string;
  stop(): void;
}

/** The example run in a Jupyter kernel against a Millrace, cell by cell, and shown with what it printed. Throws what a cell threw. */
export async function showNotebook(millraceUrl: string): Promise<ShownNotebook> {
  const html = await executeNotebook(millraceUrl);
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close().closeAllConnections(),
  };
}

async function executeNotebook(millraceUrl: string): Promise<string> {
  const python = pythonWith(REQUIREMENTS);
  const folder = mkdtempSync(join(tmpdir(), 'millrace-notebook-'));
  const flags = ['--execute', '--to', 'html', '--output-dir', folder, '--output', 'notebook.html'];
  try {
    await run(python, ['-m', 'nbconvert', ...flags, NOTEBOOK], {
      env: {
        ...process.env,
        PATH: `${dirname(python)}:${process.env['PATH'] ?? ''}`,
        MLFLOW_TRACKING_URI: millraceUrl,
        MLFLOW_DISABLE_TELEMETRY: 'true',
        // Settings and kernels of whoever runs this are not the example's.
        ...{ JUPYTER_CONFIG_DIR: folder, JUPYTER_DATA_DIR: folder, IPYTHONDIR: folder },
      },
    });
    return readFileSync(join(folder, 'notebook.html'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
