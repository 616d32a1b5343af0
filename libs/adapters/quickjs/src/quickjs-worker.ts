import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';
import { parentPort, workerData } from 'node:worker_threads';
import type { ProgramOutcome, RunRequest, ThreadData, ThreadMessage } from './code-run-messages.ts';
import { Sandbox } from './sandbox.ts';

/** Memory that a module has taken is never given back: it is left to the garbage collector now and then. */
const RUNS_OF_A_MODULE = 500;

const { wasm } = workerData as ThreadData;
const compiled = newVariant(variant, { wasmModule: wasm as never });
let engine: { readonly module: QuickJSWASMModule; runs: number } | undefined;

async function run(request: RunRequest): Promise<ProgramOutcome> {
  engine ??= { module: await newQuickJSWASMModuleFromVariant(compiled), runs: 0 };
  const { module } = engine;
  engine.runs += 1;
  try {
    const sandbox = new Sandbox(module, request);
    const outcome = sandbox.runProgram();
    // What a program that failed has left behind goes with its module.
    if ('fault' in outcome || engine.runs >= RUNS_OF_A_MODULE) engine = undefined;
    else clean(sandbox);
    return outcome;
  } catch {
    engine = undefined;
    return { fault: 'it needs more memory than it may take' };
  }
}

function clean(sandbox: Sandbox): void {
  try {
    sandbox.dispose();
  } catch {
    engine = undefined;
  }
}

const say = (message: ThreadMessage) => parentPort?.postMessage(message);
parentPort?.on('message', (request: RunRequest) => void run(request).then(say));
say('ready');
