import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { WorkspaceDirectory, type Limits, type Principal } from '@millrace/access';
import { LimitsService, type LimitsAndUse } from './limits.service.ts';

/** Limits of workspaces that the caller belongs to: another one is as unknown as one that is not there. */
@Injectable()
export class WorkspaceLimits {
  constructor(
    private readonly limits: LimitsService,
    private readonly workspaces: WorkspaceDirectory,
  ) {}

  /** Throws Rejected('not-found'), Unavailable. */
  async get(name: string, principal: Principal): Promise<LimitsAndUse> {
    return this.limits.get({ workspaceId: await this.find(name, principal), keyId: '' });
  }

  /** Throws Rejected('not-found'), Unavailable. */
  async put(name: string, given: Limits, principal: Principal): Promise<LimitsAndUse> {
    return this.limits.put({ workspaceId: await this.find(name, principal), keyId: '' }, given);
  }

  private async find(name: string, { isOperator, roles }: Principal): Promise<string> {
    if (isOperator || roles.has(name)) return this.workspaces.resolve(name);
    throw new Rejected(`There is no workspace '${name.slice(0, 100)}'.`, 'not-found');
  }
}
