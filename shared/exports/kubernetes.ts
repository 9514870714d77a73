/** Exports manifests: the objects of Kubernetes in the design, and ECS services and tasks as the workloads that they would be. */
import { push } from '../basics/push'
import { quote } from '../basics/quote'
import { convertedAll } from '../convert/converted'
import type { Design, Element } from '../design/design'
import { mapStrings, referencesOf } from '../design/references'
import { displayName, identifierOf, kindOf, labelOf } from '../elements/kinds'
import { type Graph, graphOf, placeholder, resolved, resolveReference } from '../graph/graph'
import { english, inWords, say, type Text, term } from '../texts/text'
import { fileNames } from './file-names'
import { defineExport, type ExportNote } from './format'
import { inApplyOrder } from './kubernetes/apply-order'
import { commentText, manifestText } from './kubernetes/manifest-text'
import { ofDrawn } from './on-ecs'

export const kubernetesExport = defineExport({
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  category: 'containers',
  fileNames: '<design>.yaml',
  export: (design) => {
    const { design: whole, converted, origins, notes: losses } = convertedAll(design)
    const graph = graphOf(whole)
    const file = fileNames()(design.name, '.yaml')
    const objects = Object.entries(whole.elements).flatMap(([id, element]) => writtenOf(graph, id, element))
    if (objects.length === 0) {
      const text = 'The design has nothing that Kubernetes could run: no workload, service or task.'
      return { files: [], notes: [{ code: 'nothing', text }] }
    }
    const ordered = inApplyOrder(objects, ({ manifest }) => manifest)
    const unsaid = [...losses, ...unmapped(design, graph, converted)]
    const open = ordered.flatMap(({ id }) => openReferences(graph, id)).map((note) => ofDrawn(note, origins))
    const notes = [...open, ...unsaid].map((note) => ({ ...note, file }))
    const content = [headOf(design, open, unsaid), ...ordered.map(({ manifest }) => manifestText(manifest))]
    return { files: [{ name: file, content: content.join('---\n') }], notes }
  },
})

interface Written {
  readonly id: string
  readonly manifest: Readonly<Record<string, unknown>>
}

/** An element that is written; a secret never is, nor is what the cluster has already. */
function writtenOf(graph: Graph, id: string, element: Element): readonly Written[] {
  if (!element.kind.startsWith('kubernetes-') || !kindOf(element.kind)) return []
  if (element.kind === 'kubernetes-secret' || isThere(element) || !isManifest(element.spec)) return []
  return [{ id, manifest: mapStrings(element.spec, (text) => resolved(graph, text)) }]
}

function isManifest({ apiVersion, kind }: Element['spec']): boolean {
  return typeof apiVersion === 'string' && typeof kind === 'string' && apiVersion !== '' && kind !== ''
}

function isThere({ kind, existing }: Element): boolean {
  return kind === 'kubernetes-namespace' && existing !== undefined && Object.keys(existing).length > 0
}

/** What is in the design and not in the file, in the order of the design. */
function unmapped(design: Design, graph: Graph, converted: ReadonlySet<string>): readonly ExportNote[] {
  const notes = Object.entries(design.elements).flatMap(([id, element]): ExportNote[] => {
    const text = converted.has(id) ? undefined : whyNot(graph, id, element)
    return text === undefined ? [] : [{ code: codeOf(element), text, element: id }]
  })
  if (Object.keys(design.connections).length > 0) {
    const text = 'Lines that no specification holds, such as calls and traffic, are not in the manifests.'
    notes.push({ code: 'not-mapped', text })
  }
  return notes
}

/** Elements that Kubernetes has nothing to do with come as one line for each kind: there are many subnets. */
function codeOf({ kind }: Element): string {
  return kind.startsWith('kubernetes-') ? 'not-mapped' : ELSEWHERE
}

const ELSEWHERE = 'made-elsewhere'

function whyNot(graph: Graph, id: string, element: Element): Text | undefined {
  const name = quote(displayName(id, element))
  if (element.kind === 'kubernetes-secret') {
    const keys = Object.keys((element.spec.data as object | undefined) ?? {})
    if (keys.length === 0)
      return say`Secret ${name} is not written: the design holds no values of secrets. Create it in the cluster.`
    return say`Secret ${name} is not written: the design holds no values of secrets. Create it in the cluster, with ${inWords(
      keys.map((key) => quote(key)),
      'and',
    )}.`
  }
  if (isThere(element)) return undefined
  if (kindOf(element.kind) && element.kind.startsWith('kubernetes-')) {
    if (isManifest(element.spec)) return undefined
    return say`${labelOf(element.kind)} ${name} is left out: it lacks its API version or its kind.`
  }
  if (element.kind === 'note' || element.kind === 'frame')
    return say`${labelOf(element.kind)} ${name} is a part of the drawing only.`
  const used = (graph.incoming.get(id) ?? []).some(({ from }) =>
    graph.element(from)?.kind.startsWith('kubernetes-'),
  )
  if (used) return say`${labelOf(element.kind)} ${name} is named here, and made in AWS.`
  return say`${labelOf(element.kind)} ${name} is no object of Kubernetes; it is made in AWS.`
}

/** What somebody has to fill in by hand: what only AWS can know, or what no element has. */
function openReferences(graph: Graph, id: string): readonly ExportNote[] {
  const seen = new Set<string>()
  return referencesOf(graph.element(id)?.spec ?? {}).flatMap((reference): ExportNote[] => {
    const written = placeholder(reference)
    if (seen.has(written) || resolveReference(graph, reference) !== undefined) return []
    seen.add(written)
    const target = graph.element(reference.id)
    if (!target) {
      const text = say`${quote(written)} must be filled in: the design has no element “${reference.id}”.`
      return [{ code: 'dangling', text, element: id }]
    }
    if (identifierOf(target, reference.attribute, graph.design) !== undefined) return []
    const kind = kindOf(target.kind)
    const attribute = reference.attribute ?? Object.keys(kind?.attributes ?? {})[0]
    const label = (attribute !== undefined && kind?.attributes[attribute]?.label) || attribute || 'identifier'
    const text = say`${quote(written)} must be filled in: the ${term(label)} of ${labelOf(target.kind)} “${reference.id}” is known once it exists.`
    return [{ code: 'placeholder', text, element: id }]
  })
}

/** The file begins with what it can’t say, since it is read and kept without the app. */
function headOf(design: Design, open: readonly ExportNote[], unsaid: readonly ExportNote[]): string {
  const lines = [
    `${quote(design.name)}. Written by Fairlead from the design; change the design, not this file.`,
  ]
  const told = unsaid.filter(({ code }) => code !== ELSEWHERE)
  const parts = [
    ['To be filled in:', open.map(({ text }) => english(text))],
    ['Not mapped:', told.map(({ text }) => english(text))],
    ['In the design, and no objects of Kubernetes:', elsewhere(design, unsaid)],
  ] as const
  for (const [heading, items] of parts) {
    if (items.length > 0) lines.push('', heading, ...new Set(items.map((item) => `- ${item}`)))
  }
  return `${commentText(lines)}\n`
}

function elsewhere({ elements }: Design, notes: readonly ExportNote[]): readonly string[] {
  const names = new Map<string, string[]>()
  for (const { code, element: id } of notes) {
    const element = id === undefined ? undefined : elements[id]
    if (code === ELSEWHERE && id !== undefined && element)
      push(names, english(labelOf(element.kind)), quote(displayName(id, element)))
  }
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, list]) => `${kind}: ${list.join(', ')}`)
}
