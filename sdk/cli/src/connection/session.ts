import { Option, type Command } from 'commander';
import { write, type Terminal } from '../output/terminal.ts';
import { Millrace } from './millrace.ts';

/** What every command may be given. */
export interface CommonOptions {
  readonly url: string;
  readonly token?: string;
  readonly workspace?: string;
  readonly experiment?: string;
  readonly json?: boolean;
}

export function commonOptions(): Option[] {
  return [
    new Option('--url <url>', 'where Millrace answers').env('MILLRACE_URL').default('http://localhost:5000'),
    new Option('--token <key>', 'API key; else MLFLOW_TRACKING_TOKEN').env('MILLRACE_TOKEN'),
    new Option('--workspace <name>', 'a workspace other than the default one').env('MILLRACE_WORKSPACE'),
    new Option('--experiment <name or id>', 'what it is about').env('MILLRACE_EXPERIMENT'),
    new Option('--json', 'write JSON, for programs'),
  ];
}

/** Their names in the environment. */
export const CLIENT_SETTINGS: readonly string[] = commonOptions().flatMap(({ envVar }) => envVar ?? []);

/** One call of a command: whom it asks, and how it answers. */
export class Session {
  readonly millrace: Millrace;
  readonly isJson: boolean;
  readonly terminal: Terminal;
  private readonly options: CommonOptions;

  constructor(terminal: Terminal, options: CommonOptions) {
    this.terminal = terminal;
    this.options = options;
    const token = options.token ?? terminal.environment.mlflowToken;
    this.millrace = new Millrace({
      url: options.url,
      token,
      workspace: options.workspace,
      signal: terminal.signal,
    });
    this.isJson = options.json ?? false;
  }

  get api() {
    return this.millrace.api;
  }

  get colors() {
    return this.terminal.colors;
  }

  /** The one result of a command. */
  async answer(json: unknown, text: () => string): Promise<void> {
    await write(this.terminal.output, `${this.isJson ? JSON.stringify(json, null, 2) : text()}\n`);
  }

  /** One of many results, as they come. */
  async line(json: unknown, text: () => string): Promise<void> {
    await write(this.terminal.output, `${this.isJson ? JSON.stringify(json) : text()}\n`);
  }

  /** Something to know that is no result. */
  say(message: string): void {
    this.terminal.messages.write(`${message}\n`);
  }

  /** Id of the experiment that was asked for; undefined for none. */
  async experimentId(): Promise<string | undefined> {
    const { experiment } = this.options;
    return experiment === undefined ? undefined : this.millrace.experimentId(experiment);
  }

  /** The one asked for, else the one where spans go that name none. */
  async experimentIdOrDefault(): Promise<string> {
    return this.millrace.experimentId(this.options.experiment ?? 'Default');
  }

  get workspace(): string | undefined {
    return this.options.workspace;
  }
}

/** The session of an action, which gets its command last. */
export function sessionOf(command: Command, terminal: Terminal): Session {
  return new Session(terminal, command.optsWithGlobals<CommonOptions>());
}
