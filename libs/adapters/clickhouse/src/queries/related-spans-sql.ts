import type { SpanRelation } from '@millrace/domain';

const KEY = 'reinterpretAsUInt64(span_id)';
const PARENT_KEY = 'reinterpretAsUInt64(parent_span_id)';

/** A condition on rows of `spans`: in the same trace is a span in this relation to it that meets `where`. */
export function relatedSpansSql(relation: SpanRelation, where: string, bounds: string): string {
  switch (relation) {
    case 'parent':
      return nextTo('parent_span_id', 'span_id', where, bounds);
    case 'child':
      return nextTo('span_id', 'parent_span_id', where, bounds);
    case 'ancestor':
      return beyond({ from: PARENT_KEY, to: KEY }, where, bounds);
    case 'descendant':
      return beyond({ from: KEY, to: PARENT_KEY }, where, bounds);
  }
}

function nextTo(own: string, theirs: string, where: string, bounds: string): string {
  return `(trace_id, ${own}) IN (SELECT trace_id, ${theirs} FROM spans FINAL WHERE ${bounds} AND ${where})`;
}

/**
 * The spans reached from those that meet `where` by one or more edges, for each trace apart. One pass over the spans gathers
 * the edges of a trace in an array; then each step sorts them among the spans found last, so that an edge follows the span it
 * starts from, and takes those edges away, which ends at cycles too. A self-join over the table would read it once a step, and
 * a lambda that looks into another array copies that array for every element.
 */
function beyond(edge: { readonly from: string; readonly to: string }, where: string, bounds: string): string {
  const startKeys = 'arrayFill(key -> key != 0, arrayMap(each -> if(each.2 = 0, each.1, 0), ordered))';
  return `(trace_id, ${KEY}) IN (
    WITH RECURSIVE reach AS (
      SELECT trace_id, toUInt16(0) AS step, groupArrayIf(${KEY}, ${where}) AS found,
        groupArray((${edge.from}, toUInt8(1), ${edge.to})) AS edges
      FROM spans FINAL
      WHERE ${bounds} AND trace_id IN (SELECT trace_id FROM spans FINAL WHERE ${bounds} AND ${where})
      GROUP BY trace_id
      UNION ALL
      SELECT trace_id, step + 1, arrayMap(each -> each.1.3, arrayFilter(each -> each.2, marked)) AS found,
        arrayMap(each -> each.1, arrayFilter(each -> NOT each.2, marked)) AS edges
      FROM (
        SELECT trace_id, step, arrayFilter(each -> each.1.2 = 1,
          arrayZip(ordered, arrayMap((each, start) -> each.1 = start AND start != 0, ordered, ${startKeys}))) AS marked
        FROM (
          SELECT trace_id, step,
            arraySort(arrayConcat(edges, arrayMap(key -> (key, toUInt8(0), toUInt64(0)), found))) AS ordered
          FROM reach
          WHERE notEmpty(found) AND notEmpty(edges))))
    SELECT trace_id, arrayJoin(found) FROM reach WHERE step > 0)`;
}
