/** What speaks to readers of the drawing only: it means nothing to AWS, nor to those who run the design. */
import type { Design, Element } from '../design/design'

type Drawing = Pick<Design, 'elements'>

const REMARKS: ReadonlySet<string> = new Set(['note', 'frame'])

/** Is that element a remark? */
export function isRemark({ elements }: Drawing, id: string): boolean {
  return Object.hasOwn(elements, id) && REMARKS.has(elements[id]?.kind ?? '')
}

/** Does a line between these two mean something? One to what is not there is not drawn, either. */
export function isMeant(design: Drawing, ...ends: readonly string[]): boolean {
  return ends.every((id) => Object.hasOwn(design.elements, id) && !isRemark(design, id))
}

/** What an element is drawn in, as far as that means something: frames are passed over, and what is not there is nothing. */
export function frameOf(design: Drawing, element: Element): string | undefined {
  const seen = new Set<string>()
  let { inside } = element
  while (inside !== undefined && isRemark(design, inside) && !seen.has(inside)) {
    seen.add(inside)
    inside = design.elements[inside]?.inside
  }
  return inside === undefined || seen.has(inside) || !Object.hasOwn(design.elements, inside)
    ? undefined
    : inside
}
