/**
 * JavaScript that runs inside before a program does, so that it holds the language's own functions whatever the program does to
 * them. `call` returns a promise of the result as JSON, `explain` tells in words what was thrown.
 */
export const PRELUDE = `(() => {
  const { parse, stringify } = JSON;
  const { isFinite } = Number;
  const text = String;
  const Fault = TypeError;
  const plain = (key, value) => {
    const type = typeof value;
    if (type === 'number' && !isFinite(value)) throw new Fault('the result has a number that JSON can not tell');
    if (type === 'function' || type === 'symbol') throw new Fault('the result has a ' + type + ' in it');
    return value;
  };
  const describe = (fault) => {
    if (typeof fault !== 'object' || fault === null) return 'it threw ' + text(fault);
    const [where] = text(fault.stack).trim().split('\\n');
    return text(fault.name) + ': ' + text(fault.message) + (where ? ' (' + where + ')' : '');
  };
  return {
    call: async (program, json) => {
      if (typeof program !== 'function') throw new Fault('the default export must be a function');
      const result = stringify(await program(parse(json)), plain);
      if (result === undefined) throw new Fault('the function returned nothing');
      return result;
    },
    explain: (fault) => {
      try {
        return describe(fault);
      } catch {
        return 'it threw what can not be told';
      }
    },
  };
})()`;
