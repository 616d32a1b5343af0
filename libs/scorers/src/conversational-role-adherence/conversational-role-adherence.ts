import { readConversation } from '../judging/conversation.ts';
import { defineSessionJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const conversationalRoleAdherence = defineSessionJudge({
  name: 'conversational_role_adherence',
  title: 'Conversational role adherence',
  description: 'Whether the assistant kept to its role in the conversation.',
  reads: ['inputs and outputs of every trace'],
  mlflowClass: 'ConversationalRoleAdherence',

  prompt,
  read: readConversation,
});
