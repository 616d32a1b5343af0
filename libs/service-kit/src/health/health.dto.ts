import { ApiProperty } from '@nestjs/swagger';
import type { CheckResult } from './health-checks.ts';

export class HealthCheckDto {
  @ApiProperty({ type: String, example: 'clickhouse' })
  readonly name: string;

  @ApiProperty({ type: Boolean })
  readonly is_ok: boolean;

  @ApiProperty({ type: String, required: false, description: 'Why not, or what an operator should know' })
  readonly reason?: string;

  constructor({ name, isOk, reason }: CheckResult) {
    this.name = name;
    this.is_ok = isOk;
    if (reason !== undefined) this.reason = reason;
  }
}

export class HealthDto {
  @ApiProperty({ type: String, enum: ['ok', 'degraded'] })
  readonly status: 'ok' | 'degraded';

  @ApiProperty({ type: [HealthCheckDto], description: 'What the service that answers depends on' })
  readonly checks: readonly HealthCheckDto[];

  constructor(results: readonly CheckResult[]) {
    this.status = results.every(({ isOk }) => isOk) ? 'ok' : 'degraded';
    this.checks = results.map((result) => new HealthCheckDto(result));
  }
}
