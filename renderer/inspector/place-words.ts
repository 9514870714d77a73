import type { Kind } from '../../shared/elements/kind'
import { labelOf } from './field-words'
import { fieldAt, fieldsOf } from './form-model'

/** A place in a spec as the form calls it: `Containers › api › Image`. Items are called by name or by number. */
export function placeWords(kind: Kind, path: readonly string[]): string {
  const fields = fieldsOf(kind.spec)
  return path
    .map((key, i) => {
      const field = fieldAt(fields, path.slice(0, i + 1))
      if (field && field.key !== '') return labelOf(field)
      if (/^\d+$/.test(key)) return String(Number(key) + 1)
      // What tells items apart, such as `name=api` or `containerPort=80,protocol=tcp`.
      return key.replace(/(^|,)\w+=/g, '$1').replace(',', ' ')
    })
    .join(' › ')
}
