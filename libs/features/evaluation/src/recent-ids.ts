/** Remembers the last ids it was shown, a bounded number of them. */
export class RecentIds {
  private readonly ids = new Set<string>();

  constructor(private readonly largestSize: number) {}

  has(id: string): boolean {
    return this.ids.has(id);
  }

  add(id: string): void {
    this.ids.delete(id);
    this.ids.add(id);
    for (const oldest of this.ids) {
      if (this.ids.size <= this.largestSize) break;
      this.ids.delete(oldest);
    }
  }
}
