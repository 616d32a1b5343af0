import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** Serves the document at `/api/v1/openapi.json`, built when first asked for. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/v1/openapi.json', () => (document ??= buildOpenApi(app)));
}

/** The OpenAPI document of everything under `/api/v1`. */
function buildOpenApi(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Millrace')
    .setDescription('Trace, version and evaluate LLM applications')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, info);
  const paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/')),
  );
  return { ...document, paths };
}
