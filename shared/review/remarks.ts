/** What speaks to readers of the drawing only: it means nothing to AWS, nor to those who run the design. */
import type { Design, Element } from '../design/design'

type Drawing = Pick<Design, 'elements'>

const REMARKS: ReadonlySet<string> = new Set(['note', 'frame'])

/** Is that element a remark? */
export function isRemark({ elements }: Drawing, id: string): boolean {
  return Object.hasOwn(elements, id) && REMARKS.has(elements[id]?.kind ?? '')
}

/** What an element is drawn in, as far as that means something: the frames of remarks are passed over. */
export function frameOf(design: Drawing, element: Element): string | undefined {
  const seen = new Set<string>()
  let { inside } = element
  while (inside !== undefined && isRemark(design, inside) && !seen.has(inside)) {
    seen.add(inside)
    inside = design.elements[inside]?.inside
  }
  return inside !== undefined && seen.has(inside) ? undefined : inside
}
