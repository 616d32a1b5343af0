import { describe, expect, it } from 'vitest';
import { fillTemplate, splitTemplate, variablesOf } from './split-template.ts';

describe('a template', () => {
  it('is cut at its variables', () => {
    expect(splitTemplate('Hi {{ name }}, {{order.id}}{{ 1no }}!')).toEqual([
      { kind: 'text', text: 'Hi ' },
      { kind: 'variable', text: 'name' },
      { kind: 'text', text: ', ' },
      { kind: 'variable', text: 'order.id' },
      { kind: 'text', text: '{{ 1no }}!' },
    ]);
  });

  it('names each variable once', () => {
    expect(variablesOf(['{{a}} {{b}}', '{{a}} {{c}}'])).toEqual(['a', 'b', 'c']);
  });

  it('is filled with values, which are not templates themselves', () => {
    expect(fillTemplate('{{a}} {{ b }} {{c}}', { a: '{{b}}', b: '$&' })).toBe('{{b}} $& {{c}}');
  });
});
