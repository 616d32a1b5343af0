import type { StopAutolog } from '../patch-method.ts';
import { watchModelCalls, type Asked } from '../watch-model-calls.ts';
import { CONVERSE, type ConverseInput } from './converse.ts';
import { invokeKind, type InvokeInput } from './invoke-model.ts';

/** The class of the package `@aws-sdk/client-bedrock-runtime`, by what of it is used here. */
export interface BedrockRuntimeClass {
  readonly prototype: { readonly send: unknown };
}

interface Command {
  readonly input?: ConverseInput & InvokeInput;
  /** Of the operation; its name is the third of it. */
  readonly schema?: readonly unknown[];
}

type AskedBedrock = Asked<ConverseInput & InvokeInput, never, never>;

const OPERATIONS: Readonly<Record<string, (input: InvokeInput) => unknown>> = {
  Converse: () => CONVERSE,
  ConverseStream: () => CONVERSE,
  InvokeModel: invokeKind,
  InvokeModelWithResponseStream: invokeKind,
};

/**
 * Traces what AWS' client asks of models, one made before as well: `autologBedrock(BedrockRuntimeClient)`. Converse and InvokeModel,
 * their streams and tools among them, by `send` and by the methods of `BedrockRuntime`. Other operations pass, so do calls with a callback and streams
 * in both directions. The answer ends it.
 */
export function autologBedrock({ prototype }: BedrockRuntimeClass): StopAutolog {
  return watchModelCalls(prototype, 'send', readCommand);
}

function readCommand([command, ...rest]: readonly unknown[]): AskedBedrock | undefined {
  if (typeof command !== 'object' || command === null || rest.some((given) => typeof given === 'function'))
    return undefined;
  const { input } = command as Command;
  const kindOf = OPERATIONS[operationOf(command)];
  return input && kindOf ? { kind: kindOf(input) as AskedBedrock['kind'], body: input } : undefined;
}

/** Bundlers rename classes, and earlier versions of the package know their schemas by no name. */
function operationOf(command: Command & object): string {
  const name = command.schema?.[2];
  return typeof name === 'string' ? name : command.constructor.name.replace(/Command$/, '');
}
