import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { SelectedTracesService } from './selected-traces.service.ts';
import {
  ChangedTracesDto,
  deleteTracesBody,
  tagTracesBody,
  type DeleteTracesBody,
  type TagTracesBody,
} from './trace-changes.dto.ts';

@ApiTags('traces')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/traces')
export class TraceChangesController {
  constructor(private readonly selected: SelectedTracesService) {}

  @Post('delete')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'deleteTraces',
    summary: 'Delete traces for good, with their files',
    description: 'Those named, or those of an experiment that a filter finds, 500 by a request.',
  })
  @ApiZodBody(deleteTracesBody)
  @ApiOkResponse({ type: ChangedTracesDto })
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(deleteTracesBody)) body: DeleteTracesBody,
  ): Promise<ChangedTracesDto> {
    const { count, next } = await this.selected.delete(workspaceId, body);
    return new ChangedTracesDto(count, next);
  }

  @Post('tags')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'tagTraces',
    summary: 'Set and remove tags of traces',
    description: 'Of those named, or of those of an experiment that a filter finds, 500 by a request.',
  })
  @ApiZodBody(tagTracesBody)
  @ApiOkResponse({ type: ChangedTracesDto })
  async tag(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(tagTracesBody)) body: TagTracesBody,
  ): Promise<ChangedTracesDto> {
    const { count, next } = await this.selected.tag(workspaceId, body);
    return new ChangedTracesDto(count, next);
  }
}
