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
import { ModelVersionsService } from '../registered-models/model-versions.service.ts';
import { VersionLoader } from '../registered-models/version-loader.ts';
import { answerVersion } from './answer-version.ts';
import { promptKey, promptVersionKey } from './prompt-key.ts';
import * as dto from './prompt-versions.dto.ts';
import { tagBody, type TagBody } from './prompts.dto.ts';
import { PromptsService } from './prompts.service.ts';

const NAME = { name: 'name', schema: { type: 'string' } };
const VERSION = { name: 'version', schema: { type: 'integer' } };
const KEY = { name: 'key', schema: { type: 'string' } };

type PathParameters = Readonly<Partial<Record<string, string>>>;

@ApiTags('prompts')
@Controller('api/v1/prompts/:name')
export class PromptVersionsController {
  constructor(
    private readonly versions: ModelVersionsService,
    private readonly loader: VersionLoader,
    private readonly prompts: PromptsService,
  ) {}

  @Get('versions')
  @ApiOperation({ operationId: 'listPromptVersions', summary: 'Versions of a prompt, the latest first' })
  @ApiParam(NAME)
  @ApiZodQuery(dto.listVersionsQuery)
  @ApiOkResponse({ type: dto.PromptVersionPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Query(new ZodPipe(dto.listVersionsQuery))
    { filter, limit, page_token: pageToken }: dto.ListVersionsQuery,
  ): Promise<dto.PromptVersionPageDto> {
    const search = {
      kind: 'prompt' as const,
      name,
      filter,
      orderBy: ['version_number DESC'],
      limit,
      pageToken,
    };
    const page = await this.versions.search(workspaceId, search);
    return new dto.PromptVersionPageDto(page.versions, page.nextPageToken);
  }

  @Post('versions')
  @ApiOperation({
    operationId: 'createPromptVersion',
    summary: 'Add a version to a prompt',
    description: 'What a version says stays as it is. Its number is the highest ever and one more.',
  })
  @ApiParam(NAME)
  @ApiZodBody(dto.createVersionBody)
  @ApiCreatedResponse({ type: dto.PromptVersionDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Body(new ZodPipe(dto.createVersionBody)) body: dto.CreateVersionBody,
  ): Promise<dto.PromptVersionDto> {
    return new dto.PromptVersionDto(await this.prompts.createVersion(promptKey(workspaceId, name), body));
  }

  @Get('versions/:version')
  @ApiOperation({ operationId: 'getPromptVersion', summary: 'A version of a prompt' })
  @ApiParam(NAME)
  @ApiParam(VERSION)
  @ApiHeader({ name: 'if-none-match', required: false })
  @ApiOkResponse({ type: dto.PromptVersionDto })
  @ApiResponse({ status: 304, description: 'As it was' })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param() { name = '', version = '' }: PathParameters,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    return answerVersion(
      await this.loader.byNumber(promptVersionKey(workspaceId, name, version)),
      request,
      reply,
    );
  }

  @Patch('versions/:version')
  @ApiOperation({
    operationId: 'updatePromptVersion',
    summary: 'Change the commit message of a version, or the model it is meant for',
  })
  @ApiParam(NAME)
  @ApiParam(VERSION)
  @ApiZodBody(dto.updateVersionBody)
  @ApiOkResponse({ type: dto.PromptVersionDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('version') version: string,
    @Body(new ZodPipe(dto.updateVersionBody)) body: dto.UpdateVersionBody,
  ): Promise<dto.PromptVersionDto> {
    return new dto.PromptVersionDto(
      await this.prompts.updateVersion(promptVersionKey(workspaceId, name, version), body),
    );
  }

  @Delete('versions/:version')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deletePromptVersion',
    summary: 'Delete a version and the aliases that stand for it',
  })
  @ApiParam(NAME)
  @ApiParam(VERSION)
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('version') version: string,
  ): Promise<void> {
    await this.versions.delete(promptVersionKey(workspaceId, name, version));
  }

  @Put('versions/:version/tags/:key')
  @HttpCode(204)
  @ApiOperation({ operationId: 'putPromptVersionTag', summary: 'Set a tag of a version' })
  @ApiParam(NAME)
  @ApiParam(VERSION)
  @ApiParam(KEY)
  @ApiZodBody(tagBody)
  @ApiNoContentResponse()
  async putTag(
    @CurrentWorkspace() workspaceId: string,
    @Param() { name = '', version = '', key = '' }: PathParameters,
    @Body(new ZodPipe(tagBody)) { value }: TagBody,
  ): Promise<void> {
    await this.versions.setTag(promptVersionKey(workspaceId, name, version), { key, value });
  }

  @Delete('versions/:version/tags/:key')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deletePromptVersionTag', summary: 'Remove a tag of a version' })
  @ApiParam(NAME)
  @ApiParam(VERSION)
  @ApiParam(KEY)
  @ApiNoContentResponse()
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Param('version') version: string,
    @Param('key') key: string,
  ): Promise<void> {
    await this.versions.deleteTag(promptVersionKey(workspaceId, name, version), key);
  }

  @Get('comparison')
  @ApiOperation({
    operationId: 'comparePromptVersions',
    summary: 'What changed between two versions of a prompt',
  })
  @ApiParam(NAME)
  @ApiZodQuery(dto.compareQuery)
  @ApiOkResponse({ type: dto.PromptComparisonDto })
  async compare(
    @CurrentWorkspace() workspaceId: string,
    @Param('name') name: string,
    @Query(new ZodPipe(dto.compareQuery)) query: dto.CompareQuery,
  ): Promise<dto.PromptComparisonDto> {
    const { from, to, compared } = await this.prompts.compare(
      promptKey(workspaceId, name),
      query.from,
      query.to,
    );
    return new dto.PromptComparisonDto(from, to, compared);
  }
}
