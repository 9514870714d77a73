/** What deserves a look in an imported spec: it is kept as it was written, but AWS does not expect it so. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import type { Kind } from '../../elements/kind'
import { type UnknownMember, unknownMembers } from '../../elements/unknown-members'
import { viewOf } from '../../elements/view'
import { say, type Text, term } from '../../texts/text'

export interface Observation {
  readonly code: 'unknown-member' | 'wrong-type' | 'placeholder'
  /** JSON pointer into the spec. */
  readonly pointer: string
  readonly text: Text
}

/** Members that AWS does not know, values of a type it does not take, placeholders where a number belongs. */
export function observe(kind: Kind, spec: Spec): Observation[] {
  const { faults, unknown: open } = viewOf(kind, spec)
  return [
    ...unknownMembers(kind, spec).map(unknown),
    ...faults.map(({ pointer, expected, actual }) => ({
      code: 'wrong-type' as const,
      pointer,
      text: say`${nameOf(pointer, kind)} is ${actual}; AWS expects ${expected}. It is kept as it was written.`,
    })),
    ...[...open].map((pointer) => ({
      code: 'placeholder' as const,
      pointer,
      text: say`${nameOf(pointer, kind)} holds a placeholder in quotes; AWS expects another type there once it is filled in.`,
    })),
  ]
}

function unknown({ name, pointer, known }: UnknownMember): Observation {
  const meant = known.find((key) => key.toLowerCase() === name.toLowerCase())
  const hint = meant === undefined ? term('AWS does not know it here') : say`AWS spells it “${meant}”`
  return {
    code: 'unknown-member',
    pointer,
    text: say`${quote(name)} is kept as it was written, but ${hint}.`,
  }
}

function nameOf(pointer: string, kind: Kind): Text {
  const names = pointer.split('/').filter((name) => name !== '')
  const last = names.at(-1) ?? kind.label
  return /^\d+$/.test(last) ? say`Item ${toNumber(last) + 1} of “${names.at(-2) ?? ''}”` : quote(last)
}
