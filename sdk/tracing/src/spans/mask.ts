import { currentRuntime } from '../runtime.ts';
import type { SpanType } from './span-type.ts';

const MASK_FAILED = '[the mask failed]';

/** What the mask of the application leaves of a value; nothing of it when the mask throws. */
export function masked(
  key: string,
  value: unknown,
  { name, type }: { readonly name: string; readonly type: SpanType | undefined },
): unknown {
  const settings = currentRuntime()?.settings;
  if (!settings?.mask) return value;
  try {
    return settings.mask({ key, value, spanName: name, spanType: type });
  } catch (error) {
    settings.onError(new Error(`The mask failed for ${key}: ${String(error)}`));
    return MASK_FAILED;
  }
}
