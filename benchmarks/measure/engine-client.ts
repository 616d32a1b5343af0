/** One ClickHouse over its HTTP interface, without the product's code in between. */
export class EngineClient {
  constructor(private readonly url: string) {}

  /** The answer as text; settings are added to the address. */
  async run(sql: string, settings: Readonly<Record<string, string | number>> = {}): Promise<string> {
    const { origin, username, password, pathname } = new URL(this.url);
    const query = new URLSearchParams({ database: pathname.slice(1) });
    for (const [name, value] of Object.entries(settings)) query.set(name, String(value));
    const response = await fetch(`${origin}/?${query}`, {
      method: 'POST',
      body: sql,
      headers: { 'x-clickhouse-user': username, 'x-clickhouse-key': password },
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  }

  /** Rows as lines. */
  async rows(sql: string, settings: Readonly<Record<string, string | number>> = {}): Promise<string[]> {
    const text = await this.run(`${sql} FORMAT TabSeparated`, settings);
    return text.split('\n').filter((line) => line !== '');
  }

  async number(sql: string): Promise<number> {
    return Number((await this.rows(sql))[0] ?? NaN);
  }
}
