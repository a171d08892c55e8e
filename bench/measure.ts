// Medians and ratios of things measured in turn, so that what else the machine does touches all of them alike.

/** The middle of these figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export type Measured = ReadonlyMap<string, readonly number[]>;

/** Runs every candidate once a round, after one round that does not count; each answers what it measured. */
export async function interleave(
  candidates: Readonly<Record<string, () => number | Promise<number>>>,
  rounds: number,
): Promise<Measured> {
  const figures = new Map<string, number[]>(Object.keys(candidates).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, measure] of Object.entries(candidates)) {
      const figure = await measure();
      if (round >= 0) figures.get(name)?.push(figure);
    }
  }
  return figures;
}

/** How many times the median of `base` each median is. */
export function ratios(measured: Measured, base: string): Map<string, number> {
  const one = median(measured.get(base) ?? []);
  return new Map([...measured].map(([name, figures]) => [name, median(figures) / one]));
}

/** Milliseconds that `run` takes. */
export async function duration(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Milliseconds of one run, averaged over as many as fill 20 ms. */
export function durationOfShort(run: () => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < 20) {
    run();
    runs++;
  }
  return (performance.now() - start) / runs;
}

/** The exponent e of cost = c * size^e that fits best; 1 is linear. */
export function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (pick: 0 | 1) => logs.reduce((sum, log) => sum + log[pick], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}

/** Prints one line: what, the figure, and how it compares with the most it may be. */
export function report(what: string, figure: number, atMost?: number): void {
  const bound = atMost === undefined ? '' : `  (at most ${atMost}${figure <= atMost ? '' : ': MISSED'})`;
  console.log(`  ${what.padEnd(56)} ${figure.toFixed(2).padStart(8)}${bound}`);
}
