/** Elements that came, went, mean something else or are drawn elsewhere. */
import { own } from '../../basics/own'
import type { Design, Element } from '../../design/design'
import { graphOf, nameOf } from '../../graph/graph'
import type { NestingName } from '../../graph/nestings'
import { frameOf } from '../remarks'
import { changedFields, type FieldChange } from './fields'

export interface ElementChange {
  /** Of the element in `after`; of a removed one in the renamed `before`, where no element of `after` has it. */
  readonly id: string
  readonly kind: string
  /** As people see it; of a renamed element the new one. */
  readonly name: string
  /** `moved`: it means the same and is only drawn otherwise: elsewhere, larger, in front, locked, in another frame. */
  readonly status: 'added' | 'removed' | 'changed' | 'moved'
  /** What means something else; pointers are into the element (`/spec/cpu`). Empty where it came, went or only moved. */
  readonly fields: readonly FieldChange[]
  /** How it is drawn: `/layout/x`, `/networkLayout/width`. What changed may have moved, too. */
  readonly moves: readonly FieldChange[]
}

/** In the order of the new design, removed ones behind. */
export function elementChanges(before: Design, after: Design): readonly ElementChange[] {
  const ids = new Set([...Object.keys(after.elements), ...Object.keys(before.elements)])
  return [...ids].flatMap((id) => elementChange(id, before, after) ?? [])
}

function elementChange(id: string, before: Design, after: Design): ElementChange | undefined {
  const was = own(before.elements, id)
  const is = own(after.elements, id)
  const about = (design: Design, { kind }: Element) => ({ id, kind, name: nameOf(graphOf(design), id) })
  if (!is) return was && { ...about(before, was), status: 'removed', fields: [], moves: [] }
  if (!was) return { ...about(after, is), status: 'added', fields: [], moves: [] }
  const isSame = was === is && is.inside === undefined
  const fields = isSame ? [] : changedFields(meaningIn(before, was), meaningIn(after, is))
  const drawn = isSame ? [] : changedFields(drawnIn(before, was), drawnIn(after, is))
  const moves = [...drawn, ...placeChanges(id, before, after)]
  if (fields.length === 0 && moves.length === 0) return undefined
  return { ...about(after, is), status: fields.length > 0 ? 'changed' : 'moved', fields, moves }
}

/** Without what is only drawn. */
function meaningIn(design: Design, element: Element): object {
  const { locked: _, inside: __, ...meaning } = element
  const inside = frameOf(design, element)
  return inside === undefined ? meaning : { ...meaning, inside }
}

/** Locked, and in a frame that means nothing. */
function drawnIn(design: Design, element: Element): object {
  const { locked, inside } = element
  return {
    ...(locked === true && { locked }),
    ...(inside !== frameOf(design, element) && { inside }),
  }
}

/** Both nestings have places of their own. In one that only one side was ever drawn in, nothing moved. */
function placeChanges(id: string, before: Design, after: Design): readonly FieldChange[] {
  return nestings.flatMap((nesting) => {
    const [was, is] = [before[nesting], after[nesting]]
    return was && is ? changedFields(own(was, id) ?? {}, own(is, id) ?? {}, [nesting]) : []
  })
}

const nestings = ['layout', 'networkLayout'] as const

/** Is it marked in a drawing of that nesting? What only has another place in the other one is as it was here. */
export function marksIn(nesting: NestingName): (change: ElementChange) => boolean {
  const elsewhere = nesting === 'network' ? '/layout/' : '/networkLayout/'
  return ({ status, moves }) =>
    status !== 'moved' || moves.some(({ pointer }) => !pointer.startsWith(elsewhere))
}
