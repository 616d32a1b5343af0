import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import {
  ArtifactStore,
  LARGEST_ARTIFACT_BYTES,
  publicAddress,
  readUpload,
  sendArtifact,
} from '@millrace/artifacts';
import { Rejected } from '@millrace/domain';
import { mlflowMessage, MlflowParameters, StreamedBody } from '@millrace/service-kit';
import { ArtifactUploads } from './artifact-uploads.service.ts';
import { ArtifactsService } from './artifacts.service.ts';
import { artifactPaths, toMlflowFiles } from './mlflow-artifact-files.ts';
import { spansDocumentPath, traceOfSpansFile } from './mlflow-spans-file.ts';

const folderMessage = mlflowMessage({ path: z.string().default('') });

/** MLflow's artifact proxy (mlflow/WIRE.md section 5): what `mlflow-artifacts:` addresses mean. */
@ApiExcludeController()
@Controller(artifactPaths('artifacts'))
export class MlflowArtifactsController {
  constructor(
    private readonly store: ArtifactStore,
    private readonly artifacts: ArtifactsService,
    private readonly uploads: ArtifactUploads,
  ) {}

  @Get()
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(folderMessage) { path }: z.output<typeof folderMessage>,
  ) {
    return toMlflowFiles(await this.artifacts.listAll(workspaceId, path));
  }

  @Put('*')
  @StreamedBody(LARGEST_ARTIFACT_BYTES)
  async upload(
    @CurrentWorkspace() workspaceId: string,
    @Param('*') path: string,
    @Req() request: FastifyRequest,
  ) {
    await this.uploads.write({ workspaceId, path, ...readUpload(request) });
    return {};
  }

  @Get('*')
  async download(
    @CurrentWorkspace() workspaceId: string,
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artifact = await this.find(workspaceId, path);
    if (artifact) return sendArtifact(this.store, artifact, { request, reply });
    await reply.redirect(publicAddress(request) + spansDocumentPath(path), 307);
  }

  @Delete('*')
  async delete(@CurrentWorkspace() workspaceId: string, @Param('*') path: string) {
    await this.artifacts.delete({ workspaceId, path: path.replace(/\/$/, '') });
    return {};
  }

  /** Undefined for spans that came by OTLP: nobody uploaded them as a file. Throws Rejected('not-found') for any other file. */
  private async find(workspaceId: string, path: string) {
    try {
      return await this.store.find({ workspaceId, path });
    } catch (error) {
      if (!(error instanceof Rejected) || error.reason !== 'not-found' || !traceOfSpansFile(path))
        throw error;
      return undefined;
    }
  }
}
