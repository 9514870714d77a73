/** The names of a stack: logical ids of resources, parameters, and what texts of the design may refer to. */

import { pseudoParameters } from '../../aws/cloudformation/intrinsics'
import { logicalIdOf } from '../../aws/cloudformation/logical-ids'
import { elementMark, type PartMark } from '../../aws/cloudformation/marks'
import { toText } from '../../basics/convert'
import { isObject, sameJson } from '../../basics/json'
import { freeId } from '../../basics/slug'
import type { Input } from '../../deployment/deployment'
import type { Design } from '../../design/design'
import { type Draft, type Drafts, isSecureString } from './drafts'
import type { Names } from './expressions'

/** The mark of a part, by its place among the element's resources of its type. */
export function partMark(design: Design, draft: Draft, drafts: Drafts): PartMark | undefined {
  const mark = elementMark(design.elements[draft.element])
  if (draft.id === draft.element) return mark
  const same = [...drafts.all.values()].filter(
    ({ element, type, id }) => element === draft.element && type === draft.type && id !== element,
  )
  return mark.parts?.[draft.type]?.[same.indexOf(draft)]
}

/** Shared resources have one name on purpose: those that a template had. */
export function logicalIdsOf(
  design: Design,
  drafts: Drafts,
  kept: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const reserved = [kept.Resources, kept.Parameters].flatMap((section) =>
    Object.keys(isObject(section) ? section : {}),
  )
  const taken = new Map<string, Draft | undefined>(reserved.map((name) => [name, undefined]))
  const names = new Map<string, string>()
  const give = (draft: Draft, name: string) => {
    taken.set(name, draft)
    names.set(draft.id, name)
  }
  for (const draft of drafts.all.values()) {
    const wanted = partMark(design, draft, drafts)?.logicalId
    if (wanted === undefined || !/^[A-Za-z0-9]+$/.test(wanted)) continue
    const holder = taken.get(wanted)
    const shared =
      holder !== undefined && SHARED.has(holder.type) && holder.type === draft.type && isAlike(holder, draft)
    if (!taken.has(wanted) || shared) give(draft, wanted)
  }
  for (const draft of drafts.all.values()) {
    if (names.has(draft.id)) continue
    give(draft, freeId(logicalIdOf(draft.id), (name) => taken.has(name.replace('-', ''))).replace('-', ''))
  }
  return names
}

const SHARED: ReadonlySet<string> = new Set(['AWS::EC2::RouteTable', 'AWS::EC2::Route'])

function isAlike(one: Draft, other: Draft): boolean {
  const bare = ({ properties: { RouteTableId: _, ...rest } }: Draft) => rest
  return sameJson(bare(one), bare(other))
}

/** All that texts are spoken with. */
export function namesOf(
  design: Design,
  drafts: Drafts,
  logicalIds: ReadonlyMap<string, string>,
  kept: Readonly<Record<string, unknown>>,
  asked: ReadonlyMap<string, Input>,
): Names {
  const section = (name: string) => (isObject(kept[name]) ? kept[name] : {})
  const known = new Set([
    ...logicalIds.values(),
    ...Object.keys(section('Parameters')),
    ...Object.keys(section('Resources')),
  ])
  const isVariable = (name: string) => pseudoParameters.has(name) || known.has(name.split('.')[0] ?? '')
  const parameters = new Map<string, string>()
  const taken = new Set(known)
  for (const { name } of asked.values()) {
    const free = freeId(logicalIdOf(name), (one) => taken.has(one.replace('-', ''))).replace('-', '')
    taken.add(free)
    parameters.set(name, free)
  }
  return {
    drafts: drafts.all,
    besides: new Map(
      drafts.unmade.filter(isSecureString).map(({ id, input }) => [id, toText(input.Name)] as const),
    ),
    logicalId: (id) => logicalIds.get(drafts.folded.get(id) ?? id) ?? logicalIdOf(id),
    kind: (id) => design.elements[id]?.kind ?? '',
    isVariable,
    isList: (parameter) =>
      [...asked.values()].some(({ name, many }) => many && parameters.get(name) === parameter) ||
      isListType(section('Parameters')[parameter]),
    input: (name) => {
      const placeholder = asked.get(name)?.placeholder
      // What a template's parameter stood for is that parameter again.
      const variables = [...(placeholder ?? '').matchAll(/\$\{([\w.:]+)\}/g)]
      const isKnown = variables.length > 0 && variables.every(([, variable = '']) => isVariable(variable))
      return placeholder !== undefined && isKnown
        ? { text: placeholder }
        : { parameter: parameters.get(name) ?? logicalIdOf(name) }
    },
  }
}

function isListType(parameter: unknown): boolean {
  return (
    isObject(parameter) &&
    /^(?:List<|CommaDelimitedList|AWS::SSM::Parameter::Value<List<)/.test(toText(parameter.Type))
  )
}
