import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { ISSUE_SEVERITIES, ISSUE_STATUSES, type Issue } from './issue.entity.ts';
import type { FoundIssue } from './search-issues.ts';

const OPTIONAL_TEXT = { type: String, required: false };
const DATE = { type: String, format: 'date-time' };
const status = z.enum(ISSUE_STATUSES).optional();
const severity = z.enum(ISSUE_SEVERITIES).optional();

export const createIssueBody = z.strictObject({
  experiment_id: z.string().min(1),
  name: z.string(),
  description: z.string(),
  status: status.describe('pending when absent'),
  severity,
  root_causes: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
  source_run_id: z.string().optional().describe('The run that found it'),
  created_by: z.string().optional(),
});
export type CreateIssueBody = z.output<typeof createIssueBody>;

export const updateIssueBody = z.strictObject({
  name: z.string().optional(),
  description: z.string().optional(),
  status,
  severity,
});
export type UpdateIssueBody = z.output<typeof updateIssueBody>;

export const listIssuesQuery = z.strictObject({
  experiment_id: z.string().optional().describe('Those of all experiments when absent'),
  filter: z
    .string()
    .default('')
    .describe("By status, severity and source_run_id with = and !=, e.g. status = 'pending'"),
  trace_count: z.stringbool().default(false).describe('Count the traces that show each issue'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListIssuesQuery = z.output<typeof listIssuesQuery>;

/** A problem found in the traces of an experiment. Traces are linked to it by assessments of the kind issue. */
export class IssueDto {
  @ApiProperty({ type: String, example: 'iss-e8ba25c8c65a43d19223ca60bddb0452' })
  readonly issue_id: string;

  @ApiProperty({ type: String })
  readonly experiment_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ enum: ISSUE_STATUSES })
  readonly status: Issue['status'];

  @ApiProperty({ enum: ISSUE_SEVERITIES, required: false })
  readonly severity: (typeof ISSUE_SEVERITIES)[number] | undefined;

  @ApiProperty({ type: [String] })
  readonly root_causes: readonly string[];

  @ApiProperty({ type: [String] })
  readonly categories: readonly string[];

  @ApiProperty(OPTIONAL_TEXT)
  readonly source_run_id: string | undefined;

  @ApiProperty(OPTIONAL_TEXT)
  readonly created_by: string | undefined;

  @ApiProperty({ type: Number, required: false, description: 'Traces that show it, if that was asked' })
  readonly trace_count: number | undefined;

  @ApiProperty(DATE)
  readonly creation_time: string;

  @ApiProperty(DATE)
  readonly last_update_time: string;

  constructor(issue: Issue, traceCount?: number) {
    this.issue_id = issue.id;
    this.experiment_id = String(issue.experimentId);
    this.name = issue.name;
    this.description = issue.description;
    this.status = issue.status;
    this.severity = issue.severity ?? undefined;
    this.root_causes = issue.rootCauses;
    this.categories = issue.categories;
    this.source_run_id = issue.sourceRunId ?? undefined;
    this.created_by = issue.createdBy ?? undefined;
    this.trace_count = traceCount;
    this.creation_time = new Date(issue.creationTime).toISOString();
    this.last_update_time = new Date(issue.lastUpdateTime).toISOString();
  }
}

export class IssuePageDto {
  @ApiProperty({ type: () => [IssueDto] })
  readonly issues: readonly IssueDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token: string | undefined;

  constructor(issues: readonly FoundIssue[], next: string | undefined) {
    this.issues = issues.map(({ issue, traceCount }) => new IssueDto(issue, traceCount));
    this.next_page_token = next;
  }
}
