/** Exports task definitions as the input of `aws ecs register-task-definition --cli-input-json`. */
import type { Element, Spec } from '../design/design'
import { partShape } from '../elements/parts/imported-shape'
import { graphOf } from '../graph/graph'
import { inputOf, notesOnInput } from './api-input'
import { fileNames } from './file-names'
import { defineExport, type ExportFile, type ExportNote } from './format'
import { onEcs } from './on-ecs'

export const taskDefinitionExport = defineExport({
  id: 'task-definition',
  title: 'ECS task definition',
  category: 'containers',
  fileNames: '<family>.json',
  export: onEcs((design, losses) => {
    const graph = graphOf(design)
    const nameFor = fileNames()
    const files: ExportFile[] = []
    const notes: ExportNote[] = [...losses]
    for (const id of graph.byKind.get('task-definition') ?? []) {
      const element = design.elements[id]
      if (!element) continue
      const spec = inputOf(graph, element)
      const family = typeof spec.family === 'string' && spec.family !== '' ? spec.family : id
      const name = nameFor(family, '.json')
      const { content, prefix } = inImportedShape(element, spec)
      files.push({ name, content: `${JSON.stringify(content, null, 2)}\n` })
      notes.push(
        ...notesOnInput(graph, id, element, spec).map((note) => ({
          ...note,
          file: name,
          pointer: prefix(note.pointer),
        })),
      )
    }
    if (files.length === 0) notes.push({ code: 'nothing', text: 'The design has no task definition.' })
    return { files, notes }
  }),
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
