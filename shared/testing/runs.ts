/** How much a random or repeated test does: little with every test run, much with `npm run torture`. */

/** Read without Node's types, because tests of every side use this. */
const { process } = globalThis as { process?: { readonly env: Readonly<Record<string, string | undefined>> } }

/** Is this the long run, for a night or before a release? */
export const torture = (process?.env.TORTURE ?? '') !== ''

/** `quick` in the ordinary tests, `full` with `npm run torture`, or what the environment says for this harness. */
export function runs(quick: number, full: number, name = ''): number {
  const asked = Number(process?.env[name] ?? Number.NaN)
  if (Number.isInteger(asked) && asked > 0) return asked
  return torture ? full : quick
}

/** Says what a harness measured; `npm run torture` gathers these lines: `R13: 2,000 inputs, 0 crashes`. */
export function figure(promise: `R${number}`, measured: string): void {
  console.info(`${promise}: ${measured}`)
}
