const BINS = 10

/**
 * Expected calibration error: how far the shares of what was believed lie from how often it was so, over ten bins of
 * equal width, each weighted by how many fall into it (Naeini et al. 2015).
 * @returns 0 (calibrated) to 1
 */
export function calibrationError(pairs: readonly { chance: number; is: boolean }[]): number {
  const bins = Map.groupBy(pairs, ({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)))
  let error = 0
  for (const inside of bins.values()) {
    const believed = inside.reduce((sum, { chance }) => sum + chance, 0)
    const was = inside.filter(({ is }) => is).length
    error += Math.abs(believed - was)
  }
  return pairs.length === 0 ? 0 : error / pairs.length
}
