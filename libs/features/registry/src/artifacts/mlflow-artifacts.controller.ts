import { Controller, Delete, Get, Param, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { ArtifactStore, LARGEST_ARTIFACT_BYTES, readUpload, sendArtifact } from '@millrace/artifacts';
import { mlflowMessage, MlflowParameters, StreamedBody } from '@millrace/service-kit';
import { ArtifactsService } from './artifacts.service.ts';
import { artifactPaths, toMlflowFiles } from './mlflow-artifact-files.ts';

const WORKSPACE = DEFAULT_WORKSPACE_ID;
const folderMessage = mlflowMessage({ path: z.string().default('') });

/** MLflow's artifact proxy (mlflow/WIRE.md section 5): what `mlflow-artifacts:` addresses mean. */
@ApiExcludeController()
@Controller(artifactPaths('artifacts'))
export class MlflowArtifactsController {
  constructor(
    private readonly store: ArtifactStore,
    private readonly artifacts: ArtifactsService,
  ) {}

  @Get()
  async list(@MlflowParameters(folderMessage) { path }: z.output<typeof folderMessage>) {
    return toMlflowFiles(await this.artifacts.listAll(WORKSPACE, path));
  }

  @Put('*')
  @StreamedBody(LARGEST_ARTIFACT_BYTES)
  async upload(@Param('*') path: string, @Req() request: FastifyRequest) {
    await this.store.write({ workspaceId: WORKSPACE, path, ...readUpload(request) });
    return {};
  }

  @Get('*')
  async download(
    @Param('*') path: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const artifact = await this.store.find({ workspaceId: WORKSPACE, path });
    await sendArtifact(this.store, artifact, { request, reply });
  }

  @Delete('*')
  async delete(@Param('*') path: string) {
    await this.artifacts.delete({ workspaceId: WORKSPACE, path: path.replace(/\/$/, '') });
    return {};
  }
}
