export type { Convention } from './convention.ts';
export { deriveSpan, type DerivedSpan } from './derive-span.ts';
export { previewOf } from './preview-of.ts';
export { CONVENTIONS } from './registry.ts';
export { resourceTags } from './trace-tags.ts';
export { translate } from './translate.ts';
