import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import { WORKSPACE_HEADER } from '@millrace/access';
import { ZodPipe } from '@millrace/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerGraphql } from './answer-graphql.ts';
import { MlflowCalls } from './mlflow-calls.ts';

const graphqlBody = z.object({
  query: z.string(),
  variables: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((variables) => variables ?? undefined),
  operationName: z
    .string()
    .nullish()
    .transform((name) => name ?? undefined),
});

/** Who asks, and in which workspace. */
const PASSED_ON = [WORKSPACE_HEADER, 'authorization', 'cookie'];

/** GraphQL as MLflow's web UI asks it: its REST calls in another dress. */
@ApiExcludeController()
@Controller('graphql')
export class MlflowGraphqlController {
  constructor(private readonly host: HttpAdapterHost) {}

  @Post()
  @HttpCode(200)
  answer(@Req() request: FastifyRequest, @Body(new ZodPipe(graphqlBody)) body: z.output<typeof graphqlBody>) {
    const fastify: FastifyInstance = this.host.httpAdapter.getInstance();
    const headers = PASSED_ON.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    });
    return answerGraphql(body, new MlflowCalls(fastify, Object.fromEntries(headers)));
  }
}
