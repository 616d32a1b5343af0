import { processWide } from '../process-wide.ts';

/** Ends an autolog: what it watched works on as if it had never been there. Calling it twice does nothing. */
export type StopAutolog = () => void;

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Wrap = (original: Method) => Method;

interface Patch {
  wrap: Wrap | undefined;
  /** Puts the object back as it was; where somebody has wrapped the method since, it stays and lets every call through. */
  remove(): boolean;
}

/** By the object and the name of its method: a method is wrapped once, however often autolog is asked for. */
const patches = processWide('patches', () => new WeakMap<object, Map<string, Patch>>());

/**
 * Puts `wrap` around a method. Others may wrap it as well, before or after: on the way off it is not taken out from below them.
 * A method that is not there or can't be replaced is left alone: libraries grow and shrink.
 */
export function patchMethod(owner: object | undefined, name: string, wrap: Wrap): StopAutolog {
  const original: unknown = owner && Reflect.get(owner, name);
  if (!owner || typeof original !== 'function') return () => undefined;
  const known = patches.get(owner)?.get(name);
  const patch = known ?? installPatch(owner, name, original as Method);
  patch.wrap = wrap;
  return () => {
    if (patch.wrap !== wrap) return;
    patch.wrap = undefined;
    if (patch.remove()) patches.get(owner)?.delete(name);
  };
}

/** Several autologs that end as one. */
export function stopAll(stops: readonly StopAutolog[]): StopAutolog {
  return () => {
    for (const stop of stops) stop();
  };
}

function installPatch(owner: object, name: string, original: Method): Patch {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  const patched: Method = function patched(...given) {
    const method = patch.wrap ? patch.wrap(original) : original;
    return method.apply(this, given);
  };
  const patch: Patch = {
    wrap: undefined,
    remove: () => {
      if (Reflect.get(owner, name) !== patched) return false;
      return before ? Reflect.defineProperty(owner, name, before) : Reflect.deleteProperty(owner, name);
    },
  };
  Object.defineProperty(patched, 'name', { value: name });
  Reflect.defineProperty(owner, name, {
    value: patched,
    writable: true,
    configurable: true,
    enumerable: before?.enumerable ?? false,
  });
  const named = patches.get(owner) ?? new Map<string, Patch>();
  patches.set(owner, named.set(name, patch));
  return patch;
}
