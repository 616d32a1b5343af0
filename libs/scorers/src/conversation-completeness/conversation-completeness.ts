import { readConversation } from '../judging/conversation.ts';
import { defineSessionJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const conversationCompleteness = defineSessionJudge({
  name: 'conversation_completeness',
  title: 'Conversation completeness',
  description: 'Whether everything that the user asked for was dealt with by the end.',
  reads: ['inputs and outputs of every trace'],
  mlflowClass: 'ConversationCompleteness',

  prompt,
  read: readConversation,
});
