import { runProcess } from '@millrace/cli';
import { addHostCommands } from './host-commands.ts';

/** `millrace`: what talks to a Millrace over its API, and what is done on its machine. */
await runProcess(addHostCommands);
