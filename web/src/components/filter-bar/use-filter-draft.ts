import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTraffic } from '../../app/use-traffic.ts';
import { filterFaultQuery } from './check-filter.ts';
import { asFilter } from './completions.ts';
import { rememberFilter } from './filter-history.ts';

export interface FilterDraft {
  readonly text: string;
  readonly isChecking: boolean;
  /** In the server's words; `''` while none is known of this text. */
  readonly fault: string;
  edit(text: string): void;
  /** Makes it the filter of the address, once the server can read it. */
  apply(text: string): Promise<void>;
}

/** The filter as it is typed: it becomes that of the address when it is applied, and follows the address otherwise. */
export function useFilterDraft(): FilterDraft {
  const traffic = useTraffic();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ text: traffic.filter, of: traffic.filter });
  const [refused, setRefused] = useState({ text: '', fault: '' });
  const [isChecking, setChecking] = useState(false);
  const text = draft.of === traffic.filter ? draft.text : traffic.filter;
  const linked = useQuery({
    ...filterFaultQuery(traffic.experimentId, traffic.filter),
    enabled: traffic.filter !== '',
  });
  const apply = async (typed: string): Promise<void> => {
    const filter = asFilter(typed);
    setDraft({ text: filter, of: traffic.filter });
    setChecking(true);
    const fault =
      filter === ''
        ? ''
        : await queries
            .fetchQuery(filterFaultQuery(traffic.experimentId, filter))
            // Who can't be asked now is asked again by the page itself, which says so.
            .catch(() => '');
    setChecking(false);
    setRefused({ text: filter, fault });
    if (fault !== '') return;
    rememberFilter(filter);
    setDraft({ text: filter, of: filter });
    traffic.change({ ...traffic.search, filter: filter === '' ? undefined : filter });
  };
  const ofAddress = text === traffic.filter ? (linked.data ?? '') : '';
  return {
    text,
    isChecking,
    fault: refused.text === text && refused.fault !== '' ? refused.fault : ofAddress,
    edit: (next) => setDraft({ text: next, of: traffic.filter }),
    apply,
  };
}
