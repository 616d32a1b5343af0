export { ExperimentChoice } from './experiment-choice.ts';
export { TraceAccessModule } from './trace-access.module.ts';
export { TraceChangesService, type OldTraces } from './trace-changes.service.ts';
export { MaskedLog, type Telling } from './masked-log.ts';
export { traceFolder } from './trace-folder.ts';
export { TracesService, type TextWindow } from './traces.service.ts';
export { readBlob } from './whole-spans.ts';
