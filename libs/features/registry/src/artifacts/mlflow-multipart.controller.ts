import { Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { LARGEST_PART_BYTES, MultipartUploads, publicAddress, readUpload } from '@millrace/artifacts';
import {
  MlflowError,
  mlflowInteger,
  mlflowMessage,
  MlflowParameters,
  StreamedBody,
} from '@millrace/service-kit';
import { ArtifactUploads } from './artifact-uploads.service.ts';
import { artifactPaths } from './mlflow-artifact-files.ts';

const createMessage = mlflowMessage({ path: z.string(), num_parts: mlflowInteger });
const part = mlflowMessage({ part_number: mlflowInteger, etag: z.string() });
const completeMessage = mlflowMessage({
  path: z.string(),
  upload_id: z.string(),
  parts: z.array(part).default([]),
});
const abortMessage = mlflowMessage({ path: z.string(), upload_id: z.string() });

/** MLflow's uploads in parts. The client puts each part to the address it is given, without credentials: the id of the upload is one. */
@ApiExcludeController()
@Controller()
export class MlflowMultipartController {
  constructor(
    private readonly uploads: MultipartUploads,
    private readonly artifacts: ArtifactUploads,
  ) {}

  @Post(artifactPaths('mpu/create', 'mpu/create/*'))
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Param('*') folder: string | undefined,
    @MlflowParameters(createMessage) { path, num_parts: parts }: z.output<typeof createMessage>,
    @Req() request: FastifyRequest,
  ) {
    const place = { workspaceId, path: fileOf(folder, path) };
    const id = await this.uploads.create(place, parts);
    const base = `${publicAddress(request)}/api/2.0/mlflow-artifacts/mpu/parts/${id}`;
    const credentials = Array.from({ length: parts }, (_, index) => ({
      url: `${base}/${index + 1}`,
      part_number: index + 1,
      headers: {},
    }));
    return { upload_id: id, credentials };
  }

  @Put('api/2.0/mlflow-artifacts/mpu/parts/:upload_id/:part_number')
  @StreamedBody(LARGEST_PART_BYTES)
  async putPart(
    @Param('upload_id') id: string,
    @Param('part_number') number: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    void reply.header('etag', await this.uploads.putPart(id, Number(number), readUpload(request)));
    return {};
  }

  @Post(artifactPaths('mpu/complete', 'mpu/complete/*'))
  @HttpCode(200)
  async complete(
    @Param('*') folder: string | undefined,
    @MlflowParameters(completeMessage) message: z.output<typeof completeMessage>,
  ) {
    const sent = message.parts.map(({ part_number: partNumber, etag }) => ({ partNumber, etag }));
    await this.artifacts.complete(message.upload_id, fileOf(folder, message.path), sent);
    return {};
  }

  @Post(artifactPaths('mpu/abort', 'mpu/abort/*'))
  @HttpCode(200)
  async abort(
    @Param('*') folder: string | undefined,
    @MlflowParameters(abortMessage) { path, upload_id: id }: z.output<typeof abortMessage>,
  ) {
    await this.uploads.abort(id, fileOf(folder, path));
    return {};
  }

  @Get(artifactPaths('presigned/*'))
  presigned(): never {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'This server hands out no presigned addresses: GET /api/2.0/mlflow-artifacts/artifacts/<path>, which takes Range.',
    );
  }
}

/** The client names the local file; its last name is that of the artifact. */
function fileOf(folder: string | undefined, localPath: string): string {
  const name = localPath.split(/[/\\]/).at(-1) ?? '';
  return folder ? `${folder}/${name}` : name;
}
