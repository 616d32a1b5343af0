import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, AuthenticationConfig, hashPassword, User } from '@millrace/access';
import { Unavailable } from '@millrace/domain';
import { StartError } from '@millrace/service-kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AccountsOptions } from '../accounts.config.ts';
import { checkPassword } from './user-names.ts';

const NAME = 'admin';
const RETRY_MS = 1_000;

/** Where nobody could sign in yet, makes the user `admin`: with the password that was set, or one that is left in a file. */
@Injectable()
export class FirstOperator implements OnApplicationBootstrap {
  private readonly logger = new Logger(FirstOperator.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly authentication: AuthenticationConfig,
    private readonly options: AccountsOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.authentication.isRequired) return;
    const { adminPassword, adminPasswordFile } = this.options;
    if (adminPassword !== undefined) checkPassword(adminPassword);
    if (adminPassword === undefined && adminPasswordFile === undefined) return;
    // Without PostgreSQL the service starts all the same.
    if (!(await this.isMade(adminPassword))) void this.makeOnceReachable(adminPassword);
  }

  private async makeOnceReachable(password: string | undefined): Promise<void> {
    do await sleep(RETRY_MS, undefined, { ref: false });
    while (!(await this.isMade(password)));
  }

  /** False while PostgreSQL can't be reached. */
  private async isMade(password: string | undefined): Promise<boolean> {
    try {
      await this.make(password);
    } catch (error) {
      if (error instanceof Unavailable) return false;
      this.logger.error(`the user '${NAME}' could not be made: ${String(error)}`);
    }
    return true;
  }

  private async make(given: string | undefined): Promise<void> {
    const count = await askDatabase(this.dataSource, (manager) => manager.count(User));
    if (count > 0) return;
    const password = given ?? (await this.leavePassword());
    const values = [randomUUID(), NAME, await hashPassword(password), Date.now()];
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `INSERT INTO users (id, name, password_hash, is_operator, creation_time) VALUES ($1, $2, $3, true, $4)
         ON CONFLICT DO NOTHING`,
        values,
      ),
    );
  }

  private async leavePassword(): Promise<string> {
    const { adminPasswordFile: file } = this.options;
    if (file === undefined)
      throw new StartError('There is neither a password of the first user nor a file for it.');
    const password = randomBytes(18).toString('base64url');
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    await chmod(file, 0o600);
    this.logger.log(`the password of the first user, '${NAME}', is in ${file}`);
    return password;
  }
}
