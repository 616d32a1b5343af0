import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, User, UserDirectory, WorkspaceMember, type Role } from '@millrace/access';
import { Rejected } from '@millrace/domain';

/** A user of a workspace, and what they are there. */
export interface Member {
  readonly user: User;
  readonly role: Role;
}

/** Who belongs to a workspace. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class MembersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: UserDirectory,
  ) {}

  /** By name. */
  list(workspaceId: string): Promise<Member[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const { entities, raw } = await manager
        .createQueryBuilder(User, 'u')
        .innerJoin(WorkspaceMember, 'm', 'm.user_id = u.id AND m.workspace_id = :workspaceId', {
          workspaceId,
        })
        .addSelect('m.role', 'role')
        .orderBy('u.name')
        .getRawAndEntities<{ readonly role: Role }>();
      return entities.flatMap((user, index) => {
        const role = raw[index]?.role;
        return role === undefined ? [] : [{ user, role }];
      });
    });
  }

  /** Makes them a member, or another kind of one. */
  async set(workspaceId: string, name: string, role: Role): Promise<Member> {
    const user = await askDatabase(this.dataSource, async (manager) => {
      const found = await findUser(manager, name);
      await manager.query(
        `INSERT INTO workspace_members (workspace_id, user_id, role, creation_time) VALUES ($1, $2, $3, $4)
         ON CONFLICT (workspace_id, user_id) DO UPDATE SET role = excluded.role`,
        [workspaceId, found.id, role, Date.now()],
      );
      return found;
    });
    this.directory.forgetUser(user);
    return { user, role };
  }

  async remove(workspaceId: string, name: string): Promise<void> {
    const user = await askDatabase(this.dataSource, async (manager) => {
      const found = await findUser(manager, name);
      const { affected } = await manager.delete(WorkspaceMember, { workspaceId, userId: found.id });
      if (!affected) throw new Rejected(`'${found.name}' is no member of the workspace.`, 'not-found');
      return found;
    });
    this.directory.forgetUser(user);
  }
}

async function findUser(manager: EntityManager, name: string): Promise<User> {
  const found = await manager.findOneBy(User, { name: name.toLowerCase() });
  if (found) return found;
  throw new Rejected(
    `There is no user '${name.slice(0, 100)}': an operator adds them first (Settings, Users).`,
    'not-found',
  );
}
