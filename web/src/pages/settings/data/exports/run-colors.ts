import type { ExportRun } from '../../../../api/exports.ts';

/** By what became of a window. */
export const RUN_COLORS: Readonly<Record<ExportRun['state'], string>> = {
  waiting: 'gray',
  running: 'blue',
  done: 'green',
  failed: 'red',
  removed: 'gray',
};
