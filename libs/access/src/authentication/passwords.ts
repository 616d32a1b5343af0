import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for Argon2id: 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
export const SHORTEST_PASSWORD = 12;
/** Longer ones only cost time. */
export const LONGEST_PASSWORD = 1_000;

let hashOfNothing: Promise<string> | undefined;

/** In PHC's form, with its salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Takes as long where there is no hash to compare with, so that time does not tell which names there are. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false;
  hashOfNothing ??= hashPassword('nothing');
  const matches = await verify(passwordHash ?? (await hashOfNothing), password);
  return matches && typeof passwordHash === 'string';
}
