/**
 * A spec as its kind's schema sees it. Rules and figures read the view: members of the wrong shape are left out of it
 * and reported once, so nothing downstream has to be afraid of what a file really holds.
 */
import type { z } from 'zod'
import { isIntrinsic } from '../aws/cloudformation/intrinsics'
import { toText } from '../basics/convert'
import { type Json, removeAt, setAt, toPointer, valueAt } from '../basics/json'
import { memo } from '../basics/memo'
import { conformanceTo } from './conforms'
import type { Kind } from './kind'

export interface Fault {
  /** JSON pointer of the member with the wrong shape. */
  readonly pointer: string
  readonly expected: string
  readonly actual: string
}

export interface View<Spec> {
  readonly spec: Spec
  readonly faults: readonly Fault[]
  /** Members that hold a placeholder, or a function of CloudFormation, where another type belongs: of unknown value. */
  readonly unknown: ReadonlySet<string>
}

const NO_FAULTS: readonly Fault[] = []
const NOTHING: ReadonlySet<string> = new Set()

/** The view of a spec; remembered for as long as the spec object lives, for each kind that looks at it. */
export function viewOf<Shape extends z.ZodObject>(
  kind: Kind<Shape>,
  spec: Readonly<Record<string, unknown>>,
): View<z.output<Shape>> {
  return viewsBy(kind.spec)(spec) as View<z.output<Shape>>
}

// Every rule that looks at an element asks for its view.
const viewsBy = memo((schema: z.ZodObject) =>
  memo((spec: Readonly<Record<string, unknown>>) => look(schema, spec)),
)

function look(schema: z.ZodObject, spec: Readonly<Record<string, unknown>>): View<unknown> {
  const bare = withoutNulls(spec)
  if (conformanceTo(schema)(bare)) return { spec: bare, faults: NO_FAULTS, unknown: NOTHING }
  const first = schema.safeParse(bare)
  if (first.success) return { spec: bare, faults: NO_FAULTS, unknown: NOTHING }
  const faults: Fault[] = []
  const unknown = new Set<string>()
  const copy = structuredCloneJson(bare) as Record<string, unknown>
  // Deepest and last first, so that removing a list item does not move the ones still to be removed.
  const issues = [...first.error.issues].reverse().sort((a, b) => b.path.length - a.path.length)
  for (const issue of issues) {
    const pointer = toPointer(issue.path.map((segment) => (typeof segment === 'symbol' ? '' : segment)))
    const value = valueAt(bare, pointer)
    const isOpen = typeof value === 'string' ? hasPlaceholder(value) : isIntrinsic(value)
    if (isOpen) unknown.add(pointer)
    else if (value !== undefined) {
      faults.push({ pointer, expected: expectation(issue), actual: actualOf(value) })
    }
    clear(copy, pointer, issue)
  }
  const second = schema.safeParse(copy)
  return { spec: second.success ? copy : {}, faults: faults.reverse(), unknown }
}

/**
 * Takes a member out of the view. An item of a list leaves an empty one behind: the others keep their index, and so a
 * pointer into the view is one into the spec.
 */
function clear(copy: object, pointer: string, issue: z.core.$ZodIssue): void {
  const blank = blankFor(issue)
  const list = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/')))
  if (Array.isArray(list) && blank !== undefined) setAt(copy, pointer, blank)
  else removeAt(copy, pointer)
}

function blankFor(issue: z.core.$ZodIssue): Json | undefined {
  if (issue.code !== 'invalid_type') return issue.code === 'custom' ? '' : undefined
  const blanks: Readonly<Record<string, Json>> = { object: {}, record: {}, array: [], string: '' }
  return blanks[issue.expected]
}

/** `null` stands for "not set" in what the console and `describe` print. Most specs hold none and stay themselves. */
function withoutNulls(spec: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return (hasNull(spec) ? dropNulls(spec) : spec) as Record<string, unknown>
}

function hasNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null
  if (Array.isArray(value)) return value.some(hasNull)
  for (const key in value) if (hasNull((value as Readonly<Record<string, unknown>>)[key])) return true
  return false
}

function dropNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropNulls)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, member]) => member !== null)
  return Object.fromEntries(kept.map(([key, member]) => [key, dropNulls(member)]))
}

function structuredCloneJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as Json
}

/** `${…}`, `{{…}}`, `<…>` and `$$$…$$$`, as seen in published task definitions: the value is not known yet. */
export function hasPlaceholder(text: string): boolean {
  return /\$\{[^}]{0,300}\}|(?<!\{)\{\{.{0,300}?\}\}|<[^<>\s][^<>]*>|\$\$\$.{1,300}?\$\$\$/.test(text)
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return article(issue.expected)
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(toText).join(', ')}`
  return issue.message
}

function actualOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

function article(type: string): string {
  const words: Readonly<Record<string, string>> = {
    array: 'a list',
    object: 'an object',
    record: 'an object',
    string: 'a text',
    int: 'a whole number',
  }
  return words[type] ?? `a ${type}`
}
