import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthChecks } from './health-checks.ts';
import { HealthDto } from './health.dto.ts';

/** The checks of `/health/ready` for people: answers 200 also when one fails. */
@ApiTags('health')
@Controller('api/v1/health')
export class NativeHealthController {
  constructor(private readonly checks: HealthChecks) {}

  @Get()
  @ApiOperation({ operationId: 'getHealth', summary: 'Whether what this service depends on works' })
  @ApiOkResponse({ type: HealthDto })
  async get(): Promise<HealthDto> {
    return new HealthDto(await this.checks.run());
  }
}
