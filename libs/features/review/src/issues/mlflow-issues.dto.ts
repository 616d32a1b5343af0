import { mlflowBoolean, mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import { ISSUE_SEVERITIES, ISSUE_STATUSES, type Issue } from './issue.entity.ts';
import type { FoundIssue } from './search-issues.ts';

/** Messages of mlflow/WIRE.md section 7. */
const status = z.enum(ISSUE_STATUSES).optional();
const severity = z.enum(ISSUE_SEVERITIES).optional();
const texts = mlflowList(z.string()).default([]);

export const createIssueMessage = mlflowMessage({
  experiment_id: mlflowText,
  name: z.string(),
  description: z.string(),
  status,
  severity,
  root_causes: texts,
  source_run_id: z.string().optional(),
  created_by: z.string().optional(),
  categories: texts,
});
export const issueIdMessage = mlflowMessage({ issue_id: z.string() });
export const updateIssueMessage = mlflowMessage({
  issue_id: z.string(),
  name: z.string().optional(),
  description: z.string().optional(),
  status,
  severity,
});
export const searchIssuesMessage = mlflowMessage({
  experiment_id: mlflowText.optional(),
  filter_string: z.string().default(''),
  max_results: mlflowInteger.default(100),
  page_token: z.string().optional(),
  include_trace_count: mlflowBoolean.default(false),
});

/** An issue as MLflow spells it: empty lists are left out. */
export function toMlflowIssue(issue: Issue) {
  return {
    issue_id: issue.id,
    experiment_id: String(issue.experimentId),
    name: issue.name,
    description: issue.description,
    status: issue.status,
    ...(issue.severity && { severity: issue.severity }),
    ...(issue.rootCauses.length > 0 && { root_causes: issue.rootCauses }),
    ...(issue.sourceRunId && { source_run_id: issue.sourceRunId }),
    created_timestamp: issue.creationTime,
    last_updated_timestamp: issue.lastUpdateTime,
    ...(issue.createdBy && { created_by: issue.createdBy }),
    ...(issue.categories.length > 0 && { categories: issue.categories }),
  };
}

export function toMlflowFoundIssue({ issue, traceCount }: FoundIssue) {
  return { ...toMlflowIssue(issue), ...(traceCount !== undefined && { trace_count: traceCount }) };
}
