import { useCombobox, type ComboboxStore } from '@mantine/core';
import { useState, type ChangeEvent, type KeyboardEvent, type RefObject } from 'react';
import { complete, type Completion } from './completions.ts';
import { contextAt } from './filter-context.ts';
import { readFilterHistory } from './filter-history.ts';
import { useCompletions } from './use-completions.ts';
import { useFilterDraft, type FilterDraft } from './use-filter-draft.ts';

export interface FilterInput {
  readonly draft: FilterDraft;
  readonly combobox: ComboboxStore;
  readonly completions: readonly Completion[];
  /** Earlier filters, while nothing is typed. */
  readonly recent: readonly string[];
  apply(text: string): void;
  /** An option of the list was taken: `completion 2`, `recent 0`. */
  choose(option: string): void;
  onChange(event: ChangeEvent<HTMLInputElement>): void;
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void;
  moveCursor(to: number): void;
}

/** The input's text, cursor and completions: Enter applies, Tab completes, arrows choose, Ctrl+Space opens the list. */
export function useFilterInput(input: RefObject<HTMLInputElement | null>): FilterInput {
  const draft = useFilterDraft();
  const [cursor, moveCursor] = useState(draft.text.length);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const context = contextAt(draft.text, Math.min(cursor, draft.text.length));
  const completions = useCompletions(context, combobox.dropdownOpened);
  const recent = draft.text === '' ? readFilterHistory() : [];

  const insert = (chosen: Completion): void => {
    const next = complete(draft.text, context, chosen.insert);
    draft.edit(next.text);
    moveCursor(next.cursor);
    combobox.resetSelectedOption();
    // The cursor is set where the completion ends, after the input has the new text.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(next.cursor, next.cursor);
    });
  };
  const apply = (text: string): void => {
    combobox.closeDropdown();
    void draft.apply(text);
  };
  const choose = (option: string): void => {
    const [kind, at] = option.split(' ');
    const completion = kind === 'completion' ? completions[Number(at)] : undefined;
    const earlier = kind === 'recent' ? recent[Number(at)] : undefined;
    if (completion !== undefined) insert(completion);
    if (earlier !== undefined) apply(earlier);
  };
  const onChange = ({ currentTarget: { value, selectionStart } }: ChangeEvent<HTMLInputElement>): void => {
    draft.edit(value);
    moveCursor(selectionStart ?? value.length);
    combobox.openDropdown();
    combobox.resetSelectedOption();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const isChosen = combobox.dropdownOpened && combobox.getSelectedOptionIndex() !== -1;
    if (event.key === 'Enter' && !isChosen) apply(draft.text);
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      combobox.openDropdown();
    }
    if (event.key !== 'Tab' || event.shiftKey || !combobox.dropdownOpened) return;
    const [first] = completions;
    if (isChosen) {
      event.preventDefault();
      combobox.clickSelectedOption();
    } else if (context.typed !== '' && first !== undefined) {
      event.preventDefault();
      insert(first);
    }
  };
  return { draft, combobox, completions, recent, apply, choose, onChange, onKeyDown, moveCursor };
}
