import { Injectable } from '@nestjs/common';
import { EvaluationOptions } from '../evaluation.config.ts';

/** The clock by which schedules and alerts fire and their windows are cut. */
@Injectable()
export class ScheduleClock {
  private readonly offsetMs: number;

  constructor({ config }: EvaluationOptions) {
    this.offsetMs = config.clockOffsetMs;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.offsetMs;
  }
}
