import { describe, expect, it } from 'vitest';
import { isFilled, parameterFields, toParameters, toValues } from './parameter-fields.ts';

const schema = {
  type: 'object',
  properties: {
    ignore_case: { type: 'boolean', default: true, description: 'Whether A is a.' },
    texts: { type: 'array', items: { type: 'string' } },
    mode: { type: 'string', enum: ['all', 'any'], default: 'all' },
    max: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
    guidelines: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    kinds: { anyOf: [{ type: 'array', items: { type: 'string', enum: ['email'] } }, { type: 'null' }] },
    source: { type: 'string', maxLength: 100_000 },
    schema: { type: 'object' },
    feedback_value_type: { anyOf: [{ type: 'object' }] },
    model: { type: 'string' },
  },
  required: ['guidelines'],
};

describe('the form of parameters', () => {
  it('has a field for each, those that must be given first', () => {
    const fields = parameterFields(schema);
    expect(fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['guidelines', 'texts'],
      ['ignore_case', 'flag'],
      ['texts', 'texts'],
      ['mode', 'choice'],
      ['max', 'number'],
      ['kinds', 'choices'],
      ['source', 'long'],
      ['schema', 'json'],
      ['feedback_value_type', 'verdict'],
      ['model', 'model'],
    ]);
    expect(fields[1]).toMatchObject({ description: 'Whether A is a.', initial: true, isRequired: false });
  });

  it('sends what was given, without what is empty or the same anyway', () => {
    const fields = parameterFields(schema);
    const values = {
      guidelines: ['be kind'],
      ignore_case: true,
      texts: [],
      max: '',
      mode: 'any',
      schema: '{"a":1}',
    };
    expect(toParameters(fields, values)).toEqual({ guidelines: ['be kind'], mode: 'any', schema: { a: 1 } });
    expect(() => toParameters(fields, { ...values, schema: '{' })).toThrow(SyntaxError);
  });

  it('holds the parameters of a scorer that is there, and sends the same again', () => {
    const fields = parameterFields(schema);
    const values = toValues(fields, {
      guidelines: 'be kind',
      mode: 'any',
      max: 3,
      schema: { a: 1 },
      model: null,
    });
    expect(values).toMatchObject({ guidelines: ['be kind'], mode: 'any', max: 3 });
    expect(toParameters(fields, values)).toEqual({
      guidelines: ['be kind'],
      mode: 'any',
      max: 3,
      schema: { a: 1 },
    });
  });

  it('is filled when all that must be given is', () => {
    const fields = parameterFields(schema);
    expect([isFilled(fields, {}), isFilled(fields, { guidelines: ['be kind'] })]).toEqual([false, true]);
  });
});
