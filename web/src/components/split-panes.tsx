import { Splitter } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './split-panes.module.css';

interface SplitPanesProps {
  /** Under which this browser remembers where the border is. */
  readonly name: string;
  /** What the border divides, for those who do not see it. */
  readonly label: string;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** In percent: of the first, of the second. */
type Sizes = [number, number];

const USUAL: Readonly<Record<'beside' | 'above', Sizes>> = { beside: [55, 45], above: [42, 58] };
const LEAST = 15;
const LINE_PX = 5;

/** Two panes with a border that is moved by pointer, or by arrow keys; below each other where there is little room. */
export function SplitPanes({ name, label, first, second }: SplitPanesProps) {
  const isNarrow = useMediaQuery('(max-width: 62em)', undefined, { getInitialValueInEffect: false });
  const layout = isNarrow ? 'above' : 'beside';
  const usual = USUAL[layout];
  const [sizes, setSizes] = useLocalStorage<Sizes>({
    key: `millrace.split.${name}.${layout}`,
    defaultValue: usual,
    getInitialValueInEffect: false,
    deserialize: (text) => readSizes(text) ?? usual,
  });
  return (
    <Splitter
      key={layout}
      orientation={isNarrow ? 'vertical' : 'horizontal'}
      sizes={sizes}
      onSizeChange={([one]) => setSizes(sizesOf(Number(one)))}
      lineSize={LINE_PX}
      withHandle={false}
      classNames={classes}
      attributes={{ handle: { 'aria-label': label } }}
    >
      <Splitter.Pane defaultSize={usual[0]} min={LEAST}>
        {first}
      </Splitter.Pane>
      <Splitter.Pane defaultSize={usual[1]} min={LEAST}>
        {second}
      </Splitter.Pane>
    </Splitter>
  );
}

function sizesOf(first: number): Sizes {
  const bounded = Math.min(100 - LEAST, Math.max(LEAST, first));
  return [bounded, 100 - bounded];
}

/** What was remembered; undefined for anything else that stands there. */
function readSizes(text: string | undefined): Sizes | undefined {
  try {
    const [first] = JSON.parse(text ?? '') as unknown[];
    return typeof first === 'number' ? sizesOf(first) : undefined;
  } catch {
    return undefined;
  }
}
