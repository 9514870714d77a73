/** Adding elements: from the palette, by a drop, by a fix. What a drop makes depends on where it lands. */
import { current } from 'immer'
import { freeId } from '../basics/slug'
import type { Design, Place } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { kindOf, knownKind } from '../elements/kinds'
import { lowered, say, type Text, term } from '../texts/text'
import { connect, link, nestingBetween, type Placement } from './connect'
import { type Graph, graphOf } from './graph'
import { placementIn, reparentIn } from './nesting-edits'
import { draftLayout, type NestingName, parentsIn } from './nestings'
import { addElement } from './new-element'

/** Something that can be dragged from the palette: a kind, or a container, which is a part of a task definition. */
export const CONTAINER = 'container'

export interface Landing {
  /** The frame or card that will hold the new element; undefined: the canvas itself. */
  readonly frame: string | undefined
  /** The kinds that will be made, in order: a task in a cluster comes with its definition. */
  readonly makes: readonly string[]
  /** Why the nearest frame was passed over, for the pointer. */
  readonly reason?: Text
}

/** Where an element of that kind goes when it is dropped over a frame: there, or in the nearest one around it that may hold it. */
export function landing(
  graph: Graph,
  kindName: string,
  over: string | undefined,
  nesting: NestingName = 'logical',
): Landing {
  let reason: Text | undefined
  const parents = parentsIn(graph, nesting)
  for (let frame = over; frame !== undefined; frame = parents.get(frame)) {
    const makes = madeIn(graph, kindName, frame)
    const fits: Placement = makes.ok
      ? makes.kind === CONTAINER
        ? { ok: true }
        : placementIn(nesting, graph, { id: '', kind: makes.kind }, frame)
      : makes
    if (makes.ok && fits.ok) return { frame, makes: makes.all, ...(reason === undefined ? {} : { reason }) }
    if (!fits.ok) reason ??= fits.reason
  }
  return { frame: undefined, makes: onCanvas(kindName), ...(reason === undefined ? {} : { reason }) }
}

/** A task without a cluster is only its mould; a container needs a task definition around it. */
function onCanvas(kindName: string): readonly string[] {
  return kindName === 'task' || kindName === CONTAINER ? ['task-definition'] : [kindName]
}

type Made =
  | { readonly ok: true; readonly kind: string; readonly all: readonly string[] }
  | { readonly ok: false; readonly reason: Text }

function madeIn(graph: Graph, kindName: string, frame: string): Made {
  const frameKind = graph.element(frame)?.kind
  if (kindName === CONTAINER && frameKind === 'task-definition')
    return { ok: true, kind: CONTAINER, all: [CONTAINER] }
  if (kindName === CONTAINER || kindName === 'task') {
    if (frameKind === 'service' || frameKind === 'task') {
      return { ok: true, kind: 'task-definition', all: ['task-definition'] }
    }
    if (frameKind === 'cluster') return { ok: true, kind: 'task', all: ['task', 'task-definition'] }
    if (kindName === CONTAINER) {
      const label = kindOf(frameKind ?? '')?.label ?? 'element'
      return {
        ok: false,
        reason: say`A container belongs to a task definition, not to this ${term(lowered(label))}.`,
      }
    }
  }
  return { ok: true, kind: kindName, all: onCanvas(kindName) }
}

/**
 * Drops a new element. `at` gives its place in the frame that `landing` chose. Returns the id of what should be
 * selected: the new element, or the task definition that got a container.
 */
export function drop(
  draft: DesignDraft,
  graph: Graph,
  kindName: string,
  over: string | undefined,
  at: (frame: string | undefined) => Place,
  nesting: NestingName = 'logical',
): string {
  const { frame, makes } = landing(graph, kindName, over, nesting)
  if (makes[0] === CONTAINER && frame !== undefined) {
    addContainer(draft, frame)
    return frame
  }
  let holder = frame
  let first: string | undefined
  for (const kind of makes) {
    const id = addElement(draft, kind)
    // Only what stands in a frame of the network is held otherwise there; its definition is in it in both nestings.
    if (nesting === 'network' && first === undefined) holdInNetwork(draft, id, holder)
    else hold(draft, id, holder)
    if (first === undefined) draftLayout(draft, nesting)[id] = at(frame)
    first ??= id
    holder = id
  }
  return first as string
}

/** Puts a fresh element into a frame that may hold it: by the relation that says so, else by `inside`. */
function hold(draft: DesignDraft, id: string, frame: string | undefined): void {
  const element = draft.elements[id]
  const holder = frame === undefined ? undefined : draft.elements[frame]
  if (frame === undefined || !element || !holder) return
  const nesting = nestingBetween(knownKind(element.kind), knownKind(holder.kind))
  if (!nesting) element.inside = frame
  else if (nesting.holder === 'child') connect(draft, link(id, frame, nesting.relation))
  else connect(draft, link(frame, id, nesting.relation))
}

function holdInNetwork(draft: DesignDraft, id: string, frame: string | undefined): void {
  reparentIn('network', draft, graphOf(current(draft) as Design), id, frame)
}

/** Adds a container with a name of its own to a task definition. */
export function addContainer(draft: DesignDraft, taskDefinition: string): void {
  const spec = draft.elements[taskDefinition]?.spec
  if (!spec) return
  const containers = Array.isArray(spec.containerDefinitions) ? spec.containerDefinitions : []
  const names = new Set(containers.map((container) => container?.name))
  const name = freeId('container', (taken) => names.has(taken))
  spec.containerDefinitions = [...containers, { name, essential: true }]
}
