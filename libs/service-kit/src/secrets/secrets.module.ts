import { Module, type DynamicModule } from '@nestjs/common';
import { readOrCreateKey } from './key-file.ts';
import { SecretBox } from './secret-box.ts';

export interface SecretsConfig {
  /** 32 bytes in base64 or hexadecimal. */
  readonly key?: string | undefined;
  /** Keys of before: they open, they don't seal. */
  readonly previousKeys?: readonly string[] | undefined;
  /** Where the key is made and kept when none is given; absent: then secrets are refused. */
  readonly keyFile?: string;
}

/** Provides the one SecretBox of a process. */
@Module({})
export class SecretsModule {
  static register({ key, previousKeys, keyFile }: SecretsConfig): DynamicModule {
    const createBox = (): SecretBox => {
      const known = key ?? (keyFile === undefined ? undefined : readOrCreateKey(keyFile));
      return new SecretBox(known, previousKeys);
    };
    return {
      module: SecretsModule,
      global: true,
      providers: [{ provide: SecretBox, useFactory: createBox }],
      exports: [SecretBox],
    };
  }
}
