import { PlaygroundCalls } from './playground-calls.ts';
import { PlaygroundController } from './playground.controller.ts';
import { PlaygroundService } from './playground.service.ts';

export const PLAYGROUND_CONTROLLERS = [PlaygroundController];

/** What the playground is made of. It is here, not in the gateway: this service reaches models and the log both. */
export const PLAYGROUND_PROVIDERS = [PlaygroundCalls, PlaygroundService];
