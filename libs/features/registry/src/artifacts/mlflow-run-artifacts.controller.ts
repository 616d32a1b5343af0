import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { ArtifactStore, sendArtifact } from '@millrace/artifacts';
import { MlflowError, mlflowMessage, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { runIdOf } from '../runs/mlflow-run-id.ts';
import { RunsService } from '../runs/runs.service.ts';
import { ArtifactsService } from './artifacts.service.ts';
import { toMlflowFiles } from './mlflow-artifact-files.ts';

const RUN = { run_id: z.string().optional(), run_uuid: z.string().optional() };
const listMessage = mlflowMessage({
  ...RUN,
  path: z.string().default(''),
  page_token: z.string().optional(),
});
const fileMessage = mlflowMessage({ ...RUN, path: z.string() });

/** MLflow's calls for the files of a run (mlflow/WIRE.md section 5). */
@ApiExcludeController()
@Controller()
export class MlflowRunArtifactsController {
  constructor(
    private readonly store: ArtifactStore,
    private readonly artifacts: ArtifactsService,
    private readonly runs: RunsService,
  ) {}

  @Get(mlflowPaths('2.0', 'artifacts/list'))
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listMessage) message: z.output<typeof listMessage>,
  ) {
    const { artifactUri } = await this.runs.get(workspaceId, runIdOf(message));
    const { path: folder, page_token: pageToken } = message;
    const page = await this.artifacts.listPage(workspaceId, artifactUri, { folder, pageToken });
    return {
      root_uri: artifactUri,
      ...toMlflowFiles(page.entries, folder.replace(/\/$/, '')),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Get('get-artifact')
  async download(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(fileMessage) message: z.output<typeof fileMessage>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { artifactUri } = await this.runs.get(workspaceId, runIdOf(message));
    const place = this.artifacts.placeAt(workspaceId, artifactUri, message.path);
    await sendArtifact(this.store, await this.store.find(place), { request, reply });
  }

  @Post(mlflowPaths('2.0', 'artifacts/presigned-upload-url', 'artifacts/presigned-download-url'))
  presigned(): never {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'This server hands out no presigned addresses: PUT and GET /api/2.0/mlflow-artifacts/artifacts/<path>.',
    );
  }
}
