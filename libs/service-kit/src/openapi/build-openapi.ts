import type { DynamicModule, INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { completeOpenApi } from './complete-openapi.ts';

/** The OpenAPI document of everything under `/api/v1`. */
export function buildOpenApi(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Millrace')
    .setDescription('Trace, version and evaluate LLM applications')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .setVersion('1')
    .build();
  return completeOpenApi(SwaggerModule.createDocument(app, info));
}

/** The same of a module that is not running: nothing is made, nothing connected. */
export async function describeApi(module: DynamicModule | Type): Promise<OpenAPIObject> {
  const options = { preview: true, logger: false, abortOnError: false } as const;
  return buildOpenApi(await NestFactory.create(module, new FastifyAdapter(), options));
}
