/**
 * Marks that are not needed are taken away. A template that the export writes by itself leaves none: what it stands for
 * is all in the drawing. Of any other, the marks say where the export would differ.
 */

import { type ElementMark, markOf, type PartMark } from '../../aws/cloudformation/marks'
import { toText } from '../../basics/convert'
import { isObject, sameJson } from '../../basics/json'
import { type Design, type Element, emptyDesign } from '../../design/design'
import { mapStrings } from '../../design/references'
import { stackOf } from '../../exports/cloudformation/stack'
import type { Stack } from '../../exports/cloudformation/stack-types'
import { templateOf } from '../../exports/cloudformation/template'
import type { Collector } from '../collect/collector'
import type { TemplateResource } from './template'

/** The whole template as it was written. */
export interface Source {
  readonly value: Readonly<Record<string, unknown>>
  readonly resources: readonly TemplateResource[]
}

/** Takes away what the export would do by itself. */
export function tidyMarks(collector: Collector, source: Source): void {
  const own = ownDesign(collector, source)
  if (own) {
    for (const id of Object.keys(collector.elements)) delete collector.elements[id]
    Object.assign(collector.elements, own.elements)
    delete collector.members.imported
    if (typeof source.value.Description === 'string') collector.names.unshift(source.value.Description)
    return
  }
  markDifferences(collector, source)
}

/** The design that the export writes this very template of; undefined where there is none. */
function ownDesign(collector: Collector, { value }: Source): Design | undefined {
  const bare = Object.fromEntries(
    Object.entries(collector.elements).map(([id, element]) => [id, withoutMark(element)]),
  )
  const { imported, ...members } = collector.members
  if (!couldBeOwn(imported, value)) return undefined
  const design: Design = {
    ...emptyDesign(typeof value.Description === 'string' ? value.Description : ''),
    ...members,
    elements: bare,
    connections: collector.connections,
  }
  return [unasked(bare, value.Parameters), bare]
    .map((elements) => ({ ...design, elements }))
    .find((one) => sameJson(templateOf(stackOf(one)), value))
}

const OWN_SECTIONS = ['AWSTemplateFormatVersion', 'Description', 'Parameters', 'Resources', 'Outputs']

/** Most templates of other people have a section or a resource that no drawing has. */
function couldBeOwn(imported: unknown, value: Source['value']): boolean {
  const kept = isObject(imported) && isObject(imported.cloudFormation) ? imported.cloudFormation : {}
  const hasOnlyOwn = Object.keys(value).every((section) => OWN_SECTIONS.includes(section))
  return hasOnlyOwn && kept.Resources === undefined && value.AWSTemplateFormatVersion !== undefined
}

function withoutMark({ imported, ...element }: Element): Element {
  const { cloudFormation: _, ...others } = isObject(imported) ? imported : {}
  return Object.keys(others).length > 0 ? { ...element, imported: others } : element
}

/** The elements without what parameters of an export stand for, and with the placeholders that these were made of. */
function unasked(elements: Readonly<Record<string, Element>>, parameters: unknown): Record<string, Element> {
  const known = isObject(parameters) ? parameters : {}
  const placeholderFor = (name: string) => {
    const parameter = known[name]
    const text = isObject(parameter) ? parameter.Description : undefined
    return typeof text === 'string' ? /^What stands in the design as (.+)\.$/.exec(text)?.[1] : undefined
  }
  const restored = (text: string) =>
    text.replace(/\$\{(\w+)\}/g, (whole, name: string) => placeholderFor(name) ?? whole)
  const isAsked = (value: unknown) => {
    const name = typeof value === 'string' ? /^\$\{(\w+)\}$/.exec(value)?.[1] : undefined
    return name !== undefined && known[name] !== undefined
  }
  return Object.fromEntries(
    Object.entries(elements).map(([id, element]) => {
      const spec = pruned(mapStrings(element.spec, restored), isAsked)
      const given = namedByParameter(element, known)
      if (given) return [id, given]
      return [id, { ...element, spec: isObject(spec) ? withoutHostNames(element.kind, spec) : {} }]
    }),
  )
}

/** What the drawing does not tell how to make, the export asks for by a parameter that tells its name. */
function namedByParameter(
  element: Element,
  parameters: Readonly<Record<string, unknown>>,
): Element | undefined {
  const { existing = {}, ...rest } = element
  const [text, ...others] = Object.values(existing)
  const name = /^\$\{(\w+)\}$/.exec(text ?? '')?.[1]
  const parameter = name === undefined ? undefined : parameters[name]
  if (others.length > 0 || !isObject(parameter)) return undefined
  const label = /“(.+)”\.$/.exec(toText(parameter.Description))?.[1]
  return label === undefined ? rest : { ...rest, label }
}

/** Endpoints and file systems make the export ask for host names. */
function withoutHostNames(kind: string, spec: Record<string, unknown>): Record<string, unknown> {
  if (kind !== 'vpc' || spec.EnableDnsHostnames !== true) return spec
  return Object.fromEntries(Object.entries(spec).filter(([member]) => member !== 'EnableDnsHostnames'))
}

/** JSON without the values that fit, and without what is empty then. */
function pruned(value: unknown, fits: (value: unknown) => boolean): unknown {
  if (fits(value)) return undefined
  if (Array.isArray(value)) {
    const left = value.map((item) => pruned(item, fits)).filter((item) => item !== undefined)
    return left.length === 0 && value.length > 0 ? undefined : left
  }
  if (!isObject(value)) return value
  const left = Object.entries(value).flatMap(([key, item]) => {
    const kept = pruned(item, fits)
    return kept === undefined ? [] : [[key, kept] as const]
  })
  return left.length === 0 && Object.keys(value).length > 0 ? undefined : Object.fromEntries(left)
}

/** Writes down what the export would add to resources of a template that is not its own. */
function markDifferences(collector: Collector, { resources }: Source): void {
  const { elements, connections, members } = collector
  const design: Design = { ...emptyDesign(''), ...members, elements, connections }
  const stack = stackOf(design)
  const written = new Map(resources.map((resource) => [resource.logicalId, resource]))
  for (const made of stack.resources) {
    const before = written.get(made.logicalId)
    if (!before || before.type !== made.type) continue
    const attributes = {
      ...made.attributes,
      ...(made.dependsOn.length > 0 ? { DependsOn: made.dependsOn } : {}),
    }
    const added = Object.keys(attributes).filter((member) => before.attributes[member] === undefined)
    // Some spell members as the API does.
    const there = new Set(Object.keys(before.properties).map((member) => member.toLowerCase()))
    const without = Object.keys(made.properties).filter((member) => !there.has(member.toLowerCase()))
    if (added.length === 0 && without.length === 0) continue
    remark(collector, stack, made, (mark) => ({
      ...mark,
      ...(without.length > 0 ? { without } : {}),
      ...(added.length > 0
        ? {
            attributes: {
              ...mark.attributes,
              ...Object.fromEntries(added.map((member) => [member, NOTHING])),
            },
          }
        : {}),
    }))
  }
}

/** An attribute that the template did not have. */
const NOTHING: readonly never[] = []

function remark(
  collector: Collector,
  stack: Stack,
  made: Stack['resources'][number],
  change: (mark: PartMark) => PartMark,
): void {
  const element = collector.elements[made.element]
  if (!element) return
  const mark = markOf(element) as ElementMark
  const imported = isObject(element.imported) ? element.imported : {}
  const next = made.id === made.element ? change(mark) : withPart(mark, stack, made, change)
  collector.elements[made.element] = { ...element, imported: { ...imported, cloudFormation: next } }
}

function withPart(
  mark: ElementMark,
  { resources }: Stack,
  made: Stack['resources'][number],
  change: (mark: PartMark) => PartMark,
): ElementMark {
  const same = resources.filter(
    ({ element, type, id }) => element === made.element && type === made.type && id !== element,
  )
  const marks = [...(mark.parts?.[made.type] ?? [])]
  const index = same.indexOf(made)
  if (index < 0 || index >= marks.length) return mark
  marks[index] = change(marks[index] ?? {})
  return { ...mark, parts: { ...mark.parts, [made.type]: marks } }
}
