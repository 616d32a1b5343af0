import type { components } from '@millrace/api-client';
import { formatCost, formatDuration, formatTime, oneLine } from '../output/format.ts';
import type { Column } from '../output/table.ts';
import type { Colors } from '../output/terminal.ts';

type Trace = components['schemas']['Trace'];

export function traceColumns(colors: Colors): Column<Trace>[] {
  return [
    { title: 'trace', show: (trace) => trace.trace_id },
    { title: 'began', show: (trace) => formatTime(trace.request_time) },
    {
      title: 'state',
      show: (trace) => trace.state,
      paint: (text, { state }) => paintState(text, state, colors),
    },
    { title: 'name', show: (trace) => oneLine(trace.name, 40) },
    { title: 'took', isNumber: true, show: (trace) => formatDuration(trace.duration_nano) },
    { title: 'spans', isNumber: true, show: (trace) => String(trace.span_count) },
    { title: 'tokens', isNumber: true, show: (trace) => String(trace.tokens?.total ?? '') },
    { title: 'cost', isNumber: true, show: (trace) => formatCost(trace.cost?.total) },
  ];
}

/** For `tail`, whose columns can't know what comes. */
export function traceLine(trace: Trace, colors: Colors): string {
  return [
    trace.trace_id,
    formatTime(trace.request_time),
    paintState(trace.state.padEnd('ERROR'.length), trace.state, colors),
    formatDuration(trace.duration_nano).padStart('12.34 s'.length),
    formatCost(trace.cost?.total).padStart('$0.0012'.length),
    oneLine(`${trace.name}  ${trace.request_preview ?? ''}`),
  ].join('  ');
}

export function paintState(text: string, state: string, colors: Colors): string {
  if (['ERROR', 'failed', 'FAILED'].includes(state)) return colors.red(text);
  return ['OK', 'finished', 'READY'].includes(state) ? colors.green(text) : colors.yellow(text);
}
