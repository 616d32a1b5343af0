/** One for the process, though an application may load this package twice, as a module and by `require`. */
export function processWide<Value>(name: string, create: () => Value): Value {
  const place = Symbol.for(`millrace.tracing.${name}`);
  const shared = globalThis as { [place]?: Value };
  shared[place] ??= create();
  return shared[place];
}
