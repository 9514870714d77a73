import { kindOf } from '../../shared/elements/kinds'
import { words } from '../strings/words'

/** What a kind is called: in the language of the interface, and in English as AWS's pages do. */
export function kindNames(kind: string): readonly string[] {
  const label = kindOf(kind)?.label
  return label === undefined ? [kind] : [...new Set([words(label), label])]
}
