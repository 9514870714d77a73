import { masked } from '../../shared/basics/masked'
import { cut } from '../../shared/basics/quote'
import type { Failure } from '../../shared/basics/result'
import { t } from './strings'
import { words } from './words'

/** A failure as one text, in the language of the interface: `orders.json, line 14, column 9: … Change …`. */
export function failureText(error: Failure): string {
  const { file, line, column = 1, pointer = '' } = error
  const place = [file, line === undefined ? '' : t('file.place', { line, column }), cut(pointer, 200)].filter(
    Boolean,
  )
  const { what, mend } = masked(error)
  const said = `${words(what)} ${words(mend)}`
  return place.length === 0 ? said : `${place.join(', ')}: ${said}`
}
