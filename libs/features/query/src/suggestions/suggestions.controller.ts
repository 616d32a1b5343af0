import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { SuggestionReader } from '@millrace/ports';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { ExperimentChoice } from '@millrace/trace-access';
import { SuggestionsDto, suggestionsQuery, type SuggestionsQuery } from './suggestions.dto.ts';

@ApiTags('suggestions')
@Controller('api/v1/suggestions')
export class SuggestionsController {
  constructor(
    private readonly reader: SuggestionReader,
    private readonly experiments: ExperimentChoice,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'suggest',
    summary: 'What to filter by: keys, and values of a field',
    description: 'From the newest rows: what is rare among them may be missing.',
  })
  @ApiZodQuery(suggestionsQuery)
  @ApiOkResponse({ type: SuggestionsDto })
  async suggest(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(suggestionsQuery)) query: SuggestionsQuery,
  ): Promise<SuggestionsDto> {
    const suggestions = await this.reader.suggest({
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, query.experiment_id),
      field: query.field,
      prefix: query.prefix,
      limit: query.limit,
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
    });
    return new SuggestionsDto(suggestions);
  }
}
