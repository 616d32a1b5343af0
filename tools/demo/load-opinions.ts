import { answer, forEachOf, type DemoTarget } from './demo-target.ts';
import type { Opinion } from './opinions.ts';

const AT_ONCE = 12;

/** Writes the opinions; after a load that was stopped (`isBegun`) only those that are not there. */
export async function loadOpinions(
  { api }: DemoTarget,
  opinions: readonly Opinion[],
  isBegun: boolean,
): Promise<void> {
  const byTrace = [...Map.groupBy(opinions, ({ traceId }) => traceId)];
  await forEachOf(byTrace, AT_ONCE, async ([traceId, wanted]) => {
    const params = { path: { trace_id: traceId } };
    const there = isBegun
      ? await answer(api.GET('/api/v1/traces/{trace_id}/assessments', { params }))
      : undefined;
    for (const { body } of wanted) {
      const isThere = there?.assessments.some(
        ({ name, source }) => name === body.name && source.type === body.source?.type,
      );
      if (isThere !== true) await answer(api.POST('/api/v1/traces/{trace_id}/assessments', { params, body }));
    }
  });
}
