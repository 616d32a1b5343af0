import { describe, expect, it } from 'vitest';
import { coresFor, errorOf, fitCosts, type Point } from './cost-model.ts';

const point = (spansPerSecond: number, spanBytes: number): Point => ({
  spansPerSecond,
  spanBytes,
  cores: { writer: 0.1 + spansPerSecond * (2e-5 + spanBytes * 1e-8), kafka: 0.2 + spansPerSecond * 1e-5 },
});

describe('the cost of spans', () => {
  const model = fitCosts(point(0, 0), point(1000, 800), point(500, 6000));

  it('is found again, and foretells another load', () => {
    expect(model['writer']?.idle).toBeCloseTo(0.1);
    expect(model['writer']?.perSpan).toBeCloseTo(2e-5);
    expect(model['writer']?.perByte).toBeCloseTo(1e-8);
    expect(model['kafka']?.perByte).toBeCloseTo(0);
    expect(errorOf(coresFor(model, 2000, 2500), point(2000, 2500))).toBeCloseTo(0);
  });

  it('tells how far off it is', () => {
    expect(errorOf({ writer: 1.5 }, { spansPerSecond: 1, spanBytes: 1, cores: { writer: 1 } })).toBeCloseTo(
      0.5,
    );
  });

  it('needs spans of two sizes', () => {
    expect(() => fitCosts(point(0, 0), point(1, 800), point(2, 800))).toThrow('two sizes');
  });
});
