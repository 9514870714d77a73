/** Open conflicts, for people to read. */
import { cut } from '../../shared/basics/quote'
import type { Conflict } from '../../shared/design/design'
import { withoutSecrets } from '../../shared/review/compare/value-text'
import { say, term } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'

const LONGEST_VALUE = 80

/** `orders-task /spec/cpu: ours "512", theirs "1024", before "256"` */
export function conflictText({ id, pointer, base, ours, theirs }: Conflict, words: Translate): string {
  const value = (side: unknown) => valueText(pointer, side, words)
  const place = [id, pointer].filter(Boolean).join(' ')
  return `${place}: ${words(say`ours ${value(ours)}, theirs ${value(theirs)}, before ${value(base)}`)}`
}

/** A value on one line, without what looks like a secret. */
function valueText(pointer: string, value: unknown, words: Translate): string {
  if (value === undefined) return words(term('nothing'))
  return cut(JSON.stringify(withoutSecrets(pointer, value)), LONGEST_VALUE)
}
