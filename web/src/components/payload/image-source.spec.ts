import { expect, it } from 'vitest';
import { imageSource } from './image-source.ts';

const TRACE = `tr-${'ab'.repeat(16)}`;

it('an image is its own bytes or an attachment of a trace, nothing from elsewhere', () => {
  expect(imageSource('data:image/png;base64,AA')).toEqual({
    kind: 'data',
    url: 'data:image/png;base64,AA',
  });
  expect(imageSource(`mlflow-attachment://a-1?content_type=image%2Fpng&trace_id=${TRACE}&size=9`)).toEqual({
    kind: 'attachment',
    traceId: 'ab'.repeat(16),
    id: 'a-1',
  });
  for (const url of [
    'https://example.com/a.png',
    'data:text/html,<script>alert(1)</script>',
    'javascript:alert(1)',
    `mlflow-attachment://a-1?content_type=text%2Fhtml&trace_id=${TRACE}`,
    'mlflow-attachment://a/../b?content_type=image/png&trace_id=tr-1',
  ]) {
    expect(imageSource(url)).toBeUndefined();
  }
});
