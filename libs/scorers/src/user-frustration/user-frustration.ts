import { readConversation } from '../judging/conversation.ts';
import { oneOf } from '../judging/verdict-type.ts';
import { defineSessionJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const userFrustration = defineSessionJudge({
  name: 'user_frustration',
  title: 'User frustration',
  description: 'Whether the user was frustrated, and if so whether that was resolved.',
  reads: ['inputs and outputs of every trace'],
  mlflowClass: 'UserFrustration',

  prompt,
  verdict: oneOf(['none', 'resolved', 'unresolved']),
  read: readConversation,
});
