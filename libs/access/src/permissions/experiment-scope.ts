import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { ExperimentDirectory } from '../experiments/experiment-directory.ts';
import { experimentsNamed, type NamingRequest } from './experiments-named.ts';
import type { RoutePermission } from './route-permissions.ts';

/** Holds a key of one experiment to it. */
@Injectable()
export class ExperimentScope {
  constructor(private readonly experiments: ExperimentDirectory) {}

  /** Throws Rejected('permission-denied') for a request that is not about this experiment alone, Unavailable. */
  async check(
    experimentId: number,
    [, path, needs, scope]: RoutePermission,
    request: NamingRequest,
    workspaceId: string,
  ): Promise<void> {
    if (scope !== 'by experiment') {
      throw denied(`This key is of the experiment ${experimentId} alone and can't be used for ${path}.`);
    }
    const { ids, names } = experimentsNamed(request);
    const found = await Promise.all(names.map((name) => this.experiments.findByName(workspaceId, name)));
    const all = [...ids, ...found.map((experiment) => String(experiment?.id))];
    const isOther = all.some((id) => id !== String(experimentId));
    // What is sent without a name goes to the key's experiment; what is asked for without one would be of all.
    const isOfAll = all.length === 0 && needs !== 'ingest';
    if (!isOther && !isOfAll) return;
    throw denied(
      `This key is of the experiment ${experimentId} alone: name it, and no other, or use another key.`,
    );
  }
}

function denied(message: string): Rejected {
  return new Rejected(message, 'permission-denied');
}
