import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createLabelSchemaBody,
  labelInputOf,
  LabelSchemaDto,
  LabelSchemaPageDto,
  listLabelSchemasQuery,
  updateLabelSchemaBody,
  type CreateLabelSchemaBody,
  type ListLabelSchemasQuery,
  type UpdateLabelSchemaBody,
} from './label-schemas.dto.ts';
import { LabelSchemasService } from './label-schemas.service.ts';

const SCHEMA_ID = { name: 'schema_id' };

@ApiTags('label schemas')
@Controller('api/v1/label-schemas')
export class LabelSchemasController {
  constructor(private readonly schemas: LabelSchemasService) {}

  @Get()
  @ApiOperation({
    operationId: 'listLabelSchemas',
    summary: 'Questions that reviewers of an experiment are asked, the newest first',
  })
  @ApiZodQuery(listLabelSchemasQuery)
  @ApiOkResponse({ type: LabelSchemaPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listLabelSchemasQuery)) query: ListLabelSchemasQuery,
  ): Promise<LabelSchemaPageDto> {
    const page = { limit: query.limit, pageToken: query.page_token };
    const { rows, next } = await this.schemas.list(workspaceId, query.experiment_id, page);
    return new LabelSchemaPageDto(rows, next);
  }

  @Post()
  @ApiOperation({ operationId: 'createLabelSchema', summary: 'Add a question' })
  @ApiZodBody(createLabelSchemaBody)
  @ApiCreatedResponse({ type: LabelSchemaDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createLabelSchemaBody)) body: CreateLabelSchemaBody,
  ): Promise<LabelSchemaDto> {
    const schema = await this.schemas.create(workspaceId, {
      experimentId: body.experiment_id,
      name: body.name,
      kind: body.kind,
      input: labelInputOf(body.input),
      instruction: body.instruction,
      hasComment: body.has_comment,
    });
    return new LabelSchemaDto(schema);
  }

  @Get(':schema_id')
  @ApiOperation({ operationId: 'getLabelSchema', summary: 'One question' })
  @ApiParam(SCHEMA_ID)
  @ApiOkResponse({ type: LabelSchemaDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('schema_id') id: string,
  ): Promise<LabelSchemaDto> {
    return new LabelSchemaDto(await this.schemas.get(workspaceId, id));
  }

  @Patch(':schema_id')
  @ApiOperation({ operationId: 'updateLabelSchema', summary: 'Change a question; what is absent stays' })
  @ApiParam(SCHEMA_ID)
  @ApiZodBody(updateLabelSchemaBody)
  @ApiOkResponse({ type: LabelSchemaDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('schema_id') id: string,
    @Body(new ZodPipe(updateLabelSchemaBody)) body: UpdateLabelSchemaBody,
  ): Promise<LabelSchemaDto> {
    const schema = await this.schemas.update(workspaceId, id, {
      name: body.name,
      input: body.input && labelInputOf(body.input),
      instruction: body.instruction,
      hasComment: body.has_comment,
    });
    return new LabelSchemaDto(schema);
  }

  @Delete(':schema_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteLabelSchema',
    summary: 'Remove a question',
    description: 'No fault if there is none. Assessments made with it stay.',
  })
  @ApiParam(SCHEMA_ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('schema_id') id: string): Promise<void> {
    await this.schemas.delete(workspaceId, id);
  }
}
