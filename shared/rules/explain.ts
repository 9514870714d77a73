/** All there is to say about a rule, for its page in the reference, in the app and on the command line. */
import { capital } from '../basics/quote'
import type { Design } from '../design/design'
import { kindOf } from '../elements/kinds'
import { listed, lowered, type Text, term } from '../texts/text'
import type { Problem } from './problem'
import { rulesByArea } from './registry'
import type { Rule } from './rule'
import { validateWith } from './validate'

export interface WrongExample {
  readonly name: string
  readonly design: Design
  /** What the rule finds in it. */
  readonly problems: readonly Problem[]
}

export interface RightExample {
  readonly name: string
  readonly design: Design
}

export interface Explanation {
  readonly rule: Rule
  /** The folder of the rule, as people read it. */
  readonly area: string
  /** What it looks at: labels of kinds, or “every element”. */
  readonly looksAt: Text
  readonly wrong: readonly WrongExample[]
  readonly right: readonly RightExample[]
  readonly offersFix: boolean
}

const areas: ReadonlyMap<string, string> = new Map(
  Object.entries(rulesByArea).flatMap(([area, some]) => some.map(({ id }) => [id, area] as const)),
)

const known = new Map(
  Object.values(rulesByArea).flatMap((some) => some.map((rule) => [rule.id, rule] as const)),
)

/** The rule of that id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return known.get(id)
}

/** A rule with its examples judged. */
export function explain(rule: Rule): Explanation {
  const { valid, invalid } = rule.examples()
  const wrong = Object.entries(invalid).map(([name, { design }]) => ({
    name: capital(name),
    design,
    problems: validateWith(design, [rule]),
  }))
  return {
    rule,
    area: areaTitle(areas.get(rule.id) ?? ''),
    looksAt: looksAt(rule),
    wrong,
    right: Object.entries(valid).map(([name, design]) => ({ name: capital(name), design })),
    offersFix: wrong.some(({ problems }) => problems.some(({ fix }) => fix !== undefined)),
  }
}

/** What of an example's design the reader has to see: the elements, and the lines that no spec holds. */
export function exampleText({ elements, connections }: Design): string {
  const parts = Object.entries(elements).map(([id, { kind, label, traits, spec, existing }]) => [
    id,
    { kind, ...(label && { label }), ...(traits && { traits }), spec, ...(existing && { existing }) },
  ])
  const shown = {
    elements: Object.fromEntries(parts),
    ...(Object.keys(connections).length > 0 && { connections }),
  }
  return compact(shown, '')
}

/** `load-balancing` as `Load balancing`. */
export function areaTitle(area: string): string {
  return area === 'iam' || area === 'eks' ? area.toUpperCase() : capital(area.replaceAll('-', ' '))
}

/** A rule that looks at every kind says so; a list of thirty names would say less. */
function looksAt({ on }: Rule): Text {
  if (on.length > 8) return 'every element'
  return listed(on.map((kind) => term(lowered(kindOf(kind)?.label ?? kind))))
}

const WIDTH = 100

/** JSON with every value on one line that fits on one. */
function compact(value: unknown, indent: string): string {
  const line = oneLine(value)
  if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) return line
  const inner = `${indent}  `
  const items = Array.isArray(value)
    ? value.map((item) => `${inner}${compact(item, inner)}`)
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${compact(item, inner)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return `${open}\n${items.join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
