/** Parameters that stand for what is there already: the VPC, subnets, a cluster. They are drawn. */

import { wordsOf } from '../../aws/cloudformation/logical-ids'
import { isObject, toPointer } from '../../basics/json'
import { quote } from '../../basics/quote'
import { slug } from '../../basics/slug'
import { refer } from '../../design/references'
import type { Kind, Relation } from '../../elements/kind'
import { defaultAttribute, kindOf, labelOf } from '../../elements/kinds'
import { relationsAt } from '../../graph/relations'
import { say } from '../../texts/text'
import { note } from '../collect/collector'
import { type Reading, specOf } from './reading'

/** By kind: words at the end of a parameter's name that only say what it is. */
const GIVEN: Readonly<Record<string, RegExp>> = {
  vpc: /(?: VPC| Vpc)?(?: ID| Id)?$/,
  subnet: /(?: Subnet)?(?: ID| Id)?$/,
  'security-group': /(?: Group)?(?: ID| Id)?$/,
  cluster: /(?: Cluster)?(?: Name| Arn| ARN)?$/,
}

/** A reference to the element that a parameter stands for; undefined where the place says nothing of it. */
export function givenBy(reading: Reading, kind: string, pointer: string, text: string): string | undefined {
  const name = /^\$\{(\w+)\}$/.exec(text)?.[1]
  const { Parameters } = reading.template.sections
  const parameter = name !== undefined && isObject(Parameters) ? Parameters[name] : undefined
  const known = kindOf(kind)
  if (name === undefined || !isObject(parameter) || !known || isList(parameter.Type)) return undefined
  const targets = relationsOf(known, pointer).flatMap(({ to }) => to)
  // No line leads from what guards to its VPC, but it is one.
  if (pointer === '/VpcId') targets.push('vpc')
  const target = targets.find((one) => Object.hasOwn(GIVEN, one))
  return target === undefined ? undefined : refer(elementOf(reading, target, name))
}

/** The relations of a place. A text with commas is a list in a template. */
export function relationsOf(kind: Kind, pointer: string): readonly Relation[] {
  const own = relationsAt(kind, pointer)
  return own.length > 0 ? own : relationsAt(kind, pointer.replace(/^(\/VPCZoneIdentifier)\/\d+$/, '$1'))
}

function isList(type: unknown): boolean {
  return typeof type === 'string' && /^(?:List<|CommaDelimitedList)/.test(type)
}

function elementOf(reading: Reading, kind: string, name: string): string {
  const { collector, template } = reading
  const key = `${kind} \${${name}}`
  const known = collector.known.get(key)
  if (known !== undefined) return known
  const words = ` ${wordsOf(name)}`
  const id = collector.freeId(slug(words.replace(GIVEN[kind] ?? '', ''), kind))
  const attribute = defaultAttribute(kindOf(kind)) ?? 'id'
  collector.elements[id] = { kind, spec: {}, existing: { [attribute]: `\${${name}}` } }
  collector.known.set(key, id)
  const origin = { file: template.file, pointer: `${template.pointer}/Parameters${toPointer([name])}` }
  collector.origins[id] = { ...origin, within: '' }
  const text = say`${labelOf(kind)} ${quote(name)} is drawn as one that is there.`
  note(collector, 'mapped', 'given', origin, text, id)
  reading.given.push({ id, kind })
  return id
}

/** Subnets that are given are in the VPC that is, when there is one only. */
export function placeGiven(reading: Reading): void {
  const vpcs = Object.entries(reading.collector.elements).filter(([, { kind }]) => kind === 'vpc')
  const [vpc] = vpcs.length === 1 ? (vpcs[0] ?? []) : []
  if (vpc === undefined) return
  for (const { id, kind } of reading.given) {
    if (kind === 'subnet' || kind === 'security-group') specOf(reading, id).VpcId ??= refer(vpc)
  }
}
