/** What specs say in CloudFormation's own words already: the rules of security groups, the policies of roles. */

import { toProperties } from '../../aws/cloudformation/convert'
import { isIntrinsic } from '../../aws/cloudformation/intrinsics'
import { resourceNames } from '../../aws/cloudformation/names'
import { isObject, sameJson } from '../../basics/json'
import { own } from '../../basics/own'
import type { Deployment, Input } from '../../deployment/deployment'
import { newInputs } from '../../deployment/inputs'
import { withPermissions } from '../../deployment/permissions'
import { specsIn } from '../../deployment/specs'
import type { Design } from '../../design/design'
import type { MutableSpec } from '../../elements/kind'
import { graphOf } from '../../graph/graph'
import { type Draft, type Drafts, parsed } from './drafts'
import { reword } from './reword'

/** Members of kinds that are taken from the spec, since calls have taken them apart. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'iam-role': ['ManagedPolicyArns', 'Policies'],
  'instance-profile': ['Roles'],
  'security-group': ['SecurityGroupIngress', 'SecurityGroupEgress'],
}

/** Writes into the drafts what the specs hold; answers what they ask for beside the deployment. */
export function inOwnWords(design: Design, deployment: Deployment, drafts: Drafts): readonly Input[] {
  const inputs = newInputs()
  const completed = withPermissions(design).design
  const made = new Set(deployment.resources.map(({ element }) => element))
  const specs = specsIn(graphOf(completed), inputs, (id) => made.has(id))
  const touched: { id: string; element: string; type: never; input: MutableSpec; after: [] }[] = []
  for (const draft of drafts.all.values()) {
    const kind = design.elements[draft.element]?.kind ?? ''
    if (draft.id === draft.element) {
      const members = MEMBERS[kind]
      if (members) Object.assign(draft.properties, taken(specs.of(draft.element), members))
    }
    if (draft.id === draft.element) keepFunctions(draft, specs.of(draft.element))
    reword(draft, design, specs)
    touched.push({
      id: draft.id,
      element: draft.element,
      type: undefined as never,
      input: draft.properties,
      after: [],
    })
  }
  return inputs.usedBy(touched)
}

/**
 * Where a template has a function in place of a list or an object, calls have something of their own: the drawing does not
 * tell what it comes to. The function counts.
 */
function keepFunctions(draft: Draft, spec: MutableSpec): void {
  const names = resourceNames[draft.call]
  if (!names) return
  const own = toProperties(names, spec).properties
  for (const [member, value] of Object.entries(own)) {
    const made = draft.properties[member]
    if (made === undefined || sameJson(made, value)) continue
    if (holdsFunction(value) || (isVariable(value) && typeof made !== 'string'))
      draft.properties[member] = value
  }
}

function holdsFunction(value: unknown): boolean {
  if (isIntrinsic(value)) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(holdsFunction)
}

function isVariable(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{[\w.:]+\}$/.test(value)
}

function taken(spec: MutableSpec, members: readonly string[]): MutableSpec {
  const found: MutableSpec = {}
  for (const member of members) {
    const value = spec[member]
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    const change = own(ITEMS, member)
    found[member] = change && Array.isArray(value) ? value.map(change) : value
  }
  return found
}

const ITEMS: Readonly<Record<string, (value: unknown, index: number) => unknown>> = {
  Policies: policy,
}

function policy(value: unknown, index: number): unknown {
  if (!isObject(value) || isIntrinsic(value)) return value
  const { PolicyName = `policy-${index + 1}`, PolicyDocument = {}, ...rest } = value as MutableSpec
  return { PolicyName, PolicyDocument: parsed(PolicyDocument), ...rest }
}
