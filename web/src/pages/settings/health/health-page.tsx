import { DeadLetters } from './dead-letters.tsx';
import { Forwarding } from './forwarding.tsx';
import { Jobs } from './jobs.tsx';
import { Watermark } from './watermark.tsx';

export function HealthPage() {
  return (
    <>
      <Watermark />
      <DeadLetters />
      <Jobs />
      <Forwarding />
    </>
  );
}
