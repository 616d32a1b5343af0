import { needs } from '../check.ts';
import { availableToolsText, toolCallsOf, toolCallsText } from '../judging/tool-calls.ts';
import { requestText } from '../judging/trace-texts.ts';
import { defineTraceJudge } from '../judging/define-judge.ts';
import prompt from './prompt.md';

export const toolCallEfficiency = defineTraceJudge({
  name: 'tool_call_efficiency',
  title: 'Tool call efficiency',
  description: 'Whether tools were called without waste.',
  reads: ['inputs', 'spans of type TOOL'],
  mlflowClass: 'ToolCallEfficiency',

  prompt,
  read: (trace) => {
    const request = requestText(trace);
    if (request === undefined) return needs('inputs');
    return { request, tools: availableToolsText(trace), calls: toolCallsText(toolCallsOf(trace)) };
  },
});
