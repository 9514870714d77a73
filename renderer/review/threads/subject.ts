/** What a thread is about, in words. */
import { isolated, visible } from '../../../shared/basics/characters'
import { fromPointer, isObject, toPointer, valueAt } from '../../../shared/basics/json'
import type { Design, Pin } from '../../../shared/design/design'
import { graphOf, nameOf } from '../../../shared/graph/graph'
import { t } from '../../strings/strings'

/** `orders-api`, `orders · api · image`, `the canvas`; of an element that is gone the name that it had. */
export function subjectOf(design: Design, { element, named, pointer, width }: Pin): string {
  if (element === undefined) return t(width === undefined ? 'threads.subjectCanvas' : 'threads.subjectRegion')
  const there = Object.hasOwn(design.elements, element)
  const name = there ? nameOf(graphOf(design), element) : isolated(visible(named ?? element))
  const field = pointer === undefined ? '' : fieldOf(design.elements[element]?.spec, pointer)
  return field === '' ? name : t('threads.subjectField', { name, field })
}

/** A place in a spec by the names that people know: the container's own in place of its number. */
function fieldOf(spec: unknown, pointer: string): string {
  const keys = fromPointer(pointer)
  const words: string[] = []
  keys.forEach((key, index) => {
    const part = valueAt(spec, toPointer(keys.slice(0, index + 1)))
    const name = isObject(part) && typeof part.name === 'string' ? part.name : undefined
    // The list that it is in goes without saying.
    if (name !== undefined && /^\d+$/.test(key)) words.splice(0, words.length, name)
    else words.push(key)
  })
  return isolated(visible(words.join(' · ')))
}
