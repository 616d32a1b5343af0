import { IconAlertCircleFilled, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { formatCount, formatDuration } from '../../../components/format.ts';
import type { Segment } from './critical-path.ts';
import { spanKind } from './span-kinds.ts';
import classes from './tree.module.css';

const INDENT_PX = 14;
/** Deeper spans keep room for their names. */
const MOST_INDENT = '45%';

export interface SpanRowProps {
  readonly id: string;
  readonly position: number;
  readonly top: number;
  readonly name: string;
  readonly type: string;
  readonly model: string;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** Of the trace, in microseconds, as start and end. */
  readonly traceDuration: number;
  readonly tokens: number;
  readonly isError: boolean;
  /** Shown while they are hidden. */
  readonly errorsBelow: number;
  readonly childCount: number;
  readonly isCollapsed: boolean;
  readonly isChosen: boolean;
  readonly isFound: boolean;
  readonly isTimeline: boolean;
  readonly critical: readonly Segment[] | undefined;
  readonly onChoose: (position: number) => void;
  readonly onToggle: (position: number) => void;
}

/** One span of the tree with its bar. Drawn again only when something of its own changes. */
export const SpanRow = memo(function SpanRow(props: SpanRowProps) {
  const { id, position, top, depth, isChosen, isFound, isCollapsed, childCount, onChoose } = props;
  const { icon: Glyph, color } = spanKind(props.type);
  return (
    <div
      id={`span-${id}`}
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isChosen}
      aria-expanded={childCount > 0 ? !isCollapsed : undefined}
      aria-label={`${props.name}, ${props.type}${props.isError ? ', failed' : ''}`}
      className={classes.row}
      data-chosen={isChosen || undefined}
      data-found={isFound || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(position)}
    >
      <div className={classes.name} style={{ paddingLeft: `min(${depth * INDENT_PX}px, ${MOST_INDENT})` }}>
        <Toggle {...props} />
        <Glyph size={15} color={color} stroke={1.8} aria-hidden className={classes.glyph} />
        <span className={classes.text} title={props.name}>
          {props.name}
        </span>
        {props.isError && (
          <IconAlertCircleFilled size={14} className={classes.error} aria-label="failed" role="img" />
        )}
        {isCollapsed && props.errorsBelow > 0 && (
          <span className={classes.error} title={`${props.errorsBelow} failed below`}>
            {formatCount(props.errorsBelow)}!
          </span>
        )}
        {props.model !== '' && <span className={classes.model}>{props.model}</span>}
      </div>
      <span className={classes.figure}>{props.tokens > 0 ? formatCount(props.tokens) : ''}</span>
      <span className={classes.figure}>{formatDuration((props.end - props.start) / 1000)}</span>
      {props.isTimeline && <Bar {...props} color={color} />}
    </div>
  );
});

function Toggle({ position, childCount, isCollapsed, onToggle }: SpanRowProps) {
  if (childCount === 0) return <span className={classes.toggle} />;
  const Chevron = isCollapsed ? IconChevronRight : IconChevronDown;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={classes.toggle}
      aria-label={isCollapsed ? `Show ${childCount} below` : 'Hide what is below'}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(position);
      }}
    >
      <Chevron size={14} aria-hidden />
    </button>
  );
}

function Bar({ start, end, traceDuration, critical, color }: SpanRowProps & { readonly color: string }) {
  const share = (time: number): string => `${traceDuration > 0 ? (time / traceDuration) * 100 : 0}%`;
  return (
    <div className={classes.timeline}>
      <div
        className={classes.bar}
        style={{ left: share(start), width: share(end - start), background: color }}
      />
      {critical?.map(({ from, to }) => (
        <div key={from} className={classes.critical} style={{ left: share(from), width: share(to - from) }} />
      ))}
    </div>
  );
}
