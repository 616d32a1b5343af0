import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { readOutcome } from '../commands/evaluation-outcome.ts';
import { readPromptVersion } from '../commands/prompts.ts';
import type { Session } from '../connection/session.ts';
import { toolAnswer } from './tool-answer.ts';
import { defined } from './trace-tools.ts';

const READ_ONLY = { annotations: { readOnlyHint: true, openWorldHint: false } } as const;
const page = {
  limit: z.number().int().min(1).max(100).default(20),
  page_token: z.string().optional().describe('next_page_token of the answer before'),
};

export function addRegistryTools(server: McpServer, session: Session): void {
  const { millrace, api } = session;
  server.registerTool(
    'list_experiments',
    {
      ...READ_ONLY,
      description: 'The experiments: what traces and evaluations belong to.',
      inputSchema: page,
    },
    async (query) =>
      toolAnswer(await millrace.take(api.GET('/api/v1/experiments', { params: { query: defined(query) } }))),
  );
  server.registerTool(
    'list_prompts',
    {
      ...READ_ONLY,
      description:
        "Prompts of the registry with their latest versions and aliases. Filter: name LIKE 'support%'",
      inputSchema: { filter: z.string().optional(), ...page },
    },
    async (query) =>
      toolAnswer(await millrace.take(api.GET('/api/v1/prompts', { params: { query: defined(query) } }))),
  );
  server.registerTool(
    'get_prompt',
    {
      ...READ_ONLY,
      description: 'A version of a prompt, whole: by number, by alias, else the latest.',
      inputSchema: {
        name: z.string(),
        version: z.number().int().min(1).optional(),
        alias: z.string().optional(),
      },
    },
    async ({ name, version, alias }) =>
      toolAnswer(await readPromptVersion(session, name, { version, alias })),
  );
}

export function addEvaluationTools(server: McpServer, session: Session): void {
  const { millrace, api } = session;
  const id = z.string().describe('As list_evaluations tells it');
  server.registerTool(
    'list_evaluations',
    {
      ...READ_ONLY,
      description:
        'Evaluations (many traces or records judged by scorers), the newest first, and how far they are.',
      inputSchema: { experiment: z.string().optional().describe('Name or id; all when absent'), ...page },
    },
    async ({ experiment, ...query }) => {
      const experimentId = experiment === undefined ? undefined : await millrace.experimentId(experiment);
      const params = { query: defined({ ...query, experiment_id: experimentId }) };
      return toolAnswer(await millrace.take(api.GET('/api/v1/evaluations', { params })));
    },
  );
  server.registerTool(
    'get_evaluation',
    {
      ...READ_ONLY,
      description: 'An evaluation, what its scorers found, and its failures grouped.',
      inputSchema: { evaluation_id: id },
    },
    async ({ evaluation_id: evaluation }) => toolAnswer(await readOutcome(session, evaluation)),
  );
  server.registerTool(
    'list_evaluation_results',
    {
      ...READ_ONLY,
      description: 'What became of each trace or record of an evaluation, with verdicts and rationales.',
      inputSchema: {
        evaluation_id: id,
        state: z.enum(['pending', 'scored', 'skipped', 'failed']).optional(),
        ...page,
      },
    },
    async ({ evaluation_id: evaluation, ...query }) => {
      const params = { path: { evaluation_id: evaluation }, query: defined(query) };
      return toolAnswer(
        await millrace.take(api.GET('/api/v1/evaluations/{evaluation_id}/items', { params })),
      );
    },
  );
}
