/** Elements as the input of AWS's own call, as the AWS CLI takes it: one file each. */
import { toPointer } from '../basics/json'
import { own } from '../basics/own'
import { quote } from '../basics/quote'
import type { Design, Element, Spec } from '../design/design'
import { mapStrings, type PlacedReference, referencesIn, referencesOf } from '../design/references'
import { identifierOf, kindOf, labelOf, writtenName } from '../elements/kinds'
import { type Graph, graphOf, placeholder, resolved } from '../graph/graph'
import { say, term } from '../texts/text'
import { fileNames } from './file-names'
import type { Exported, ExportFile, ExportNote } from './format'

export type PlacedNote = ExportNote & { readonly pointer: string }

/** The spec as AWS gets it: references are identifiers, or visible placeholders where only AWS will know them. */
export function inputOf(graph: Graph, { spec }: Element): Spec {
  return mapStrings(spec, (text) => resolved(graph, text))
}

/** What is still to be filled in by hand, and what the AWS CLI would not take. */
export function notesOnInput(graph: Graph, id: string, element: Element, input: Spec): readonly PlacedNote[] {
  const open = referencesOf(element.spec).flatMap((reference) => openReference(graph.design, reference) ?? [])
  const nulls = nullsIn(input, '').map((pointer) => ({
    code: 'null',
    pointer,
    text: 'This member is null, as it was imported; the AWS CLI refuses null, so delete it before registering.',
  }))
  return [...open, ...nulls].map((note) => ({ ...note, element: id }))
}

/** One file for each element of a kind, called like the element; those that only stand for what exists have none. */
export function filesOfKind(design: Design, kind: string, nothing: ExportNote['text']): Exported {
  const graph = graphOf(design)
  const nameFor = fileNames()
  const files: ExportFile[] = []
  const notes: ExportNote[] = []
  for (const id of graph.byKind.get(kind) ?? []) {
    const element = design.elements[id]
    // What the files only named has nothing to configure.
    if (!element || (element.existing && Object.keys(element.spec).length <= 1)) continue
    const input = inputOf(graph, element)
    const file = nameFor(resolved(graph, writtenName(element) ?? id), '.json')
    files.push({ name: file, content: `${JSON.stringify(input, null, 2)}\n` })
    notes.push(...notesOnInput(graph, id, element, input).map((note) => ({ ...note, file })))
  }
  if (files.length === 0) notes.push({ code: 'nothing', text: nothing })
  return { files, notes }
}

/** What somebody has to fill in by hand: an identifier that only AWS can know, or that no element has. */
function openReference(design: Graph['design'], reference: PlacedReference): PlacedNote | undefined {
  const { id, attribute, pointer } = reference
  const target = own(design.elements, id)
  const written = placeholder(reference)
  if (!target) {
    const text = say`${quote(written)} must be filled in: the design has no element “${id}”.`
    return { code: 'dangling', pointer, text }
  }
  const identifier = identifierOf(target, attribute, design)
  if (identifier !== undefined && referencesIn(identifier).length === 0) return undefined
  const kind = kindOf(target.kind)
  const name = attribute ?? Object.keys(kind?.attributes ?? {})[0]
  const label = (name !== undefined && kind?.attributes[name]?.label) || name || 'identifier'
  const text = say`${quote(written)} must be filled in: the ${term(label)} of ${labelOf(target.kind)} “${id}” is known once it exists.`
  return { code: 'placeholder', pointer, text }
}

function nullsIn(value: unknown, pointer: string): string[] {
  if (value === null) return [pointer]
  if (typeof value !== 'object') return []
  return Object.entries(value as object).flatMap(([key, item]) => nullsIn(item, pointer + toPointer([key])))
}
