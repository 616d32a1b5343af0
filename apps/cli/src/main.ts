import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readArguments } from './app.config.ts';
import { backUpFolder } from './backup/back-up-folder.ts';
import { restoreFolder } from './backup/restore-folder.ts';
import { examineInstall } from './doctor/examine-install.ts';
import { isAnyWrong, reportJson, reportText } from './doctor/report.ts';

/** `millrace backup`, `millrace restore`, `millrace doctor`. */
async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2));
  switch (command.name) {
    case 'backup': {
      const { files, begunAt } = await backUpFolder(command.dataDir, command.target);
      tell(`${files.length} files in ${command.target}: all that was acknowledged before ${begunAt}.
It has the key of stored secrets (secret.key), unless MILLRACE_SECRET_KEY sets one: keep the backup as safe as the data folder.`);
      return;
    }
    case 'restore': {
      const { begunAt } = await restoreFolder(command.backup, command.dataDir);
      tell(
        `The backup of ${begunAt} is in ${command.dataDir}. Start it: npm start -- --data-dir=${command.dataDir}`,
      );
      return;
    }
    case 'doctor': {
      const findings = await examineInstall(command.environment);
      tell(command.isJson ? reportJson(findings) : reportText(findings));
      if (isAnyWrong(findings)) process.exitCode = 1;
    }
  }
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}

Logger.overrideLogger(['warn', 'error']);
try {
  await main();
} catch (error) {
  process.stderr.write(`millrace: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
