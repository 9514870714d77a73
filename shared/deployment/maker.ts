/** The contract of a maker: an element of some kind becomes calls. */
import { slug } from '../basics/slug'
import type { Element } from '../design/design'
import type { MutableSpec } from '../elements/kind'
import { kindOf } from '../elements/kinds'
import { type Graph, nameOf } from '../graph/graph'
import { say, type Text } from '../texts/text'
import type { DeploymentNote, Resource } from './deployment'
import type { Inputs } from './inputs'
import type { ResourceType } from './resource-types'
import type { Specs } from './specs'

/** A call while it is being put together. */
export interface Draft extends Resource {
  readonly after: string[]
}

export interface Making {
  readonly graph: Graph
  readonly id: string
  readonly element: Element
  /** The name people see. */
  readonly name: string
  /** The spec in a deployment's words, with every name that AWS asks for. May be changed. */
  readonly spec: MutableSpec
  readonly specs: Specs
  readonly inputs: Inputs
  /** Is the element made by a call, and not there already? */
  readonly isMade: (id: string) => boolean
  /** Adds the element's own call, or that of a part of it; answers the id of the resource. */
  readonly add: (type: ResourceType, input: MutableSpec, part?: string, after?: readonly string[]) => string
  readonly note: (code: DeploymentNote['code'], text: Text, pointer?: string) => void
}

export type Maker = (making: Making) => void

/** What all makings of one deployment share. */
export interface Workshop {
  readonly graph: Graph
  readonly specs: Specs
  readonly inputs: Inputs
  readonly isMade: (id: string) => boolean
  readonly drafts: Map<string, Draft>
  readonly notes: DeploymentNote[]
}

/** Runs a maker for an element. */
export function make(workshop: Workshop, id: string, element: Element, maker: Maker): void {
  const { graph, specs, inputs, isMade, drafts, notes } = workshop
  const spec = specs.of(id) as MutableSpec
  const note: Making['note'] = (code, text, pointer) =>
    notes.push({ code, element: id, text, ...(pointer === undefined ? {} : { pointer }) })
  nameIt(id, element, spec, note)
  maker({
    ...{ graph, id, element, spec, specs, inputs, isMade, note },
    name: nameOf(graph, id),
    add: (type, input, part, after = []) => {
      const wanted = part === undefined ? id : `${id}/${slug(part, 'part')}`
      let free = wanted
      for (let n = 2; drafts.has(free); n++) free = `${wanted}-${n}`
      drafts.set(free, { id: free, element: id, type, input, after: [...after] })
      return free
    },
  })
}

/** AWS asks for a name; one that was not given follows from the id. */
function nameIt(id: string, element: Element, spec: MutableSpec, note: Making['note']): void {
  const member = kindOf(element.kind)?.name?.slice(1)
  if (member === undefined || member.includes('/') || (spec[member] ?? '') !== '') return
  spec[member] = id
  note('added', say`It has no ${member}, so it is called “${id}”.`, `/${member}`)
}

/** The object without some of its members. */
export function without(spec: MutableSpec, ...members: readonly string[]): MutableSpec {
  return Object.fromEntries(Object.entries(spec).filter(([member]) => !members.includes(member)))
}

/** The texts of a list; none where it is something else. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '') : []
}
