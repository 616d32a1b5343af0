import addCompletion from '@bomb.sh/tab/commander';
import { Command } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { EXIT_CODES_HELP } from './cli-error.ts';
import { addDatasets } from './commands/datasets.ts';
import { addEvaluations } from './commands/evaluations.ts';
import { addExperiments } from './commands/experiments.ts';
import { addImports } from './commands/imports.ts';
import { addKeys } from './commands/keys.ts';
import { addMcp } from './commands/mcp.ts';
import { addModels } from './commands/models.ts';
import { addPrompts } from './commands/prompts.ts';
import { addTraces } from './commands/traces.ts';
import { commonOptions } from './connection/session.ts';
import type { Terminal } from './output/terminal.ts';

/** Adds commands to those of every Millrace. */
export type AddCommands = (program: Command, terminal: Terminal) => void;

/** Every command that talks to a Millrace over its API, and those that are added. */
export function createProgram(terminal: Terminal, addMore: AddCommands = () => undefined): Command {
  const program = new Command('millrace')
    .description('Trace, version and evaluate LLM applications.')
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.messages.write(text),
    })
    .showHelpAfterError('(--help tells how it is called)')
    .addHelpText('after', `\n${EXIT_CODES_HELP}`)
    .version(manifest.version, '-V, --version', 'tell the version')
    .helpOption('-h, --help', 'tell how it is called')
    .exitOverride();
  for (const option of commonOptions()) program.addOption(option);
  addTraces(program, terminal);
  addPrompts(program, terminal);
  addModels(program, terminal);
  addEvaluations(program, terminal);
  addDatasets(program, terminal);
  addExperiments(program, terminal);
  addKeys(program, terminal);
  addImports(program, terminal);
  addMcp(program, terminal);
  addMore(program, terminal);
  addCompletion(program, { completionCommandName: 'completion' });
  return program;
}
