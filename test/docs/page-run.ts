import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expectPrinted } from './expect-printed.ts';
import type { Block } from './read-blocks.ts';

/** What stands in for what a reader has: addresses of pages by those of the test, and the environment. */
export interface Surroundings {
  /** Of the interpreter whose packages the page installs. */
  readonly python: string;
  readonly addresses: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

const ROOT = resolve(import.meta.dirname, '../..');
/** A clone's own, which the page's programs find beside them but never change. */
const HIDDEN = /^\.|^dist$/;
/** Starts what the test has started. */
const START = /^npm (?:start|test)\b.*$/gm;
/** Installs and builds first, where a test finds that done. */
const COMMAND = /\bnpm run millrace --/g;
const BUILT_COMMAND = `node ${join(ROOT, 'dist/cli/main.js')}`;
const KEEP_ENVIRONMENT = 'trap \'code=$?; env -0 >"$KEPT_ENVIRONMENT"; exit $code\' EXIT';

/** One reader of one page: a folder with what a clone has, and an environment that lasts from block to block. */
export class PageRun {
  private readonly folder = mkdtempSync(join(tmpdir(), 'millrace-page-'));
  private readonly kept = join(this.folder, '.environment');
  private environment: NodeJS.ProcessEnv;
  private session: PythonSession | undefined;
  private printed = '';
  private failedAt: number | undefined;

  constructor(
    private readonly page: string,
    private readonly surroundings: Surroundings,
  ) {
    for (const name of readdirSync(ROOT).filter((each) => !HIDDEN.test(each)))
      symlinkSync(join(ROOT, name), join(this.folder, name));
    // curl alone ends well whatever it was answered.
    writeFileSync(join(this.folder, '.curlrc'), 'fail\nsilent\nshow-error\n');
    const programs = [dirname(surroundings.python), join(ROOT, 'node_modules/.bin')];
    this.environment = {
      ...process.env,
      HOME: this.folder,
      PATH: [...programs, process.env['PATH']].join(':'),
      KEPT_ENVIRONMENT: this.kept,
      // "Already installed", or a fault: what a page installs is pinned by the test.
      PIP_NO_INDEX: '1',
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      ...surroundings.environment,
    };
  }

  /** Does what the reader of a block does. Throws with all that was said when it fails, and for every block after that. */
  async follow(block: Block): Promise<void> {
    if (this.failedAt !== undefined)
      throw new Error(`the block of line ${this.failedAt} failed, on which this may rest`);
    this.failedAt = block.line;
    await this.take(block);
    this.failedAt = undefined;
  }

  stop(): void {
    this.session?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async take(block: Block): Promise<void> {
    if (block.kind === 'fault') throw new Error(`${this.page}:${block.line}: ${block.fault}`);
    if (block.kind === 'file') this.write(block.path, this.localized(block.text));
    if (block.kind === 'run')
      this.printed = await this.run(block.language, block.line, this.localized(block.text));
    if (block.kind === 'output') expectPrinted(this.localized(block.text), this.printed);
  }

  private run(language: 'sh' | 'python' | 'typescript', line: number, text: string): Promise<string> {
    if (language === 'python') return this.runPython(line, text);
    if (language === 'typescript') {
      const file = `block-${line}.ts`;
      this.write(file, text);
      return this.start(process.execPath, [file]);
    }
    return this.runShell(text.replaceAll(START, '').replaceAll(COMMAND, BUILT_COMMAND));
  }

  private async runShell(text: string): Promise<string> {
    const script = ['set -aeo pipefail', KEEP_ENVIRONMENT, text].join('\n');
    const printed = await this.start('bash', ['-c', script]);
    this.environment = readEnvironment(this.kept);
    return printed;
  }

  private runPython(line: number, text: string): Promise<string> {
    this.session ??= new PythonSession(this.surroundings.python, this.folder, this.environment);
    return this.session.run({ file: this.page, line, text, environment: this.environment });
  }

  private async start(program: string, args: readonly string[]): Promise<string> {
    const child = spawn(program, args, { cwd: this.folder, env: this.environment });
    child.stdin.end();
    let output = '';
    let complaints = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${program} ended with ${code}:\n${output}\n${complaints}`);
    return output;
  }

  private write(path: string, text: string): void {
    const file = join(this.folder, path);
    makeOwn(this.folder, dirname(path));
    rmSync(file, { force: true });
    writeFileSync(file, `${text}\n`);
  }

  private localized(text: string): string {
    return Object.entries(this.surroundings.addresses).reduce(
      (localized, [address, own]) => localized.replaceAll(address, own),
      text,
    );
  }
}

/** Makes folders to write to: one that is a link to the clone's becomes a folder of links to what is in it. */
function makeOwn(root: string, path: string): void {
  let folder = root;
  for (const segment of path.split('/')) {
    folder = join(folder, segment);
    const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const linked = isLink ? realpathSync(folder) : undefined;
    if (linked !== undefined) rmSync(folder);
    mkdirSync(folder, { recursive: true });
    for (const name of linked === undefined ? [] : readdirSync(linked))
      symlinkSync(join(linked ?? '', name), join(folder, name));
  }
}

interface PythonBlock {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Blocks of Python in one namespace. */
class PythonSession {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;
  private complaints = '';

  constructor(python: string, cwd: string, env: NodeJS.ProcessEnv) {
    this.child = spawn(python, [join(import.meta.dirname, 'python-session.py')], { cwd, env });
    this.child.stderr.on('data', (chunk: Buffer) => (this.complaints += chunk.toString()));
    this.answers = createInterface(this.child.stdout)[Symbol.asyncIterator]();
  }

  /** What the block printed. */
  async run(block: PythonBlock): Promise<string> {
    this.child.stdin.write(`${JSON.stringify(block)}\n`);
    const { value } = (await this.answers.next()) as { value?: string };
    if (value === undefined) throw new Error(`Python ended:\n${this.complaints}`);
    const { printed, fault } = JSON.parse(value) as { printed: string; fault: string | null };
    if (fault !== null) throw new Error(`${fault}\n${printed}\n${this.complaints}`);
    return printed;
  }

  stop(): void {
    this.child.kill();
  }
}

function readEnvironment(file: string): NodeJS.ProcessEnv {
  const entries = readFileSync(file, 'utf8').split('\0').filter(Boolean);
  return Object.fromEntries(
    entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}
