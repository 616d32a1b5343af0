import { Erasures } from './erasures.tsx';
import { Holds } from './holds.tsx';
import { Removals } from './removals.tsx';

/** What must stay, what was asked to be forgotten, and what is gone. */
export function DataPage() {
  return (
    <>
      <Erasures />
      <Holds />
      <Removals />
    </>
  );
}
