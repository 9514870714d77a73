import { toPointer } from '../../shared/basics/json'
import type { Kind } from '../../shared/elements/kind'
import { fieldPlace } from '../../shared/review/compare/field-place'
import { words } from '../strings/words'

/** A place in a spec as the form calls it: `Containers › api › Image`. Items are called by name or by number. */
export function placeWords({ kind }: Kind, path: readonly string[]): string {
  return words(fieldPlace(kind, `/spec${toPointer(path)}`).text)
}
