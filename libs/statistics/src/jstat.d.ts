/** What of jStat is used here: it comes without types. */
declare module 'jstat' {
  const jstat: {
    readonly jStat: {
      readonly normal: {
        cdf(x: number, mean: number, deviation: number): number;
        inv(probability: number, mean: number, deviation: number): number;
      };
      readonly studentt: { inv(probability: number, freedom: number): number };
      gammaln(x: number): number;
    };
  };
  export default jstat;
}
