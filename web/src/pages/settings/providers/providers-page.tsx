import { Endpoints } from './endpoints.tsx';
import { Keys } from './keys.tsx';

export function ProvidersPage() {
  return (
    <>
      <Keys />
      <Endpoints />
    </>
  );
}
