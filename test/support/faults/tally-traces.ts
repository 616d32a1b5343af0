import type { LedgerLoad } from '../ledger.ts';
import { askUntilAnswered } from './ask.ts';
import type { Tally } from './change-load.ts';
import type { Subject } from './changes.ts';

const PAGE = 500;

interface Page {
  readonly traces: readonly { readonly trace_id: string; readonly span_count: number }[];
  readonly next_page_token?: string;
}

/** Traces of an experiment against those acknowledged: there, listed once, and whole. */
export async function tallyTraces({ url, experimentId }: Subject, load: LedgerLoad): Promise<Tally> {
  const spanCounts = new Map<string, number>();
  const twice: string[] = [];
  let token = '';
  do {
    const more = token === '' ? '' : `&page_token=${encodeURIComponent(token)}`;
    const page: Page = await askUntilAnswered(
      `${url}/api/v1/traces?experiment_id=${experimentId}&limit=${PAGE}${more}`,
    );
    for (const { trace_id: id, span_count: count } of page.traces) {
      if (spanCounts.has(id)) twice.push(id);
      spanCounts.set(id, count);
    }
    token = page.next_page_token ?? '';
  } while (token !== '');
  for (const [id, count] of spanCounts) if (count > load.spansPerTrace) twice.push(`${id} (${count} spans)`);
  const lost = [...load.acknowledged].flatMap((id) => {
    const count = spanCounts.get(id) ?? 0;
    return count < load.spansPerTrace ? [`${id} (${count} of ${load.spansPerTrace} spans)`] : [];
  });
  return { acknowledged: load.acknowledged.size, lost, twice };
}
