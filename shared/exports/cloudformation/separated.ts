/** Parts that a template had as resources of their own, and that are so again. */

import { elementMark, type PartMark } from '../../aws/cloudformation/marks'
import { isObject, sameJson } from '../../basics/json'
import { own } from '../../basics/own'
import { referTo } from '../../deployment/pieces'
import type { Design } from '../../design/design'
import type { MutableSpec } from '../../elements/kind'
import type { Draft, Drafts } from './drafts'

interface Separable {
  /** The list in the owner's properties. */
  readonly member: string
  readonly part: string
  /** Is an item of the list what a mark is of? The list in the spec has it in the design's words. */
  readonly isOf: (item: unknown, mark: PartMark) => boolean
  readonly properties: (item: MutableSpec, owner: Draft) => MutableSpec
}

const sameRule = (item: unknown, { of }: PartMark) => sameJson(item, of)

const inGroup = (item: MutableSpec, { id }: Draft) => ({ GroupId: referTo(id, 'groupId'), ...item })

/** By type. */
export const separables: Readonly<Record<string, Separable>> = {
  'AWS::EC2::SecurityGroupIngress': {
    member: 'SecurityGroupIngress',
    part: 'ingress',
    isOf: sameRule,
    properties: inGroup,
  },
  'AWS::EC2::SecurityGroupEgress': {
    member: 'SecurityGroupEgress',
    part: 'egress',
    isOf: sameRule,
    properties: inGroup,
  },
  'AWS::IAM::Policy': {
    member: 'Policies',
    part: 'policy',
    isOf: (item, { of }) => isObject(item) && item.PolicyName === of,
    properties: (item, { id }) => ({ ...item, Roles: [referTo(id, 'name')] }),
  },
  'AWS::IAM::RolePolicy': {
    member: 'Policies',
    part: 'policy',
    isOf: (item, { of }) => isObject(item) && item.PolicyName === of,
    properties: (item, { id }) => ({ ...item, RoleName: referTo(id, 'name') }),
  },
}

/** Takes an item out of its owner's list and makes it a resource. */
export function separate(drafts: Drafts, owner: Draft, type: string, index: number): void {
  const separable = own(separables, type)
  const list: unknown = owner.properties[separable?.member ?? '']
  const item: unknown = Array.isArray(list) ? list[index] : undefined
  if (!separable || !Array.isArray(list) || !isObject(item)) return
  const { member, part, properties } = separable
  const rest = list.filter((_, at) => at !== index)
  if (rest.length > 0) owner.properties[member] = rest
  else delete owner.properties[member]
  let n = 1
  while (drafts.all.has(`${owner.id}/${part}-${n}`)) n++
  const id = `${owner.id}/${part}-${n}`
  const made = properties(item as MutableSpec, owner)
  drafts.folded.delete(id)
  drafts.all.set(id, { id, element: owner.element, type, call: type, properties: made, after: [], left: [] })
}

/** Makes resources of what a template had as such. */
export function separated(design: Design, drafts: Drafts): void {
  for (const owner of [...drafts.all.values()]) {
    if (owner.id !== owner.element) continue
    const { parts = {} } = elementMark(design.elements[owner.element])
    for (const [type, marks] of Object.entries(parts)) {
      const separable = own(separables, type)
      if (!separable) continue
      for (const mark of marks) {
        const spec = design.elements[owner.element]?.spec[separable.member]
        const written: unknown[] = Array.isArray(spec) ? spec : []
        // Those before it that stand alone already are gone from the properties.
        const at = written.findIndex((item) => separable.isOf(item, mark))
        const left = owner.properties[separable.member]
        const gone = written.length - (Array.isArray(left) ? left.length : 0)
        const index = at < 0 ? -1 : Math.max(0, at - gone)
        if (index >= 0) separate(drafts, owner, type, index)
      }
    }
  }
}
