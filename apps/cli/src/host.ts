import 'reflect-metadata';
import { Logger } from '@nestjs/common';

export { backUpFolder } from './backup/back-up-folder.ts';
export { restoreFolder } from './backup/restore-folder.ts';
export { examineInstall } from './doctor/examine-install.ts';
export { isAnyWrong, reportJson, reportText } from './doctor/report.ts';

Logger.overrideLogger(['warn', 'error']);
