import { CloseButton, Combobox, Loader, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import type { Completion } from './completions.ts';
import classes from './filter-bar.module.css';
import { useFilterInput } from './use-filter-input.ts';

/** The filter of the address, in the grammar of docs/filters.md: Enter applies it, Tab completes, arrows choose. */
export function FilterBar() {
  const input = useRef<HTMLInputElement>(null);
  const { draft, combobox, completions, recent, ...filter } = useFilterInput(input);
  const faultId = useId();
  return (
    <div className={classes.bar} role="search" aria-label="Traces">
      <Combobox
        store={combobox}
        onOptionSubmit={filter.choose}
        position="bottom-start"
        width={460}
        shadow="md"
      >
        <Combobox.Target>
          <TextInput
            ref={input}
            aria-label="Filter"
            placeholder="Filter: status = 'ERROR' AND latency > '5s', or words to find"
            size="xs"
            spellCheck={false}
            autoComplete="off"
            classNames={{ input: classes.input }}
            leftSection={<IconFilter size={15} aria-hidden />}
            rightSection={<RightSection draft={draft} onClear={() => filter.apply('')} />}
            value={draft.text}
            error={draft.fault !== ''}
            aria-describedby={draft.fault === '' ? undefined : faultId}
            onChange={filter.onChange}
            onSelect={(event) => filter.moveCursor(event.currentTarget.selectionStart ?? 0)}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={filter.onKeyDown}
          />
        </Combobox.Target>
        <FilterOptions completions={completions} recent={recent} />
      </Combobox>
      {draft.fault !== '' && (
        <pre className={classes.fault} id={faultId} role="alert">
          {draft.fault}
        </pre>
      )}
    </div>
  );
}

interface RightSectionProps {
  readonly draft: { readonly text: string; readonly isChecking: boolean };
  readonly onClear: () => void;
}

function RightSection({ draft: { text, isChecking }, onClear }: RightSectionProps) {
  if (isChecking) return <Loader size={14} />;
  return text === '' ? null : <CloseButton size="xs" aria-label="Clear the filter" onClick={onClear} />;
}

interface FilterOptionsProps {
  readonly completions: readonly Completion[];
  readonly recent: readonly string[];
}

function FilterOptions({ completions, recent }: FilterOptionsProps) {
  return (
    <Combobox.Dropdown hidden={completions.length + recent.length === 0}>
      <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label="Completions">
        {completions.map(({ label, hint }, at) => (
          <Combobox.Option value={`completion ${at}`} key={label} className={classes.option}>
            <span className={classes.label}>{label}</span>
            <span className={classes.hint}>{hint}</span>
          </Combobox.Option>
        ))}
        {recent.length > 0 && (
          <Combobox.Group label="Recent filters">
            {recent.map((filter, at) => (
              <Combobox.Option value={`recent ${at}`} key={filter} className={classes.option}>
                <span className={classes.label}>{filter}</span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
