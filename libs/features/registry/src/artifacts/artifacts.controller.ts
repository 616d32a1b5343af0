import { Controller, Delete, Get, HttpCode, Put, Query, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentWorkspace } from '@millrace/access';
import { ArtifactStore, LARGEST_ARTIFACT_BYTES, readUpload, sendArtifact } from '@millrace/artifacts';
import { ApiZodQuery, StreamedBody, ZodPipe } from '@millrace/service-kit';
import { ArtifactUploads } from './artifact-uploads.service.ts';
import {
  ArtifactEntryDto,
  ArtifactPageDto,
  artifactPathQuery,
  listArtifactsQuery,
  type ArtifactPathQuery,
  type ListArtifactsQuery,
} from './artifacts.dto.ts';
import { ArtifactsService } from './artifacts.service.ts';

const BINARY = { type: 'string', format: 'binary' } as const;
const BYTES = { 'application/octet-stream': { schema: BINARY } };

@ApiTags('artifacts')
@Controller('api/v1/artifacts')
export class ArtifactsController {
  constructor(
    private readonly store: ArtifactStore,
    private readonly artifacts: ArtifactsService,
    private readonly uploads: ArtifactUploads,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listArtifacts', summary: 'What lies in a folder, by name' })
  @ApiZodQuery(listArtifactsQuery)
  @ApiOkResponse({ type: ArtifactPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listArtifactsQuery)) query: ListArtifactsQuery,
  ): Promise<ArtifactPageDto> {
    const { folder, limit, page_token: pageToken } = query;
    const page = await this.store.list({ workspaceId, folder, limit, pageToken });
    return new ArtifactPageDto(
      page.entries.map((entry) => new ArtifactEntryDto(entry)),
      page.nextPageToken,
    );
  }

  @Get('file')
  @ApiOperation({
    operationId: 'getArtifact',
    summary: 'The bytes of a file',
    description: 'With `Range: bytes=first-last` a part of them. Always as an attachment.',
  })
  @ApiZodQuery(artifactPathQuery)
  @ApiOkResponse({ description: 'The bytes, of the type they were sent with', content: BYTES })
  async download(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(artifactPathQuery)) { path }: ArtifactPathQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendArtifact(this.store, await this.store.find({ workspaceId, path }), { request, reply });
  }

  @Put('file')
  @HttpCode(204)
  @StreamedBody(LARGEST_ARTIFACT_BYTES)
  @ApiOperation({
    operationId: 'putArtifact',
    summary: 'Store a file, in place of one of this name',
    description: 'The file before stays until all bytes of this one are stored.',
  })
  @ApiZodQuery(artifactPathQuery)
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: BINARY })
  @ApiNoContentResponse()
  async upload(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(artifactPathQuery)) { path }: ArtifactPathQuery,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.uploads.write({ workspaceId, path, ...readUpload(request) });
  }

  @Delete('file')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteArtifact', summary: 'Remove a file, or a folder with all in it' })
  @ApiZodQuery(artifactPathQuery)
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(artifactPathQuery)) { path }: ArtifactPathQuery,
  ): Promise<void> {
    await this.artifacts.delete({ workspaceId, path });
  }
}
