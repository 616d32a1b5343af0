import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import { findEvaluation } from './evaluation-rows.ts';
import { groupFailures, type FailureGroup } from './failure-groups.ts';
import { ItemPreviews, type PreviewedItem } from './items/item-previews.ts';
import { readItems, type ItemQuery } from './items/read-items.ts';
import { scoreEvaluations, type EvaluationScore } from './score-evaluations.ts';
import { summarize, type ScorerSummary } from './summarize.ts';

export interface ItemsAsked extends Omit<ItemQuery, 'after'> {
  readonly pageToken?: string | undefined;
}

export interface ItemPage {
  readonly items: readonly PreviewedItem[];
  /** Absent on the last page. */
  readonly next?: string;
}

export interface EvaluationResults {
  readonly summaries: readonly ScorerSummary[];
  readonly failures: readonly FailureGroup[];
}

/** What an evaluation found so far. Throws Rejected('not-found'), Unavailable. */
@Injectable()
export class EvaluationResultsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly previews: ItemPreviews,
  ) {}

  get(workspaceId: string, id: string): Promise<EvaluationResults> {
    return askDatabase(this.dataSource, async (manager) => {
      await findEvaluation(manager, workspaceId, id);
      return { summaries: await summarize(manager, id), failures: await groupFailures(manager, id) };
    });
  }

  /** The scores of several evaluations, for a list of them. */
  score(workspaceId: string, ids: readonly string[]): Promise<EvaluationScore[]> {
    return askDatabase(this.dataSource, (manager) => scoreEvaluations(manager, workspaceId, ids));
  }

  async listItems(workspaceId: string, id: string, { pageToken, ...asked }: ItemsAsked): Promise<ItemPage> {
    const { kind, state, scorer, isPassing, limit } = asked;
    const search = ['evaluation-items', id, kind ?? '', state ?? '', scorer ?? '', isPassing ?? ''];
    const [after] = pageToken ? decodePageToken(pageToken, search, [''] as const) : [];
    const { evaluation, found } = await askDatabase(this.dataSource, async (manager) => ({
      evaluation: await findEvaluation(manager, workspaceId, id),
      found: await readItems(manager, id, { ...asked, limit: limit + 1, after }),
    }));
    const items = await this.previews.add(evaluation, found.slice(0, limit));
    const last = items.at(-1);
    if (found.length <= limit || !last) return { items };
    return { items, next: encodePageToken(search, [last.item.id]) };
  }
}
