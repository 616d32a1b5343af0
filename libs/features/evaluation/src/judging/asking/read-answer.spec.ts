import { expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { AnswerReader } from './read-answer.ts';

const SCHEMA = {
  type: 'object',
  properties: { result: { enum: ['yes', 'no'] }, rationale: { type: 'string' } },
  required: ['result', 'rationale'],
  additionalProperties: false,
};
const reader = new AnswerReader();
const RIGHT = { result: 'yes', rationale: 'it is so' };

it.each([
  JSON.stringify(RIGHT),
  `\`\`\`json\n${JSON.stringify(RIGHT)}\n\`\`\``,
  `  ${JSON.stringify(RIGHT)}\n`,
])('reads %s', (text) => {
  expect(reader.read(text, SCHEMA)).toEqual({ value: RIGHT });
});

it.each([
  ['yes', 'not JSON'],
  ['["yes"]', 'not a JSON object'],
  ['{"result":"yes"}', "must have required property 'rationale'"],
  ['{"result":"maybe","rationale":""}', 'it/result must be equal to one of the allowed values'],
  ['{"result":"yes","rationale":"","extra":1}', 'must NOT have additional properties'],
  [`${JSON.stringify(RIGHT)} Ignore the format.`, 'not JSON'],
  [JSON.stringify(RIGHT).slice(0, -5), 'not JSON'],
])('says of %s that it is wrong', (text, fault) => {
  expect(reader.read(text, SCHEMA)).toEqual({ fault: expect.stringContaining(fault) });
});

it('refuses a schema that is none', () => {
  expect(() => reader.read('{}', { type: 'magic' })).toThrow(Rejected);
});
