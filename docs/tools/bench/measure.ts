/** A stopwatch: the median of several runs, in milliseconds. */

/** Runs `work` on what `prepare` makes anew each time; only `work` is timed. The first runs warm the engine up. */
export async function median<T>(
  prepare: () => T,
  work: (input: T) => unknown,
  { runs = 15, warmUp = 3 }: { readonly runs?: number; readonly warmUp?: number } = {},
): Promise<number> {
  const times: number[] = []
  for (let run = -warmUp; run < runs; run++) {
    const input = prepare()
    const start = performance.now()
    await work(input)
    const time = performance.now() - start
    if (run >= 0) times.push(time)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
