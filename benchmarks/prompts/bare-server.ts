import fastify from 'fastify';

/** A Fastify that answers the same bytes each time: what the framework alone costs. Prints its port. */
const body = process.argv[2] ?? '{}';
const server = fastify();
server.get('/prompt', (_, reply) =>
  reply.header('content-type', 'application/json; charset=utf-8').send(body),
);
const address = await server.listen({ host: '127.0.0.1', port: 0 });
console.log(new URL(address).port);
