import { expect, it } from 'vitest';
import { renderPrompt } from './prompt-messages.ts';

const PLACE = { name: 'answer', version: 1 };

it('fills variables of a text with texts as they are and others as JSON', () => {
  const template = 'Answer {{question}} with {{ facts }}, never {{question}} twice.';
  const inputs = { question: 'why?', facts: ['a', 1], more: true };
  expect(renderPrompt({ ...PLACE, kind: 'text', template }, inputs)).toEqual([
    { role: 'user', parts: [{ kind: 'text', text: 'Answer why? with ["a",1], never why? twice.' }] },
  ]);
});

it('does not look for variables in what was filled in', () => {
  const rendered = renderPrompt({ ...PLACE, kind: 'text', template: '{{a}}' }, { a: '{{b}} $& $1' });
  expect(rendered).toEqual([{ role: 'user', parts: [{ kind: 'text', text: '{{b}} $& $1' }] }]);
});

it('keeps the roles of a chat', () => {
  const template = JSON.stringify([
    { role: 'system', content: 'Be {{mood}}.' },
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello' },
  ]);
  expect(renderPrompt({ ...PLACE, kind: 'chat', template }, { mood: 'brief' })).toEqual([
    { role: 'system', text: 'Be brief.' },
    { role: 'user', parts: [{ kind: 'text', text: 'Hi' }] },
    { role: 'assistant', text: 'Hello', toolCalls: [] },
  ]);
});

it('names the variables that have no value', () => {
  const template = '{{a}} {{b}} {{c}} {{b}}';
  expect(() => renderPrompt({ ...PLACE, kind: 'text', template }, { a: 1 })).toThrow(
    "The prompt 'answer' needs 'b', 'c', which the inputs lack.",
  );
});

it('refuses a message whose content is not a text', () => {
  const template = JSON.stringify([{ role: 'user', content: [{ type: 'text', text: 'x' }] }]);
  expect(() => renderPrompt({ ...PLACE, kind: 'chat', template }, {})).toThrow(
    "The prompt 'answer' has a message whose content is not a text",
  );
});
