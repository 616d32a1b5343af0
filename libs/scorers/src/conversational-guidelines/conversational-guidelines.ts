import { defineBuiltIn } from '../built-in-scorer.ts';
import { readConversation } from '../judging/conversation.ts';
import { guidelinesParameter, guidelinesText, judgeGuidelines } from '../judging/guidelines.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeSessionJudge } from '../judging/make-judge.ts';
import prompt from './prompt.md';

export const conversationalGuidelines = defineBuiltIn({
  name: 'conversational_guidelines',
  title: 'Conversational guidelines',
  description: 'Whether every answer of the conversation follows every guideline that it is given.',
  level: 'session',
  parameters: judgeParameters.extend({ guidelines: guidelinesParameter }),
  needsExpectations: [],
  reads: ['inputs and outputs of every trace'],
  isJudge: true,
  mlflowClass: 'ConversationalGuidelines',
  create: (name, { guidelines, ...parameters }) =>
    makeSessionJudge({
      ...{ name, prompt, parameters },
      score: (traces, ask) => judgeGuidelines(readConversation(traces), guidelinesText(guidelines), ask),
    }),
});
