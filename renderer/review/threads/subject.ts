/** What a thread is about, in words. */
import { isolated, visible } from '../../../shared/basics/characters'
import { own } from '../../../shared/basics/own'
import type { Design, Pin } from '../../../shared/design/design'
import { readable } from '../../../shared/figures/figure-of'
import { graphOf, nameOf } from '../../../shared/graph/graph'
import { itemName } from '../../../shared/review/compare/field-place'
import { keptSteps } from '../../../shared/review/pin-pointer'
import { t } from '../../strings/strings'

/** `orders-api`, `orders · api · image`, `the canvas`; of an element or a part of it that is gone the name that it had. */
export function subjectOf(design: Design, { element, named, pointer, width }: Pin): string {
  if (element === undefined) return t(width === undefined ? 'threads.subjectCanvas' : 'threads.subjectRegion')
  const there = Object.hasOwn(design.elements, element)
  const name = there ? nameOf(graphOf(design), element) : isolated(visible(named ?? element))
  const field = pointer === undefined ? '' : fieldOf(design, element, pointer)
  return field === '' ? name : t('threads.subjectField', { name, field })
}

/** A place in a spec by the names that people know: the container's own in place of its number. */
function fieldOf(design: Design, element: string, pointer: string): string {
  const spec = own(design.elements, element)?.spec
  const words: string[] = []
  for (const { key, isItem } of keptSteps(spec, pointer)) {
    // The list that what has a name is in goes without saying.
    if (isItem && key.startsWith('name=')) words.pop()
    words.push(isItem ? readable(graphOf(design), itemName(key)) : key)
  }
  return isolated(visible(words.join(' · ')))
}
