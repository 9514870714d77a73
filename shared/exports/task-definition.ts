/** Exports task definitions as the input of `aws ecs register-task-definition --cli-input-json`. */
import { quote } from '../basics/quote'
import type { Element, Spec } from '../design/design'
import { mapStrings, type PlacedReference, referencesIn, referencesOf } from '../design/references'
import { identifierOf, kindOf, labelOf } from '../elements/kinds'
import { partShape } from '../elements/parts/imported-shape'
import { type Graph, graphOf, placeholder, resolved } from '../graph/graph'
import { say, term } from '../texts/text'
import { fileNames } from './file-names'
import { defineExport, type ExportFile, type ExportNote } from './format'

export const taskDefinitionExport = defineExport({
  id: 'task-definition',
  title: 'ECS task definition',
  category: 'containers',
  fileNames: '<family>.json',
  export: (design) => {
    const graph = graphOf(design)
    const nameFor = fileNames()
    const files: ExportFile[] = []
    const notes: ExportNote[] = []
    for (const id of graph.byKind.get('task-definition') ?? []) {
      const element = design.elements[id]
      if (!element) continue
      const spec = mapStrings(element.spec, (text) => resolved(graph, text))
      const family = typeof spec.family === 'string' && spec.family !== '' ? spec.family : id
      const name = nameFor(family, '.json')
      const { content, prefix } = inImportedShape(element, spec)
      files.push({ name, content: `${JSON.stringify(content, null, 2)}\n` })
      notes.push(
        ...notesOn(graph, id, element, spec).map((note) => ({
          ...note,
          file: name,
          pointer: prefix(note.pointer),
        })),
      )
    }
    if (files.length === 0) notes.push({ code: 'nothing', text: 'The design has no task definition.' })
    return { files, notes }
  },
})

interface Shaped {
  readonly content: unknown
  /** Turns a pointer into the spec into one into the file. */
  readonly prefix: (pointer: string) => string
}

/** What came as a bare list of containers goes out as one, as long as nothing else has been added to it. */
function inImportedShape(element: Element, spec: Spec): Shaped {
  const containers = spec.containerDefinitions
  const shape = Array.isArray(containers) ? partShape(element) : undefined
  if (shape === 'containers') {
    return { content: containers, prefix: (pointer) => pointer.replace(/^\/containerDefinitions/, '') }
  }
  if (shape === 'container' && Array.isArray(containers)) {
    return { content: containers[0], prefix: (pointer) => pointer.replace(/^\/containerDefinitions\/0/, '') }
  }
  return { content: spec, prefix: (pointer) => pointer }
}

type PlacedNote = ExportNote & { readonly pointer: string }

function notesOn(graph: Graph, id: string, element: Element, spec: Spec): PlacedNote[] {
  const open = referencesOf(element.spec).flatMap((reference) => openReference(graph.design, reference) ?? [])
  const nulls = nullsIn(spec, '').map((pointer) => ({
    code: 'null',
    pointer,
    text: 'This member is null, as it was imported; the AWS CLI refuses null, so delete it before registering.',
  }))
  return [...open, ...nulls].map((note) => ({ ...note, element: id }))
}

/** What somebody has to fill in by hand: an identifier that only AWS can know, or that no element has. */
function openReference(design: Graph['design'], reference: PlacedReference): PlacedNote | undefined {
  const { id, attribute, pointer } = reference
  const target = Object.hasOwn(design.elements, id) ? design.elements[id] : undefined
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
  return Object.entries(value as object).flatMap(([key, item]) =>
    nullsIn(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}
