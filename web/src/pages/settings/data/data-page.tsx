import { Erasures } from './erasures.tsx';
import { Exports } from './exports/exports.tsx';
import { Holds } from './holds.tsx';
import { Removals } from './removals.tsx';

/** What must stay, what was asked to be forgotten, what is copied to files, and what is gone. */
export function DataPage() {
  return (
    <>
      <Erasures />
      <Holds />
      <Exports />
      <Removals />
    </>
  );
}
