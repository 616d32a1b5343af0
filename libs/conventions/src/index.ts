export { deriveSpan, type DerivedSpan } from './derive-span.ts';
export { isContentEvent } from './gen-ai/payload-in-events.ts';
