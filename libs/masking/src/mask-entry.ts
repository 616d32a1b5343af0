import type { EntryChange } from '@millrace/ports';
import type { Masker, MaskingTally } from './masker.ts';

/** Keys of `info` entries that hold texts; the others are ids, times and states. */
const TEXTS = new Set(['clientRequestId', 'requestPreview', 'responsePreview']);
/** What of an assessment somebody wrote; the rest says which it is, of what and by whom. */
const WRITTEN = ['feedback', 'expectation', 'rationale', 'metadata'];
const METADATA = 'metadata/';
const WRITTEN_CHANGES = new Set(['content', 'rationale']);

/** What somebody says of a trace, masked. An entry that takes something back keeps naming the same key. */
export function maskEntry(entry: EntryChange, masker: Masker, tally: MaskingTally): EntryChange {
  switch (entry.kind) {
    case 'tag':
    case 'metadata':
      return maskPair(entry, masker, tally);
    case 'info':
      return TEXTS.has(entry.key) ? withValue(entry, (text) => masker.text(text, tally)) : entry;
    case 'assessment':
      return withValue(entry, (text) => maskFields(text, masker, tally));
    case 'assessment-change':
      return maskChange(entry, masker, tally);
    default:
      // Links, deletions and completions hold no text; content of log records was masked before it got its key.
      return entry;
  }
}

function maskPair(entry: EntryChange, masker: Masker, tally: MaskingTally): EntryChange {
  const key = masker.name(entry.key, tally);
  const masked = withValue(entry, (text) => String(masker.value(entry.key, text, tally)));
  return key === entry.key ? masked : { ...masked, key };
}

function maskFields(text: string, masker: Masker, tally: MaskingTally): string {
  const fields = JSON.parse(text) as Record<string, unknown>;
  for (const name of WRITTEN) {
    const value = fields[name];
    if (value !== undefined) fields[name] = JSON.parse(masker.text(JSON.stringify(value), tally)) as unknown;
  }
  return JSON.stringify(fields);
}

function maskChange(entry: EntryChange, masker: Masker, tally: MaskingTally): EntryChange {
  const slash = entry.key.indexOf('/');
  const field = entry.key.slice(slash + 1);
  if (WRITTEN_CHANGES.has(field)) return withValue(entry, (text) => masker.text(text, tally));
  if (!field.startsWith(METADATA)) return entry;
  const name = field.slice(METADATA.length);
  // As it stands in the metadata of a whole assessment, whose keys are texts.
  return {
    ...withValue(entry, (text) => maskMetadata(name, text, masker, tally)),
    key: `${entry.key.slice(0, slash + 1)}${METADATA}${masker.text(name, tally)}`,
  };
}

function maskMetadata(name: string, json: string, masker: Masker, tally: MaskingTally): string {
  const value: unknown = JSON.parse(json);
  return typeof value === 'string' ? JSON.stringify(masker.value(name, value, tally)) : json;
}

function withValue(entry: EntryChange, mask: (text: string) => string): EntryChange {
  return entry.value === undefined ? entry : { ...entry, value: mask(entry.value) };
}
