import type { ReactNode } from 'react';
import { FilterBar } from '../filter-bar/filter-bar.tsx';
import { RefreshControl } from './refresh-control.tsx';
import { TimeRangeSelect } from './time-range-select.tsx';
import classes from './traffic-bar.module.css';

interface TrafficBarProps {
  /** What else acts on the traffic shown, to the right of the filter. */
  readonly children?: ReactNode;
}

/** Time range, filter and refresh of a page of an experiment; goes into `bar` of Page, which reads the same through useTraffic(). */
export function TrafficBar({ children }: TrafficBarProps) {
  return (
    <div className={classes.bar}>
      <TimeRangeSelect />
      <FilterBar />
      {children}
      <RefreshControl />
    </div>
  );
}
