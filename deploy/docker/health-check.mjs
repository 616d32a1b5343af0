// HEALTHCHECK of the images: exit code 0 when the service of this container answers that it is well.
const url = `http://127.0.0.1:${process.env.MILLRACE_PORT}/health`;
const answer = await fetch(url, { signal: AbortSignal.timeout(4_000) }).catch((error) => error);
if (answer instanceof Error || !answer.ok) {
  console.error(`${url}: ${answer instanceof Error ? (answer.cause ?? answer).message : answer.status}`);
  process.exitCode = 1;
}
