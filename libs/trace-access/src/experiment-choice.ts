import { Injectable } from '@nestjs/common';
import { ExperimentDirectory, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** Which experiments a question is about. */
@Injectable()
export class ExperimentChoice {
  constructor(private readonly directory: ExperimentDirectory) {}

  /**
   * Every active experiment of the workspace unless some are named; those need no registry, for of an unknown experiment
   * there are no traces. Throws Rejected for what is no id.
   */
  async choose(workspaceId: string, wanted: readonly string[] | undefined): Promise<number[]> {
    if (!wanted) return (await this.directory.list(workspaceId)).map(({ id }) => id);
    return wanted.map((text) => {
      const id = parseExperimentId(text);
      if (id === undefined) throw new Rejected(`experiment_id: '${text}' is not the id of an experiment`);
      return id;
    });
  }
}
