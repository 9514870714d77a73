/** The inputs of fuzzing, each made from a seed and a number. */
import { readers } from './attack'
import { chanceFrom } from './chance'
import { mutate } from './mutate'
import { corpus, designs, samples } from './seeds'

export interface Source {
  readonly reader: string
  readonly seeds: readonly string[]
}

/** Who reads what. */
export function sources(): readonly Source[] {
  const own = Object.entries(samples).map(([reader, seeds]) => ({ reader, seeds }))
  const foreign = [...Object.values(samples).flat(), ...corpus()]
  return [{ reader: 'design', seeds: designs() }, ...own, { reader: 'import', seeds: foreign }]
}

/** Input number `n` of a seed: who reads it, and what. */
export function inputOf(
  seed: number,
  n: number,
  all: readonly Source[],
): { reader: string; bytes: Uint8Array } {
  const chance = chanceFrom(Math.imul(seed, 0x9e3779b1) ^ n)
  const { reader, seeds } = chance.pick(all)
  const bytes = mutate(chance, chance.pick(seeds), chance.pick(seeds))
  // Now and then a format gets what is meant for another one.
  return { reader: chance.below(10) === 0 ? chance.pick(Object.keys(readers)) : reader, bytes }
}
