import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliError, type AddCommands } from '@millrace/cli';
import { dataFolder, settingsFor, type HostOptions } from './app.config.ts';

const DATA_DIR = [
  '--data-dir <folder>',
  'the data folder (default: ".millrace", env: MILLRACE_DATA_DIR)',
] as const;

type Program = Parameters<AddCommands>[0];
type Terminal = Parameters<AddCommands>[1];

/** What is done on the machine that Millrace runs on. The code of each is loaded when it is called: the others start at once. */
export function addHostCommands(program: Program, terminal: Terminal): void {
  const tell = (text: string) => terminal.output.write(`${text}\n`);
  addUp(program);
  addBackup(program, tell);
  addRestore(program, tell);
  addDoctor(program, tell);
}

type Tell = (text: string) => void;

function addUp(program: Program): void {
  program
    .command('up')
    .description('run a whole Millrace here until Ctrl-C, as "npm start" does')
    .argument('[flags...]', 'settings as flags: --port=5001 --data-dir=folder; a wrong one lists all')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (flags: string[]) => {
      const { runStandalone } = await import('./up/run-standalone.ts');
      await runStandalone(fileURLToPath(new URL('../standalone/main.js', import.meta.url)), flags);
    });
}

function addBackup(program: Program, tell: Tell): void {
  program
    .command('backup')
    .description('back a data folder up, also of a running Millrace')
    .argument('<target>', 'a new folder')
    .option(...DATA_DIR)
    .action(async (target: string, options: HostOptions) => {
      const { backUpFolder } = await loadHost();
      const { files, begunAt } = await backUpFolder(dataFolder(options), resolve(target));
      tell(`${files.length} files in ${resolve(target)}: all that was acknowledged before ${begunAt}.
It has the key of stored secrets (secret.key), unless MILLRACE_SECRET_KEY sets one: keep the backup as safe as the data folder.`);
    });
}

function addRestore(program: Program, tell: Tell): void {
  program
    .command('restore')
    .description('make a data folder out of a backup')
    .argument('<backup>')
    .argument('<new data folder>')
    .action(async (backup: string, folder: string) => {
      const { restoreFolder } = await loadHost();
      const { begunAt } = await restoreFolder(resolve(backup), resolve(folder));
      tell(
        `The backup of ${begunAt} is in ${resolve(folder)}. Start it: npm start -- --data-dir=${resolve(folder)}`,
      );
    });
}

function addDoctor(program: Program, tell: Tell): void {
  program
    .command('doctor')
    .description('say what is wrong with an installation, by its settings')
    .option(...DATA_DIR)
    .action(async (options: HostOptions, command: Program) => {
      const { examineInstall, isAnyWrong, reportJson, reportText } = await loadHost();
      const findings = await examineInstall(settingsFor(options));
      const { json } = command.optsWithGlobals<{ json?: boolean }>();
      tell(json ? reportJson(findings) : reportText(findings));
      if (isAnyWrong(findings)) throw new CliError('Something is wrong: see above.');
    });
}

function loadHost() {
  return import('./host.ts');
}
