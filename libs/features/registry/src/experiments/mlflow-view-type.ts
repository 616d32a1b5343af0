import type { LifecycleStage } from '@millrace/access';
import { mlflowEnum } from '@millrace/service-kit';

/** MLflow's ViewType: which of the deleted and the others a search is about. */
export const mlflowViewType = mlflowEnum({ ACTIVE_ONLY: 1, DELETED_ONLY: 2, ALL: 3 });

export const STAGES_IN_VIEW: Readonly<
  Record<'ACTIVE_ONLY' | 'DELETED_ONLY' | 'ALL', readonly LifecycleStage[]>
> = {
  ACTIVE_ONLY: ['active'],
  DELETED_ONLY: ['deleted'],
  ALL: ['active', 'deleted'],
};
