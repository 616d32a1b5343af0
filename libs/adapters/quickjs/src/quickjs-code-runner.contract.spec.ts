import { Rejected, Unavailable, type JsonValue } from '@millrace/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { QuickJsCodeRunner } from './quickjs-code-runner.ts';

const MEGABYTE = 1024 * 1024;
const runner = new QuickJsCodeRunner({ threads: 2, mostWaiting: 100 });
afterAll(() => runner.onApplicationShutdown());

interface Limits {
  readonly timeoutMs?: number;
  readonly memoryBytes?: number;
}

function run(source: string, argument: JsonValue = null, limits: Limits = {}): Promise<JsonValue> {
  return runner.run({ source, argument, timeoutMs: 2_000, memoryBytes: 32 * MEGABYTE, ...limits });
}
const returning = (expression: string) => run(`export default () => ${expression}`);

async function refusal(source: string, limits?: Limits): Promise<string> {
  const error: unknown = await run(source, null, limits).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Rejected);
  return (error as Rejected).message;
}

describe('a program', () => {
  it('gets its argument and returns JSON', async () => {
    const argument = { text: 'ä😀\u0000', list: [1, 2.5, null, true], __proto__x: 'no' };
    expect(await run('export default (given) => given', argument)).toEqual(argument);
    expect(await returning('[1, "a", null, false, { b: undefined, c: -0 }]')).toEqual([
      1,
      'a',
      null,
      false,
      { c: 0 },
    ]);
    expect(await run('export default function (given) { return given.a + 1 }', { a: 41 })).toBe(42);
  });

  it('may be asynchronous, and may wait at its top', async () => {
    expect(await run('export default async () => { await null; return 1 }')).toBe(1);
    expect(await run('const two = await Promise.resolve(2); export default () => two')).toBe(2);
    expect(await returning('({ then(resolve) { resolve("thenable") } })')).toBe('thenable');
  });

  it('knows the date and the language, and nothing else', async () => {
    expect(await returning('Math.abs(Date.now())')).toBeCloseTo(Date.now(), -5);
    expect(await returning('new Intl.NumberFormat()').catch((error: Error) => error.message)).toContain(
      'Intl',
    );
    const names =
      'process require module exports global window self fetch XMLHttpRequest WebSocket setTimeout setInterval setImmediate ' +
      'queueMicrotask console Buffer WebAssembly SharedArrayBuffer Atomics Worker navigator std os scriptArgs print load Deno Bun';
    for (const name of names.split(' ')) {
      expect(`${name} ${String(await returning(`typeof ${name} + typeof globalThis.${name}`))}`).toMatch(
        /SharedArrayBuffer|undefinedundefined$/,
      );
    }
  });

  it('keeps nothing from one run to the next', async () => {
    const spoil = `
      globalThis.left = 1; Object.prototype.left = 2; Array.prototype.map = () => 'spoilt';
      JSON.stringify = () => '"spoilt"'; JSON.parse = () => 'spoilt'; Promise.prototype.then = () => 'spoilt';
      export default (given) => given.x`;
    for (let repeat = 0; repeat < 4; repeat += 1) expect(await run(spoil, { x: 'kept' })).toBe('kept');
    const found = await Promise.all(
      Array.from({ length: 8 }, () =>
        returning('[typeof left, ({}).left ?? null, [1].map((x) => x), JSON.stringify(1)]'),
      ),
    );
    for (const each of found) expect(each).toEqual(['undefined', null, [1], '1']);
  });

  it('is told where it failed', async () => {
    expect(await refusal('export default () => {\n  throw new RangeError("too low");\n}')).toMatch(
      /RangeError: too low .*scorer\.js:2/,
    );
    expect(await refusal('export default () => { throw "a text" }')).toContain('it threw a text');
    expect(await refusal('export default async () => { throw new Error("later") }')).toContain('later');
    expect(await refusal('export default (')).toMatch(/SyntaxError.*scorer\.js:1/);
    expect(await refusal('export const a = 1')).toContain('the default export must be a function');
    expect(await refusal('throw new Error("at the top")')).toContain('at the top');
    expect(await refusal('')).toContain('the default export must be a function');
  });
});

describe('a program that wants out', () => {
  it.each([
    ['by the Function constructor', '(function () {}).constructor("return process")()'],
    ['by the constructor of its argument', 'given.constructor.constructor("return process")()'],
    ['by a generator', '(function* () {}).constructor("yield process")().next().value'],
    ['by an error', 'Error.prepareStackTrace("x")'],
    ['by an indirect eval', '(0, eval)("process")'],
    ['by this', '(function () { return this.process.exit() })()'],
    ['by require', 'require("fs").readFileSync("/etc/passwd", "utf8")'],
    ['by an import of Node', 'import("node:fs")'],
    ['by an import of a file', 'import("/etc/passwd")'],
    ['by an import from the network', 'import("https://example.org/x.js")'],
    ['by an import of itself', 'import("scorer.js").then((self) => self.default.caller.process)'],
  ])('stays inside %s', async (_, expression) => {
    await expect(run(`export default (given) => ${expression}`, {})).rejects.toThrow(Rejected);
  });

  it.each(['node:fs', 'fs', '../x.js', 'std', 'os', 'https://example.org/x.js'])(
    'has no module %s',
    async (name) => {
      expect(
        await refusal(`import * as all from '${name}'; export default () => Object.keys(all)`),
      ).toContain(name.replace('../', ''));
    },
  );

  it('sees only what it was given and made itself', async () => {
    const names = await returning(
      'Object.getOwnPropertyNames(globalThis).filter((name) => !/^[A-Z]/.test(name)).sort()',
    );
    expect(names).toEqual([
      'decodeURI',
      'decodeURIComponent',
      'encodeURI',
      'encodeURIComponent',
      'escape',
      'eval',
      'globalThis',
      'isFinite',
      'isNaN',
      'parseFloat',
      'parseInt',
      'undefined',
      'unescape',
    ]);
  });
});

describe('a program that takes too much', () => {
  const body = (code: string) => `export default () => { ${code} }`;

  it.each([
    ['loops', body('for (;;);')],
    ['loops at its top', 'for (;;);'],
    ['loops and catches', body('for (;;) { try { for (;;); } catch {} }')],
    ['loops in finally', body('try { for (;;); } finally { for (;;); }')],
    ['loops in promises', body('const again = () => Promise.resolve().then(again); return again()')],
    ['loops in a getter of its result', body('return { get value() { for (;;); } }')],
    ['loops in toJSON', body('return { toJSON() { for (;;); } }')],
    ['loops in a thenable', body('return { then() { for (;;); } }')],
    ['loops in an error it throws', body('throw { get stack() { for (;;); } }')],
    ['matches forever', body('/^(a+)+$/.test("a".repeat(50) + "!")')],
    ['sorts forever', body('[3, 1, 2].sort(() => { for (;;); })')],
    ['loops through a proxy', body('const p = new Proxy({}, { get: () => { for (;;); } }); return p.x')],
  ])('is stopped when it %s', async (_, source) => {
    const before = Date.now();
    const reason = await refusal(source, { timeoutMs: 200 });
    expect(reason).toMatch(/it took more than 200 ms|can not be told/);
    expect(Date.now() - before).toBeLessThan(3_000);
    expect(await returning('"alive"')).toBe('alive');
  });

  it.each([
    ['an array', body('const all = []; for (;;) all.push(new Array(1000).fill("x" + all.length))')],
    ['a string', body('let text = "x"; for (;;) text += text')],
    ['repeat', body('return "x".repeat(2 ** 29)')],
    ['a typed array', body('return new Uint8Array(2 ** 30).length')],
    ['many typed arrays', body('const all = []; for (;;) all.push(new Uint8Array(1_000_000))')],
    ['objects that catch', body('const all = []; for (;;) { try { for (;;) all.push({ all }) } catch {} }')],
    ['padStart', body('return "".padStart(2 ** 29, "abc").length')],
    ['promises', body('const all = []; for (;;) all.push(Promise.resolve(all))')],
  ])('is stopped when it fills memory with %s', async (_, source) => {
    expect(await refusal(source, { memoryBytes: 16 * MEGABYTE })).toMatch(
      /more than \d+ bytes of memory|more than 2000 ms|invalid (array|string)|too (long|large)|RangeError|SyntaxError/,
    );
    expect(await returning('"alive"')).toBe('alive');
  });

  it.each([
    ['itself', body('const down = () => down() + 1; return down()')],
    ['getters', body('const o = { get a() { return this.a } }; return o.a')],
    ['JSON', body('let o = {}; for (let i = 0; i < 100000; i++) o = { o }; return o')],
    ['a regular expression', body('return new RegExp("(".repeat(100000) + ")".repeat(100000)).test("")')],
    ['source text', `export default () => ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['toString', body('const a = []; a[0] = { toString: () => String(a) }; return String(a)')],
  ])('is stopped when it recurses through %s', async (_, source) => {
    await refusal(source);
    expect(await returning('"alive"')).toBe('alive');
  });

  it('is stopped when its result is too long', async () => {
    expect(await refusal(body('return "x".repeat(1_000_001)'))).toContain('more than 1000000 characters');
  });

  it('is stopped when it waits for nothing', async () => {
    expect(await refusal(body('return new Promise(() => {})'))).toContain('a promise that nothing resolves');
    expect(await refusal('await new Promise(() => {}); export default () => 1')).toContain(
      'nothing resolves',
    );
  });

  it('takes no more memory of this process after a thousand runs than after a hundred', async () => {
    const times = async (count: number) => {
      for (let done = 0; done < count; done += 1) {
        await (done % 10 === 0
          ? refusal('export default () => { throw 1 }')
          : returning('"x".repeat(10000)'));
      }
      return process.memoryUsage().rss / MEGABYTE;
    };
    const before = await times(200);
    expect((await times(1_000)) - before).toBeLessThan(100);
  });
});

describe('a result that is no JSON', () => {
  it.each([
    ['undefined', 'undefined', 'returned nothing'],
    ['a function', '() => 1', 'a function in it'],
    ['a symbol', '[Symbol("x")]', 'a symbol in it'],
    ['NaN', 'NaN', 'a number that JSON can not tell'],
    ['infinity inside', '({ a: [1 / 0] })', 'a number that JSON can not tell'],
    ['a big integer', '({ a: 1n })', 'BigInt'],
    ['a circle', '(() => { const a = {}; a.a = a; return a })()', 'circular'],
    ['a getter that throws', '({ get a() { throw new Error("got") } })', 'got'],
    ['a thenable that throws', '({ get then() { throw new Error("then") } })', 'then'],
    ['an error without words', '(() => { throw { get message() { throw 1 } } })()', 'can not be told'],
    ['null thrown', '(() => { throw null })()', 'it threw null'],
  ])('%s is refused', async (_, expression, reason) => {
    expect(await refusal(`export default () => ${expression}`)).toContain(reason);
  });
});

describe('many programs', () => {
  it('wait for their turn, and are refused when too many wait', async () => {
    const small = new QuickJsCodeRunner({ threads: 1, mostWaiting: 2 });
    const program = {
      source: 'export default () => 1',
      argument: null,
      timeoutMs: 1_000,
      memoryBytes: MEGABYTE * 8,
    };
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => small.run(program)));
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(3);
    for (const error of refused) expect(error).toBeInstanceOf(Unavailable);
    expect(refused.length).toBeGreaterThan(0);
    await small.onApplicationShutdown();
  });

  it('do not block the process that asks', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 10);
    await refusal('export default () => { for (;;); }', { timeoutMs: 500 });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(20);
  });

  it('end when it stops', async () => {
    const stopped = new QuickJsCodeRunner({ threads: 1, mostWaiting: 10 });
    const program = { argument: null, timeoutMs: 60_000, memoryBytes: MEGABYTE * 8 };
    const endless = stopped.run({ ...program, source: 'export default () => { for (;;); }' });
    const waiting = stopped.run({ ...program, source: 'export default () => 1' });
    const ended = Promise.allSettled([endless, waiting]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stopped.onApplicationShutdown();
    for (const result of await ended) expect(result).toMatchObject({ reason: expect.any(Unavailable) });
    await stopped.onApplicationShutdown();
    await expect(stopped.run({ ...program, source: '' })).rejects.toThrow(Unavailable);
  });
});
