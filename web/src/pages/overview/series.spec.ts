import { expect, it } from 'vitest';
import { groupsOf, pointsOf } from './series.ts';

const row = (minute: number, count: number, model = 'a') => ({
  bucket: new Date(minute * 60_000).toISOString(),
  dimensions: { model },
  measures: { count },
});
const axis = { bucket: { name: '1m', ms: 60_000 }, from: 60_000, to: 5 * 60_000 };

it('fills buckets in which nothing was', () => {
  const points = pointsOf([row(2, 7), row(4, 9)], {
    axis,
    valuesOf: ({ measures }) => ({ Traces: measures['count'] }),
    missing: { Traces: 0 },
  });
  expect(points.map((point) => point['Traces'])).toEqual([0, 7, 0, 9]);
});

it('groups of one bucket stand beside each other', () => {
  const rows = [row(2, 7), row(2, 3, 'b')];
  const [, point] = pointsOf(rows, {
    axis,
    valuesOf: ({ measures, dimensions }) => ({ [String(dimensions['model'])]: measures['count'] }),
  });
  expect(point).toMatchObject({ a: 7, b: 3 });
  expect(groupsOf(rows, 'model')).toEqual(['a', 'b']);
});
