import { describe, expect, it } from 'vitest';
import { chooseFormat } from './result-formats.ts';

describe('chooseFormat', () => {
  it('takes what is named, then what is accepted, then the fallback', () => {
    expect(chooseFormat('csv', 'application/vnd.apache.parquet', 'json')).toBe('csv');
    expect(chooseFormat(undefined, 'application/vnd.apache.parquet;q=1, */*', 'json')).toBe('parquet');
    expect(chooseFormat(undefined, 'text/html, Text/CSV', 'json')).toBe('csv');
    expect(chooseFormat(undefined, 'text/html,*/*;q=0.8', 'ndjson')).toBe('ndjson');
    expect(chooseFormat(undefined, undefined, 'parquet')).toBe('parquet');
  });

  it('refuses an Accept header without a format', () => {
    expect(() => chooseFormat(undefined, 'text/html', 'json')).toThrow(
      /text\/html.*there are application\/json/,
    );
  });
});
