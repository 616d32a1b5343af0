import type { Admin } from 'kafkajs';
import { Unavailable } from '@millrace/domain';

/** Codes of the protocol. */
const NON_EMPTY_GROUP = 68;
const GROUP_ID_NOT_FOUND = 69;

/** Gives up a group's positions; not an error when there is no such group. Throws Unavailable while it has members. */
export async function deleteGroup(admin: Admin, groupId: string): Promise<void> {
  try {
    await admin.deleteGroups([groupId]);
  } catch (error) {
    const codes = codesOf(error);
    if (codes.length > 0 && codes.every((code) => code === GROUP_ID_NOT_FOUND)) return;
    if (codes.includes(NON_EMPTY_GROUP))
      throw new Unavailable(`the group ${groupId} still has members`, 1_000, { cause: error });
    throw error;
  }
}

/** kafkajs lists what went wrong for each group. */
function codesOf(error: unknown): readonly number[] {
  const groups: unknown = error instanceof Error ? Reflect.get(error, 'groups') : undefined;
  if (!Array.isArray(groups)) return [];
  return groups.map((group: unknown) => Number(Reflect.get(Object(group), 'errorCode')));
}
