import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BUILT_IN_SCORERS } from '@millrace/scorers';
import { BuiltInScorerListDto } from './built-in-scorers.dto.ts';

@ApiTags('scorers')
@Controller('api/v1/built-in-scorers')
export class BuiltInScorersController {
  @Get()
  @ApiOperation({
    operationId: 'listBuiltInScorers',
    summary: 'Kinds of scorers that there are',
    description:
      'Register one with POST /api/v1/scorers and a definition {"millrace_scorer": {"kind", "parameters"}}.',
  })
  @ApiOkResponse({ type: BuiltInScorerListDto })
  list(): BuiltInScorerListDto {
    return new BuiltInScorerListDto(BUILT_IN_SCORERS);
  }
}
