import { useLocalStorage } from '@mantine/hooks';
import { readLayout, type ColumnLayout } from './column-layout.ts';
import { USUAL_LAYOUT } from './trace-columns.tsx';

/** The layout of the list in this browser. */
export function useColumnLayout(): readonly [ColumnLayout, (layout: ColumnLayout) => void] {
  const [layout, setLayout] = useLocalStorage<ColumnLayout>({
    key: 'millrace.trace-columns',
    defaultValue: USUAL_LAYOUT,
    getInitialValueInEffect: false,
    deserialize: (text) => {
      try {
        return readLayout(JSON.parse(text ?? ''), USUAL_LAYOUT);
      } catch {
        return USUAL_LAYOUT;
      }
    },
  });
  return [layout, setLayout] as const;
}
