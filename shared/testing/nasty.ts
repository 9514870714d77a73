/** Designs of every kind in which foreign texts stand in every place that takes one. */
import { z } from 'zod'
import { type Design, type Element, emptyDesign } from '../design/design'
import { escapeText } from '../design/references'
import type { Kind } from '../elements/kind'
import { kinds } from '../elements/registry'
import { bare } from './fields'

/** A spec with a text in every field, list item and map of the kind's schema, and in a member that nobody knows. */
export function nastySpec(kind: Kind, next: () => string): Record<string, unknown> {
  return { ...(filled(kind.spec, next, 0) as object), unheardOf: next() }
}

/** Deeper than any schema that does not hold itself. */
const DEEPEST = 12

function filled(schema: z.ZodType, next: () => string, depth: number): unknown {
  const type = bare(schema)
  if (depth > DEEPEST) return undefined
  if (type instanceof z.ZodObject) {
    const members = Object.entries(type.shape as Readonly<Record<string, z.ZodType>>)
    const made = members.map(([name, field]) => [name, filled(field, next, depth + 1)] as const)
    return Object.fromEntries(made.filter(([, value]) => value !== undefined))
  }
  if (type instanceof z.ZodArray) return [filled(type.element as z.ZodType, next, depth + 1)]
  if (type instanceof z.ZodRecord) return { [next()]: next() }
  if (type instanceof z.ZodBoolean) return true
  if (type instanceof z.ZodNumber) return 1
  if (type instanceof z.ZodUnion) return filled(type.options[0] as z.ZodType, next, depth + 1)
  if (type instanceof z.ZodUnknown) return { [next()]: [next()] }
  return next()
}

/** One element of each kind and one of a kind that nobody knows; texts in turn from the list, beginning with `first`. */
export function nastyDesign(texts: readonly string[], first = 0): Design {
  let n = first
  const raw = () => texts[n++ % texts.length] as string
  // What looks like a reference in a foreign text is none.
  const next = () => escapeText(raw())
  const elements: [string, Element][] = kinds.map((kind) => [
    kind.kind,
    {
      kind: kind.kind,
      label: raw(),
      spec: nastySpec(kind, next),
      existing: { [raw()]: next() },
      unheardOf: raw(),
    },
  ])
  const unnamed: [string, Element][] = kinds.map(({ kind }) => [
    `${kind}-2`,
    { kind, label: raw(), spec: {} },
  ])
  const unknown: Element = { kind: raw() || 'x', label: raw(), spec: { [raw()]: next() } }
  const ids = [...elements.map(([id]) => id), ...unnamed.map(([id]) => id), 'unknown']
  const [service = '', task = ''] = ['service', 'task-definition']
  return {
    ...emptyDesign(raw()),
    region: raw(),
    elements: Object.fromEntries([...elements, ...unnamed, ['unknown', unknown]]),
    connections: {
      calls: { from: `${service}-2`, to: 'unknown', meaning: 'calls', label: raw() },
      odd: { from: `${task}-2`, to: 'unknown', meaning: raw() || 'x', label: raw() },
    },
    layout: Object.fromEntries(ids.map((id, i) => [id, { x: (i % 10) * 420, y: Math.floor(i / 10) * 420 }])),
    waivers: {
      w: {
        rule: raw() || 'x',
        element: 'service',
        reason: raw() || 'x',
        author: raw() || 'x',
        path: `/${raw()}`,
      },
    },
    threads: {
      t: {
        kind: raw() || 'x',
        pin: { element: 'service', named: raw(), pointer: `/${raw()}`, x: 8, y: 8 },
        comments: { c: { author: raw() || 'x', email: raw() || 'x', written: WHEN, text: raw() || 'x' } },
      },
      orphan: {
        kind: 'change-request',
        pin: { element: 'gone', named: raw() },
        comments: { c: { author: raw() || 'x', written: WHEN, edited: WHEN, text: raw() || 'x' } },
        resolved: { author: raw() || 'x', at: WHEN },
      },
    },
    approvals: {
      a: {
        author: raw() || 'x',
        email: raw() || 'x',
        at: WHEN,
        meaning: raw() || 'x',
        rules: raw(),
        comment: raw(),
        override: raw(),
        approved: raw(),
      },
    },
    unheardOf: { [raw()]: raw() },
  }
}

const WHEN = '2026-11-26T09:30:00.000Z'
