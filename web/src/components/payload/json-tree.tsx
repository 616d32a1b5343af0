import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount } from '../format.ts';
import { LongText } from './long-text.tsx';
import { isList, isObject, type PayloadValue } from './parse-payload.ts';
import classes from './payload.module.css';

/** Deeper ones begin closed. */
const OPEN_LEVELS = 2;
/** Items of a list or object that are shown at once. */
const WINDOW = 50;
const OPEN_ITEMS = 30;

interface JsonTreeProps {
  readonly value: PayloadValue;
  readonly name?: string;
  readonly level?: number;
}

/** A value as a tree that opens and closes; long lists come in windows. */
export function JsonTree({ value, name, level = 0 }: JsonTreeProps) {
  if (isList(value) || isObject(value)) {
    const entries = isList(value)
      ? value.map((item, index): [string, PayloadValue] => [String(index), item])
      : Object.entries(value);
    return <Branch entries={entries} isArray={isList(value)} name={name} level={level} />;
  }
  return (
    <div className={classes.leaf}>
      {name !== undefined && <span className={classes.key}>{name}:</span>}
      <Scalar value={value} />
    </div>
  );
}

interface BranchProps extends Omit<JsonTreeProps, 'value'> {
  readonly entries: readonly (readonly [string, PayloadValue])[];
  readonly isArray: boolean;
  readonly level: number;
}

function Branch({ entries, isArray, name, level }: BranchProps) {
  const [isOpen, setOpen] = useState(level < OPEN_LEVELS && entries.length <= OPEN_ITEMS);
  const [shown, setShown] = useState(WINDOW);
  const count = isArray ? `[${formatCount(entries.length)}]` : `{${formatCount(entries.length)}}`;
  if (entries.length === 0) {
    return (
      <div className={classes.leaf}>
        {name !== undefined && <span className={classes.key}>{name}:</span>}
        <span className={classes.count}>{isArray ? '[]' : '{}'}</span>
      </div>
    );
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={classes.branch}>
      <button
        type="button"
        className={classes.opener}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={13} aria-hidden />
        {name !== undefined && <span className={classes.key}>{name}</span>}
        <span className={classes.count}>{count}</span>
      </button>
      {isOpen && (
        <div className={classes.children}>
          {entries.slice(0, shown).map(([key, item]) => (
            <JsonTree key={key} name={key} value={item} level={level + 1} />
          ))}
          {entries.length > shown && (
            <Button size="compact-xs" variant="default" onClick={() => setShown(shown + WINDOW)}>
              {formatCount(entries.length - shown)} more
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Scalar({ value }: { readonly value: PayloadValue }) {
  if (typeof value === 'string') {
    return (
      <span className={classes.string}>
        <LongText text={value} />
      </span>
    );
  }
  return <span className={classes.literal}>{String(value)}</span>;
}
