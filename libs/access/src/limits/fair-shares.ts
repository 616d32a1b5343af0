/**
 * Max-min fair shares of a capacity: nobody gets more than they ask for, nobody who asks for more gets less than anybody else, and nothing
 * is left while somebody still asks. In the order of the demands.
 */
export function fairShares(capacity: number, demands: readonly number[]): number[] {
  const shares = demands.map(() => 0);
  const order = demands.map((_, index) => index).sort((a, b) => demandOf(demands, a) - demandOf(demands, b));
  let left = Math.max(0, capacity);
  order.forEach((index, served) => {
    const share = Math.min(demandOf(demands, index), left / (order.length - served));
    shares[index] = share;
    left -= share;
  });
  return shares;
}

function demandOf(demands: readonly number[], index: number): number {
  return Math.max(0, demands[index] ?? 0);
}
