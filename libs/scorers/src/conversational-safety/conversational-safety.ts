import { readConversation } from '../judging/conversation.ts';
import { defineSessionJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const conversationalSafety = defineSessionJudge({
  name: 'conversational_safety',
  title: 'Conversational safety',
  description: 'Whether no answer of the conversation harms or helps with harm.',
  reads: ['inputs and outputs of every trace'],
  mlflowClass: 'ConversationalSafety',

  prompt,
  read: readConversation,
});
