export { deriveSpan, type DerivedSpan } from './derive-span.ts';
