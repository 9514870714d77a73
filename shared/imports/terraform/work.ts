/** What an import of Terraform's works on: resources become elements, or parts of them, with marks where references go. */

import type { Body } from '../../aws/terraform/translate'
import { toText } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import { escapeText, mapStrings, refer } from '../../design/references'
import type { Text } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import type { NoteKind } from '../report'
import { withoutKeys } from './json'
import { attributeFor, typeOf } from './kinds'
import type { TerraformResource } from './resource'
import type { Open, Tokens } from './tokens'

export interface Work {
  readonly collector: Collector
  readonly tokens: Tokens
  readonly resources: readonly TerraformResource[]
  /** The element that a resource is, by its address with and without keys. */
  readonly elements: Map<string, string>
  /** Where a part stands: the element, and a place in its spec. */
  readonly parts: Map<string, { readonly id: string; readonly at: string }>
  readonly byAddress: ReadonlyMap<string, TerraformResource>
  /** Specs that are being put together, with marks in them. */
  readonly specs: Map<string, Body>
  readonly typeOfElement: Map<string, string>
  /** Of a state: the element that AWS knows by an identifier, and by which attribute. */
  readonly identified: Map<string, Identified>
}

export interface Identified {
  readonly id: string
  readonly type: string
  readonly attribute: string
}

/** The work on resources of one module, plan or state. */
export function newWork(collector: Collector, tokens: Tokens, resources: readonly TerraformResource[]): Work {
  const byAddress = new Map<string, TerraformResource>()
  for (const resource of resources) {
    byAddress.set(resource.address, resource)
    const bare = withoutKeys(resource.address)
    if (!byAddress.has(bare)) byAddress.set(bare, resource)
  }
  return {
    ...{ collector, tokens, resources, byAddress },
    elements: new Map(),
    parts: new Map(),
    specs: new Map(),
    typeOfElement: new Map(),
    identified: new Map(),
  }
}

/** Remembers which element a resource is. */
export function putElement(work: Work, resource: TerraformResource, id: string): void {
  for (const address of [resource.address, withoutKeys(resource.address)]) {
    if (!work.elements.has(address)) work.elements.set(address, id)
  }
  work.typeOfElement.set(id, typeOf(resource))
}

/** Remembers where a resource that is a part stands. */
export function putPart(work: Work, resource: TerraformResource, id: string, at: string): void {
  for (const address of [resource.address, withoutKeys(resource.address)]) {
    if (!work.parts.has(address)) work.parts.set(address, { id, at })
  }
}

/** The element that an argument's value names. */
export function elementNamed(work: Work, value: unknown): string | undefined {
  const first = Array.isArray(value) && value.length === 1 ? value[0] : value
  const open = work.tokens.only(first)
  if (open?.address !== undefined) return work.elements.get(open.address)
  return typeof first === 'string' ? work.identified.get(first)?.id : undefined
}

/** The part that an argument's value names. */
export function partNamed(
  work: Work,
  value: unknown,
): { readonly id: string; readonly at: string } | undefined {
  const open = work.tokens.only(value)
  if (open?.address !== undefined) return work.parts.get(open.address)
  if (typeof value !== 'string') return undefined
  const resource = work.resources.find(
    ({ identifiers = {} }) => identifiers.arn === value || identifiers.id === value,
  )
  return resource && work.parts.get(resource.address)
}

/** Adds an item to a list of an element's spec; answers its place. */
export function pushTo(work: Work, id: string, at: string, item: unknown): string {
  const cut = at.lastIndexOf('/')
  const holder = valueAt(work.specs.get(id) ?? {}, at.slice(0, cut))
  if (!isObject(holder)) return at
  const name = at.slice(cut + 1)
  const list = (holder as Body)[name]
  const items = Array.isArray(list) ? list : []
  items.push(item)
  ;(holder as Body)[name] = items
  return `${at}/${items.length - 1}`
}

/** Sets members of an element's spec. */
export function setIn(work: Work, id: string, members: Body): void {
  work.specs.set(id, { ...work.specs.get(id), ...members })
}

/** Says what became of a place in a resource. */
export function report(
  work: Work,
  kind: NoteKind,
  code: string,
  { file, pointer }: Pick<TerraformResource, 'file' | 'pointer'>,
  text: Text,
  element?: string,
): void {
  note(work.collector, kind, code, { file, pointer }, text, element)
}

/** A tree with references of the design in place of marks; `keep` hears of what stays as it was written. */
export function resolved<T>(
  work: Work,
  tree: T,
  keep: (open: Open, path: readonly (string | number)[]) => void,
  plain: (text: string, path: readonly (string | number)[]) => string = escapeText,
): T {
  const { tokens, identified } = work
  return mapStrings(tree, (text, path) => {
    const known = identified.get(text)
    if (known)
      return (
        referenceTo(known.id, attributeFor(known.type, kindOf(work, known.id), known.attribute)) ??
        escapeText(text)
      )
    if (!tokens.isIn(text)) return plain(text, path)
    return tokens.resolve(
      text,
      (open) => {
        const reference = referenceFor(work, open)
        if (reference === undefined) keep(open, path)
        return reference ?? escapeText(open.written)
      },
      escapeText,
    )
  })
}

function referenceFor(work: Work, { address, path }: Open): string | undefined {
  const id = address === undefined ? undefined : work.elements.get(address)
  if (id === undefined) return undefined
  const [attribute = 'id', ...more] = path ?? []
  const type = work.typeOfElement.get(id) ?? ''
  return more.length > 0
    ? undefined
    : referenceTo(id, attributeFor(type, kindOf(work, id), toText(attribute)))
}

function referenceTo(id: string, attribute: string | undefined): string | undefined {
  if (attribute === undefined) return undefined
  return attribute === 'default' ? refer(id) : refer(id, attribute)
}

function kindOf({ collector }: Work, id: string): string {
  return collector.elements[id]?.kind ?? ''
}
