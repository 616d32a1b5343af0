import type { Convention } from '../convention.ts';

/** Personal data stands under `lk.pii.` since livekit-agents 1.4. */
function personal(name: string): readonly string[] {
  return [`lk.pii.${name}`, `lk.${name}`];
}

/** LiveKit Agents: `lk.*` beside gen_ai, which older versions wrote only in part. */
export const livekit: Convention = {
  name: 'livekit',
  spec: 'https://github.com/livekit/agents/blob/main/livekit-agents/livekit/agents/telemetry/trace_types.py',
  types: [
    { key: 'lk.retry_count', types: { always: 'LLM' } },
    ...personal('chat_ctx').map((key) => ({ key, types: { always: 'LLM' } })),
    { key: 'lk.function_tool.name', types: { always: 'TOOL' } },
    { key: 'lk.function_tool.id', types: { always: 'TOOL' } },
    { key: 'lk.generation_id', types: { always: 'AGENT' } },
    { key: 'lk.agent_name', types: { always: 'AGENT' } },
    ...personal('instructions').map((key) => ({ key, types: { always: 'AGENT' } })),
  ],
  texts: {
    sessionId: ['lk.room_sid', ...personal('room_name'), 'lk.job_id'],
    userId: [...personal('participant_identity')],
  },
  payloads: {
    inputs: [
      ...personal('user_input'),
      ...personal('chat_ctx'),
      ...personal('function_tool.arguments'),
      ...personal('input_text'),
      ...personal('user_transcript'),
    ],
    outputs: [
      ...personal('response.text'),
      ...personal('function_tool.output'),
      ...personal('response.function_calls'),
    ],
    tools: ['lk.function_tools'],
  },
  blanks: ['', '[]'],
  messageFormat: 'livekit',
  timeToFirstToken: [{ key: 'lk.response.ttft', unit: 's' }],
};
