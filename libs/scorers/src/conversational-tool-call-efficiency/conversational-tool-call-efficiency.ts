import { readConversation } from '../judging/conversation.ts';
import { defineSessionJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const conversationalToolCallEfficiency = defineSessionJudge({
  name: 'conversational_tool_call_efficiency',
  title: 'Conversational tool call efficiency',
  description: 'Whether tools were used without clear waste in the conversation.',
  reads: ['inputs and outputs of every trace', 'spans of type TOOL'],
  mlflowClass: 'ConversationalToolCallEfficiency',

  prompt,
  read: (traces) => readConversation(traces, { withToolCalls: true }),
});
