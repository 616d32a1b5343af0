import type { Convention } from '../convention.ts';

/**
 * Google's Agent Development Kit. Schema 2 writes gen_ai and adds ids; schema 1 (the only one before ADK 2) has the payloads in
 * `gcp.vertex.agent.*`, and on each span fills the attributes that are none of its own, or were not to be captured, with a blank.
 */
export const googleAdk: Convention = {
  name: 'google-adk',
  spec: 'https://github.com/google/adk-python/blob/main/src/google/adk/telemetry/tracing.py',
  texts: {
    sessionId: ['gcp.vertex.agent.session_id'],
  },
  payloads: {
    inputs: ['gcp.vertex.agent.llm_request', 'gcp.vertex.agent.tool_call_args', 'gcp.vertex.agent.data'],
    outputs: ['gcp.vertex.agent.llm_response', 'gcp.vertex.agent.tool_response'],
  },
  blanks: ['{}', 'N/A', '<not serializable>'],
};
