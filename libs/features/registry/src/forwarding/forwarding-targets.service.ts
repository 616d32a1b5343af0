import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import {
  askDatabase,
  Experiment,
  ForwardingProgress,
  ForwardingTarget,
  parseExperimentId,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  ForwardingTargetDto,
  MASKED,
  type CreateTargetBody,
  type UpdateTargetBody,
} from './forwarding-targets.dto.ts';

/** Each reads the whole log. */
const MOST_TARGETS = 20;

/** Where a workspace sends spans on to. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ForwardingTargetsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(workspaceId: string): Promise<ForwardingTargetDto[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const targets = await manager.find(ForwardingTarget, {
        where: { workspaceId, isDeleted: false },
        order: { id: 'ASC' },
      });
      const progress = await manager.findBy(ForwardingProgress, {
        targetId: In(targets.map(({ id }) => id)),
      });
      return targets.map(
        (target) =>
          new ForwardingTargetDto(
            target,
            progress.filter(({ targetId }) => targetId === target.id),
          ),
      );
    });
  }

  async get(workspaceId: string, id: string): Promise<ForwardingTargetDto> {
    const target = (await this.list(workspaceId)).find((each) => each.id === id);
    return target ?? unknownTarget(id);
  }

  async create(workspaceId: string, body: CreateTargetBody): Promise<ForwardingTargetDto> {
    const experimentId = parseExperimentId(body.experiment_id) ?? -1;
    const target = await askDatabase(this.dataSource, async (manager) => {
      if (!(await manager.existsBy(Experiment, { workspaceId, id: experimentId })))
        throw new Rejected(`No Experiment with id=${body.experiment_id} exists`, 'not-found');
      if ((await manager.countBy(ForwardingTarget, { workspaceId, isDeleted: false })) >= MOST_TARGETS)
        throw new Rejected(`A workspace has at most ${MOST_TARGETS} forwarding targets: delete one first.`);
      const now = Date.now();
      const { url, compression, is_enabled: isEnabled } = body;
      const times = { creationTime: now, lastUpdateTime: now };
      const headers = withKnownValues(body.headers, {});
      const row = {
        workspaceId,
        experimentId,
        url,
        headers,
        compression,
        isEnabled,
        isDeleted: false,
        ...times,
      };
      const { identifiers } = await manager.insert(ForwardingTarget, row);
      return manager.findOneByOrFail(ForwardingTarget, { id: Number(identifiers[0]?.['id']) });
    });
    return new ForwardingTargetDto(target, []);
  }

  async update(workspaceId: string, id: string, body: UpdateTargetBody): Promise<ForwardingTargetDto> {
    await askDatabase(this.dataSource, async (manager) => {
      const known = await manager.findOneBy(ForwardingTarget, {
        workspaceId,
        id: toId(id),
        isDeleted: false,
      });
      if (!known) return unknownTarget(id);
      const {
        url = known.url,
        compression = known.compression,
        is_enabled: isEnabled = known.isEnabled,
      } = body;
      const headers = body.headers ? withKnownValues(body.headers, known.headers) : known.headers;
      // A secret must not go to another host on the word of somebody who does not know it.
      if (
        new URL(url).host !== new URL(known.url).host &&
        body.headers === undefined &&
        Object.keys(headers).length > 0
      )
        throw new Rejected('the target has headers: send them again with a URL of another host');
      if (new URL(url).host !== new URL(known.url).host && Object.values(body.headers ?? {}).includes(MASKED))
        throw new Rejected(`send the headers' values again with a URL of another host, not ${MASKED}`);
      await manager.update(
        ForwardingTarget,
        { id: known.id },
        { url, headers, compression, isEnabled, lastUpdateTime: Date.now() },
      );
    });
    return this.get(workspaceId, id);
  }

  /** It is shown no longer; the forwarder removes it when it has given up its position in the log. */
  async delete(workspaceId: string, id: string): Promise<void> {
    const { affected } = await askDatabase(this.dataSource, (manager) =>
      manager.update(
        ForwardingTarget,
        { workspaceId, id: toId(id), isDeleted: false },
        { isDeleted: true, isEnabled: false, headers: {}, lastUpdateTime: Date.now() },
      ),
    );
    if (!affected) unknownTarget(id);
  }
}

function toId(text: string): number {
  return parseExperimentId(text) ?? -1;
}

function unknownTarget(id: string): never {
  throw new Rejected(`The workspace has no forwarding target ${id}.`, 'not-found');
}

/** Names in lower case, as HTTP has them alike; a masked value is the one known. */
function withKnownValues(
  told: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(told)) {
    const lower = name.toLowerCase();
    const before = known[lower];
    if (value === MASKED && before === undefined)
      throw new Rejected(`the value of the header ${name} is not known: send it instead of ${MASKED}`);
    headers[lower] = value === MASKED && before !== undefined ? before : value;
  }
  return headers;
}
