import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { putSamplingBody, SamplingDto, type PutSamplingBody } from './sampling.dto.ts';
import { SamplingService } from './sampling.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('sampling')
@Controller('api/v1/experiments/:id/sampling')
export class SamplingController {
  constructor(private readonly sampling: SamplingService) {}

  @Get()
  @ApiOperation({
    operationId: 'getSampling',
    summary: 'Which traces of an experiment are kept, and what was dropped',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: SamplingDto })
  get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<SamplingDto> {
    return this.sampling.get(workspaceId, id);
  }

  @Put()
  @ApiOperation({
    operationId: 'putSampling',
    summary: 'Keep a share of the traces of an experiment',
    description:
      'Holds for traces that complete from about 5 s later on. Whole traces are dropped, for good; with a condition to keep ' +
      'them by, they are stored until they are complete.',
  })
  @ApiParam(ID)
  @ApiZodBody(putSamplingBody)
  @ApiOkResponse({ type: SamplingDto })
  put(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(putSamplingBody)) body: PutSamplingBody,
  ): Promise<SamplingDto> {
    return this.sampling.put(workspaceId, id, body);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteSampling', summary: 'Keep all traces again' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.sampling.delete(workspaceId, id);
  }
}
