/** A text as filters write it. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** All of these conditions, those that were given. */
export function allOf(...conditions: readonly (string | undefined)[]): string {
  return conditions.filter((each) => each !== undefined && each.trim() !== '').join(' AND ');
}

/** A key of tags, params or metrics, whatever characters it has. */
export function field(entity: string, key: string): string {
  return `${entity}.\`${key}\``;
}
