/** What packages of Millrace build on: `@millrace/tracing/runtime`. Not for applications: it may change with any version. */
export { createRuntime } from './init.ts';
export { processWide } from './process-wide.ts';
export { readSettings, type Settings } from './options.ts';
export { SpansLost } from './exporting/spans-lost.ts';
export { currentRuntime, processRuntime, withRuntime, type Runtime } from './runtime.ts';
export { outsideOfTraces } from './spans/active-span.ts';
export { rootAttribute, setRootAttribute } from './spans/root-attributes.ts';
export { contextOf } from './spans/start-span.ts';
