import { expect, it } from 'vitest';
import { splitBySource } from '../support/kubernetes/examples.ts';
import { maskRandom } from '../support/kubernetes/mask-random.ts';

it('a value that differs between two renderings is masked, nothing else', () => {
  expect(maskRandom('name: a\n  password: "k3y"\nlast: 1', 'name: a\n  password: "oth"\nlast: 1')).toBe(
    'name: a\n  password: "random"\nlast: 1',
  );
  expect(maskRandom('hash: abc', 'hash: def')).toBe('hash: random');
});

it('renderings that differ in more than a value are refused', () => {
  expect(() => maskRandom('a: 1', 'a: 1\nb: 2')).toThrow('differ in their lines');
  expect(() => maskRandom('a: 1', 'b: 1')).toThrow('more than a value: a: 1');
  expect(() => maskRandom('- one', '- two')).toThrow('more than a value: - one');
});

it('what a template makes is one file, wherever helm puts its parts', () => {
  const part = (path: string, kind: string) => `---\n# Source: millrace/templates/${path}\nkind: ${kind}\n`;
  const text =
    part('web/service.yaml', 'Service') + part('a.yaml', 'Role') + part('web/service.yaml', 'Other');
  expect(splitBySource(text)).toEqual({
    'web/service.yaml': '---\nkind: Service\n---\nkind: Other\n',
    'a.yaml': '---\nkind: Role\n',
  });
});
