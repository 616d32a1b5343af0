import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HealthChecks } from './health-checks.ts';

/** `/health` for people and the MLflow client, `/health/live` and `/health/ready` for orchestrators. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get()
  @Header('content-type', 'text/plain')
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const failed = (await this.checks.run()).filter(({ isOk }) => !isOk);
    if (failed.length === 0) return 'OK';
    void reply.status(503);
    return failed.map(({ name, reason }) => `${name}: ${reason}`).join('\n');
  }

  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const results = await this.checks.run();
    const isReady = results.every(({ isOk }) => isOk);
    if (!isReady) void reply.status(503);
    return {
      status: isReady ? 'ok' : 'degraded',
      checks: Object.fromEntries(
        results.map(({ name, isOk, reason }) => [name, reason ?? (isOk ? 'ok' : 'failed')]),
      ),
    };
  }
}
