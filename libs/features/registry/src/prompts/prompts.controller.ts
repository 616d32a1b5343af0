import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { ModelAliasesService } from '../registered-models/model-aliases.service.ts';
import { RegisteredModelsService } from '../registered-models/registered-models.service.ts';
import { answerVersion } from './answer-version.ts';
import { promptKey } from './prompt-key.ts';
import { PromptVersionDto } from './prompt-versions.dto.ts';
import * as dto from './prompts.dto.ts';
import { PromptsService, toTags } from './prompts.service.ts';

const NAME = { name: 'name', schema: { type: 'string' } };
const KEY = { name: 'key', schema: { type: 'string' } };
const ALIAS = { name: 'alias', schema: { type: 'string' } };

@ApiTags('prompts')
@Controller('api/v1/prompts')
export class PromptsController {
  constructor(
    private readonly models: RegisteredModelsService,
    private readonly prompts: PromptsService,
    private readonly aliases: ModelAliasesService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPrompts', summary: 'List prompts' })
  @ApiZodQuery(dto.listPromptsQuery)
  @ApiOkResponse({ type: dto.PromptPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listPromptsQuery)) query: dto.ListPromptsQuery,
  ): Promise<dto.PromptPageDto> {
    const { filter, order_by = '', limit, page_token: pageToken } = query;
    const orderBy = order_by.split(',').filter((item) => item.trim() !== '');
    const search = { kind: 'prompt' as const, filter, orderBy, limit, pageToken };
    const page = await this.models.search(workspaceId, search);
    return new dto.PromptPageDto(
      page.models.map((prompt) => new dto.PromptDto(prompt)),
      page.nextPageToken,
    );
  }

  @Post()
  @ApiOperation({ operationId: 'createPrompt', summary: 'Create a prompt, which has no version yet' })
  @ApiZodBody(dto.createPromptBody)
  @ApiCreatedResponse({ type: dto.PromptDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(dto.createPromptBody)) body: dto.CreatePromptBody,
  ): Promise<dto.PromptDto> {
    const prompt = { ...body, kind: 'prompt' as const, tags: toTags(body.tags) };
    return new dto.PromptDto(await this.models.create(workspaceId, prompt));
  }

  @Get(':name')
  @ApiOperation({ operationId: 'getPrompt', summary: 'A prompt and its latest version' })
  @ApiParam(NAME)
  @ApiOkResponse({ type: dto.PromptDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('name') name: string): Promise<dto.PromptDto> {
    return new dto.PromptDto(await this.models.get(promptKey(workspaceId, name)));
  }

  @Patch(':name')
  @ApiOperation({ operationId: 'updatePrompt', summary: 'Rename or describe a prompt' })
  @ApiParam(NAME)
  @ApiZodBody(dto.updatePromptBody)
  @ApiOkResponse({ type: dto.PromptDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Body(new ZodPipe(dto.updatePromptBody)) body: dto.UpdatePromptBody,
  ): Promise<dto.PromptDto> {
    return new dto.PromptDto(await this.prompts.update(promptKey(workspaceId, name), body));
  }

  @Delete(':name')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deletePrompt', summary: 'Delete a prompt with all its versions' })
  @ApiParam(NAME)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('name') name: string): Promise<void> {
    await this.models.delete(promptKey(workspaceId, name));
  }

  @Put(':name/tags/:key')
  @HttpCode(204)
  @ApiOperation({ operationId: 'putPromptTag', summary: 'Set a tag of a prompt' })
  @ApiParam(NAME)
  @ApiParam(KEY)
  @ApiZodBody(dto.tagBody)
  @ApiNoContentResponse()
  async putTag(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('key') key: string,
    @Body(new ZodPipe(dto.tagBody)) { value }: dto.TagBody,
  ): Promise<void> {
    await this.models.setTag(promptKey(workspaceId, name), { key, value });
  }

  @Delete(':name/tags/:key')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deletePromptTag', summary: 'Remove a tag of a prompt' })
  @ApiParam(NAME)
  @ApiParam(KEY)
  @ApiNoContentResponse()
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('key') key: string,
  ): Promise<void> {
    await this.models.deleteTag(promptKey(workspaceId, name), key);
  }

  @Get(':name/aliases/:alias')
  @ApiOperation({
    operationId: 'loadPrompt',
    summary: 'The version that an alias stands for',
    description:
      'Made to be asked often: send the etag of the answer before as If-None-Match. latest is the highest version there is.',
  })
  @ApiParam(NAME)
  @ApiParam(ALIAS)
  @ApiHeader({ name: 'if-none-match', required: false })
  @ApiOkResponse({ type: PromptVersionDto })
  @ApiResponse({ status: 304, description: 'As it was' })
  async load(
    @CurrentWorkspace() workspaceId: string,
    @Param() { name = '', alias = '' }: Readonly<Partial<Record<string, string>>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answerVersion(await this.prompts.loadByAlias(promptKey(workspaceId, name), alias), request, reply);
  }

  @Put(':name/aliases/:alias')
  @HttpCode(204)
  @ApiOperation({ operationId: 'putPromptAlias', summary: 'Let an alias stand for a version' })
  @ApiParam(NAME)
  @ApiParam(ALIAS)
  @ApiZodBody(dto.aliasBody)
  @ApiNoContentResponse()
  async putAlias(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('alias') alias: string,
    @Body(new ZodPipe(dto.aliasBody)) { version }: dto.AliasBody,
  ): Promise<void> {
    await this.aliases.set(promptKey(workspaceId, name), alias, version);
  }

  @Delete(':name/aliases/:alias')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deletePromptAlias', summary: 'Remove an alias; its version stays' })
  @ApiParam(NAME)
  @ApiParam(ALIAS)
  @ApiNoContentResponse()
  async deleteAlias(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('alias') alias: string,
  ): Promise<void> {
    await this.aliases.delete(promptKey(workspaceId, name), alias);
  }
}
