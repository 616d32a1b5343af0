import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Post,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ApiListOrTable, tableFormat } from '../tables/table-response.ts';
import { analyticsBody, type AnalyticsBody } from './analytics-query.ts';
import { FiguresDto } from './analytics.dto.ts';
import { AnalyticsService } from './analytics.service.ts';

@ApiTags('analytics')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/analytics')
export class AnalyticsController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Post('query')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'queryAnalytics',
    summary: 'Measures by dimensions and time',
    description:
      'Times are milliseconds, costs US dollars. A histogram is a count by the dimension latency_class, a heat map the same with a bucket.',
  })
  @ApiZodBody(analyticsBody)
  @ApiListOrTable(FiguresDto)
  async query(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(analyticsBody)) body: AnalyticsBody,
    @Headers('accept') accept: string | undefined,
  ): Promise<FiguresDto | StreamableFile> {
    const format = tableFormat(body.format, accept);
    if (format !== undefined) return this.analytics.table(workspaceId, body, format);
    return new FiguresDto(await this.analytics.query(workspaceId, body), body);
  }
}
