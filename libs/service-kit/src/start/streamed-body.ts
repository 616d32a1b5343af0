import { RouteConfig } from '@nestjs/platform-fastify';

const KEY = 'streamedBodyLimit';

/** The handler reads the body itself, as it comes, whatever its type; one announced to be longer than `maxBytes` is refused. */
export function StreamedBody(maxBytes: number): MethodDecorator {
  return RouteConfig({ [KEY]: maxBytes });
}

/** Undefined for a route whose body is parsed. */
export function streamedBodyLimit(config: object | undefined): number | undefined {
  const limit: unknown = config === undefined ? undefined : Reflect.get(config, KEY);
  return typeof limit === 'number' ? limit : undefined;
}
