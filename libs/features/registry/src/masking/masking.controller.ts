import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import {
  MaskedTextDto,
  MaskingRulesDto,
  putMaskingRulesBody,
  tryMaskingRulesBody,
  type PutMaskingRulesBody,
  type TryMaskingRulesBody,
} from './masking.dto.ts';
import { MaskingService } from './masking.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('masking')
@Controller('api/v1/experiments/:id/masking-rules')
export class MaskingController {
  constructor(private readonly masking: MaskingService) {}

  @Get()
  @ApiOperation({ operationId: 'getMaskingRules', summary: 'What is never stored of an experiment' })
  @ApiParam(ID)
  @ApiOkResponse({ type: MaskingRulesDto })
  get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<MaskingRulesDto> {
    return this.masking.get(workspaceId, id);
  }

  @Put()
  @ApiOperation({
    operationId: 'putMaskingRules',
    summary: 'Set what is never stored of an experiment',
    description:
      'Replaces all rules. They hold for what comes in from about 5 s later on, before any of it is stored; what is stored already stays.',
  })
  @ApiParam(ID)
  @ApiZodBody(putMaskingRulesBody)
  @ApiOkResponse({ type: MaskingRulesDto })
  put(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(putMaskingRulesBody)) body: PutMaskingRulesBody,
  ): Promise<MaskingRulesDto> {
    return this.masking.put(workspaceId, id, body);
  }

  @Post('try')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'tryMaskingRules',
    summary: 'Show what rules would leave of a text',
    description: 'Nothing is stored. Hashes are other ones than in traces.',
  })
  @ApiParam(ID)
  @ApiZodBody(tryMaskingRulesBody)
  @ApiOkResponse({ type: MaskedTextDto })
  try(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(tryMaskingRulesBody)) body: TryMaskingRulesBody,
  ): Promise<MaskedTextDto> {
    return this.masking.try(workspaceId, id, body);
  }
}
