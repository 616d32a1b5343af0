import { TraceFlags, type Context } from '@opentelemetry/api';
import {
  SamplingDecision,
  TraceIdRatioBasedSampler,
  type Sampler,
  type SamplingResult,
} from '@opentelemetry/sdk-trace';
import { activeSpan } from '../spans/active-span.ts';

/** By the trace id: whatever the application's own OpenTelemetry keeps, and the same for all spans of a trace. */
export class OwnSampler implements Sampler {
  private readonly ratio: TraceIdRatioBasedSampler;

  constructor(rate: number) {
    this.ratio = new TraceIdRatioBasedSampler(rate);
  }

  shouldSample(at: Context, traceId: string): SamplingResult {
    const parent = activeSpan(at);
    if (!parent) return this.ratio.shouldSample(at, traceId);
    const isKept = (parent.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0;
    return { decision: isKept ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.NOT_RECORD };
  }

  toString(): string {
    return `OwnSampler{${this.ratio.toString()}}`;
  }
}
