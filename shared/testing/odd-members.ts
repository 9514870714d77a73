/** Designs with something in one place that nobody expects there. */
import { setAt } from '../basics/json'
import type { Design } from '../design/design'
import { pointersIn } from './arbitraries'

/** What a file may hold: values on which JavaScript's own conversions throw, and a word that every object knows. */
export const oddValues: Readonly<Record<string, unknown>> = {
  'an object that is no text and no number': { toString: 1, valueOf: 1 },
  'a list of such objects': [{ toString: 1, valueOf: 1 }],
  'a word that every object knows': 'constructor',
}

export interface OddDesign {
  readonly design: Design
  /** The design as it was. */
  readonly sound: Design
  /** The kind, and the pointer with a star for each index. */
  readonly place: string
}

/**
 * Each design once for each member of its specs that those before it did not have, with the odd value in that place.
 * @param only tells by its number whether a design is wanted; those that are not are not made
 */
export function* withOddMembers(
  designs: readonly Design[],
  odd: unknown,
  only: (number: number) => boolean = () => true,
): Generator<OddDesign> {
  const seen = new Set<string>()
  for (const sound of designs) {
    for (const pointer of pointersIn(sound.elements)) {
      const [, id = '', part, ...path] = pointer.split('/')
      const place = `${sound.elements[id]?.kind} ${path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('/')}`
      if (part !== 'spec' || path.length === 0 || seen.has(place)) continue
      seen.add(place)
      if (!only(seen.size)) continue
      const elements = structuredClone(sound.elements)
      setAt(elements, pointer, odd)
      yield { design: { ...sound, elements }, sound, place }
    }
  }
}
