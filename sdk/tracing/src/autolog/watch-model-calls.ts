import { observeApiPromise, type ApiPromise } from './api-promise.ts';
import { isTracing, ModelCall, type ModelCallKind } from './model-call.ts';
import { guarded } from '../runtime.ts';
import { patchMethod, type StopAutolog } from './patch-method.ts';
import { isToldAlready } from './told-calls.ts';

type Given = readonly unknown[];

/** A call of a method as a request to a model. */
export interface Asked<Body, Data, Chunk> {
  readonly kind: ModelCallKind<Body, Data, Chunk>;
  readonly body: Body;
}

/** Each call of a method that asks a model becomes a span. Those pass for which `readCall` knows nothing, and those that are part of one that is told. */
export function watchModelCalls<Body extends object, Data, Chunk>(
  owner: object | undefined,
  name: string,
  readCall: (given: Given, self: unknown) => Asked<Body, Data, Chunk> | undefined,
): StopAutolog {
  return patchMethod(
    owner,
    name,
    (method) =>
      function traced(this: unknown, ...given: unknown[]) {
        const call = isTracing() ? begin(() => readCall(given, this)) : undefined;
        if (!call) return method.apply(this, given);
        try {
          const answer = call.run(() => method.apply(this, given));
          return observeApiPromise(answer as ApiPromise<unknown>, call);
        } catch (error) {
          call.fail(error);
          throw error;
        }
      },
  );
}

function begin<Body extends object, Data, Chunk>(
  readCall: () => Asked<Body, Data, Chunk> | undefined,
): ModelCall<Body, Data, Chunk> | undefined {
  const begun: ModelCall<Body, Data, Chunk>[] = [];
  guarded(() => {
    const asked = readCall();
    if (asked && !isToldAlready(asked.kind.modelOf(asked.body)))
      begun.push(ModelCall.start(asked.kind, asked.body));
  });
  return begun[0];
}

/** The method takes the body of the request as its first argument. */
export function bodyFirst<Body extends object, Data, Chunk>(
  kind: ModelCallKind<Body, Data, Chunk>,
): (given: Given) => Asked<Body, Data, Chunk> | undefined {
  return ([body]) => (typeof body === 'object' && body !== null ? { kind, body: body as Body } : undefined);
}
