import { Injectable } from '@nestjs/common';
import type { Limits } from '@millrace/access';
import { ApiKeysService } from '../api-keys/api-keys.service.ts';
import { LimitsService, type LimitsAndUse } from './limits.service.ts';

/** Limits of the keys of a workspace. */
@Injectable()
export class ApiKeyLimits {
  constructor(
    private readonly limits: LimitsService,
    private readonly keys: ApiKeysService,
  ) {}

  /** Throws Rejected('not-found'), Unavailable. */
  async get(workspaceId: string, keyId: string): Promise<LimitsAndUse> {
    const key = await this.keys.find(workspaceId, keyId);
    return this.limits.get({ workspaceId, keyId: key.id });
  }

  /** Throws Rejected('not-found'), Unavailable. */
  async put(workspaceId: string, keyId: string, given: Limits): Promise<LimitsAndUse> {
    const key = await this.keys.find(workspaceId, keyId);
    return this.limits.put({ workspaceId, keyId: key.id }, given);
  }
}
