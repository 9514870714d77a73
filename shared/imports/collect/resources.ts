/**
 * Adds what the files configure in AWS's own shape: the JSON stays what it is, except that texts which name another
 * resource become references to elements that know the written text as their identifier.
 */
import { toPointer, valueAt } from '../../basics/json'
import { masked } from '../../basics/masked'
import { quote } from '../../basics/quote'
import type { Element, Spec } from '../../design/design'
import { escapeText, mapStrings } from '../../design/references'
import { kindOf, labelOf } from '../../elements/kinds'
import { isPlaceholder } from '../../elements/parts/placeholders'
import { say, type Text } from '../../texts/text'
import { type Origin, placeInFile } from '../report'
import { type Collector, type Definition, define, note, reference } from './collector'
import { isFargateProvider } from './named-ecs'
import { observe } from './observations'
import { readerAt } from './places'

export interface Configured extends Omit<Definition, 'element'> {
  readonly kind: string
  /** Input of AWS's API, as the file has it. */
  readonly body: Spec
  readonly origin: Origin
  /** Everything of the element but its kind and spec. */
  readonly rest?: Partial<Element>
  /** What became of it, as a sentence; absent: that it became an element. */
  readonly said?: Text
}

/** Adds such a resource with all that it names, and says what deserves a look. */
export function addConfigured(collector: Collector, configured: Configured): string {
  const { kind, called, body, origin, rest = {}, identities } = configured
  const definition = { called, ...(identities ? { identities } : {}), element: { ...rest, kind, spec: {} } }
  const id = define(collector, definition, origin)
  const said = configured.said ?? say`${labelOf(kind)} ${quote(called)} became an element.`
  note(collector, 'mapped', kind, origin, said, id)
  const spec = withReferences(collector, kind, body, id, origin)
  collector.elements[id] = { ...rest, kind, spec }
  noteOddities(collector, id, origin)
  return id
}

/** A spec whose texts are references wherever they name a resource, and escaped everywhere else. */
export function withReferences(
  collector: Collector,
  kind: string,
  body: Spec,
  id: string,
  origin: Origin,
): Spec {
  const { file } = origin
  return mapStrings(body, (text, path) => {
    const place = toPointer(path)
    const reader = text === '' ? undefined : readerAt(kind, place)
    if (!reader) return escapeText(text)
    const sibling = (name: string) => valueAt(body, toPointer([...path.slice(0, -1), name]))
    const resource = reader(text, sibling)
    if (isFargateProvider(text)) return text
    const pointer = placeInFile(origin, place)
    if (resource) return reference(collector, resource, { file, pointer })
    const said = say`${quote(text)} stays text, because it does not tell which resource it names.`
    // Where the name of a secret belongs, some have written the secret; a placeholder is none.
    const what = isPlaceholder(text) ? said : masked({ pointer: place, what: said, mend: '' }).what
    note(collector, 'kept', 'unresolved-name', { file, pointer }, what, id)
    return escapeText(text)
  })
}

/** Says what AWS would not take in an element's spec as it was written. */
export function noteOddities(collector: Collector, id: string, origin: Origin): void {
  const element = collector.elements[id]
  const kind = element && kindOf(element.kind)
  if (!element || !kind) return
  for (const { code, pointer, text } of observe(kind, element.spec)) {
    note(collector, 'kept', code, { file: origin.file, pointer: placeInFile(origin, pointer) }, text, id)
  }
}
