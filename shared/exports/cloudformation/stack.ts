/** A design as a stack: resources with logical ids, parameters for what is not known, and what was kept of a template. */

import { hasMark, markOf } from '../../aws/cloudformation/marks'
import { zoneParameter } from '../../aws/cloudformation/zones'
import { sameJson } from '../../basics/json'
import { own } from '../../basics/own'
import { deploymentOf } from '../../deployment/deployment-of'
import { referencedIn } from '../../deployment/pieces'
import type { Design } from '../../design/design'
import { kindOf } from '../../elements/kinds'
import { withoutCircles } from './circles'
import { type Draft, type Drafts, draftsOf } from './drafts'
import { type Names, spoken } from './expressions'
import { logicalIdsOf, namesOf, partMark } from './naming'
import { notesOf } from './notes'
import { outputsOf } from './outputs'
import { inOwnWords } from './own-words'
import { parameterOf } from './parameters'
import { addSchedules, SCHEDULE, scheduled } from './schedules'
import { separated } from './separated'
import type { Stack, StackResource } from './stack-types'

/** Everything that a design is to CloudFormation. */
export function stackOf(drawn: Design): Stack {
  const design = inOrder(drawn)
  const deployment = deploymentOf(design)
  const kept = markOf(design)
  const drafts = draftsOf(deployment.resources, design)
  addSchedules(design, drafts)
  const inputs = inOwnWords(design, deployment, drafts)
  separated(design, drafts)
  withoutCircles(drafts)
  const logicalIds = logicalIdsOf(design, drafts, kept)
  const asked = new Map([...deployment.inputs, ...inputs].map((input) => [input.name, input]))
  const names = namesOf(design, drafts, logicalIds, kept, asked)
  const made = [...drafts.all.values()].map((draft) => resourceOf(design, draft, drafts, names))
  // A template that was imported says zones in its own way.
  const isImported = hasMark(design)
  const { resources, zones } = isImported ? { resources: made, zones: {} } : withZones(made)
  const used = inputsIn(drafts).flatMap((name) => asked.get(name) ?? [])
  const given = used.flatMap((input) => {
    const said = names.input(input.name)
    return 'parameter' in said ? [[said.parameter, parameterOf(input)] as const] : []
  })
  return {
    name: design.name,
    isImported,
    resources: once(resources),
    parameters: { ...Object.fromEntries(given), ...zones },
    outputs: isImported ? {} : outputsOf(design, resources),
    kept,
    notes: notesOf({ design, deployment, drafts, names, inputs: used }),
  }
}

/** As files have it: the template does not depend on what was drawn first. */
function inOrder(design: Design): Design {
  const elements = Object.entries(design.elements).sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...design, elements: Object.fromEntries(elements) }
}

/** The zones of resources as parameters: an account need not have the drawing's. */
function withZones(resources: readonly StackResource[]) {
  const zones: Record<string, unknown> = {}
  const replaced = resources.map((resource) => {
    const zone = zoneParameter(resource.properties.AvailabilityZone)
    if (!zone || (zones[zone.name] !== undefined && !sameJson(zones[zone.name], zone.parameter)))
      return resource
    zones[zone.name] = zone.parameter
    return { ...resource, properties: { ...resource.properties, AvailabilityZone: { Ref: zone.name } } }
  })
  const sorted = Object.entries(zones).sort(([a], [b]) => (a < b ? -1 : 1))
  return { resources: replaced, zones: Object.fromEntries(sorted) }
}

/** What subnets share, such as a route table, stands once. */
function once(resources: readonly StackResource[]): readonly StackResource[] {
  const seen = new Map<string, StackResource>()
  for (const resource of resources) if (!seen.has(resource.logicalId)) seen.set(resource.logicalId, resource)
  return [...seen.values()]
}

function inputsIn({ all }: Drafts): readonly string[] {
  const found = new Set<string>()
  for (const { properties } of all.values()) {
    for (const reference of referencedIn(properties)) if ('input' in reference) found.add(reference.input)
  }
  return [...found]
}

function resourceOf(design: Design, draft: Draft, drafts: Drafts, names: Names): StackResource {
  const mark = partMark(design, draft, drafts)
  const made = draft.id === draft.element ? undefined : mark?.properties
  const properties = spoken(names, unnamed(design, draft)) as Record<string, unknown>
  for (const member of mark?.without ?? []) delete properties[member]
  const attributes = { ...own(RETAINED, draft.type), ...mark?.attributes }
  return {
    id: draft.id,
    element: draft.element,
    logicalId: names.logicalId(draft.id),
    type: draft.type,
    properties: draft.call === SCHEDULE ? scheduled(mark, properties) : { ...properties, ...made },
    dependsOn: attributes.DependsOn === undefined ? dependencies(draft, drafts, names) : [],
    // An empty list is what the template did not have.
    attributes: Object.fromEntries(
      Object.entries(attributes).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
    ),
  }
}

const RETAIN = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }

/** What holds people's data stays when its stack goes. */
const RETAINED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'AWS::DynamoDB::Table': RETAIN,
  'AWS::EFS::FileSystem': RETAIN,
  'AWS::RDS::DBInstance': { DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot' },
  'AWS::S3::Bucket': RETAIN,
}

/** CloudFormation gives names, too: one that the design does not give is left to it. */
function unnamed(design: Design, draft: Draft): Record<string, unknown> {
  const element = design.elements[draft.element]
  const member = element && kindOf(element.kind)?.name?.slice(1)
  if (!element || draft.id !== draft.element || member === undefined || element.kind === 'scaling-policy')
    return draft.properties
  const written = element.spec[member]
  if (written !== undefined && written !== null && written !== '') return draft.properties
  const spelled = nameIn(element.kind, member)
  return Object.fromEntries(Object.entries(draft.properties).filter(([key]) => key !== spelled))
}

const NAMES: Readonly<Record<string, string>> = {
  's3-bucket': 'BucketName',
  'sns-topic': 'TopicName',
  'kinesis-stream': 'Name',
}

function nameIn(kind: string, member: string): string {
  return NAMES[kind] ?? member.charAt(0).toUpperCase() + member.slice(1)
}

/** What a resource waits for, unless what it names, or what that names, waits for it already. */
function dependencies(draft: Draft, { all, folded }: Drafts, names: Names): string[] {
  const waits = draft.after.map((id) => folded.get(id) ?? id)
  const kept = waits.filter((id) => all.has(id) && id !== draft.id)
  if (kept.length === 0) return []
  const implied = new Set<string>()
  const open = [...neededBy(draft, all, folded)]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const next = all.get(id)
    if (!next || implied.has(id)) continue
    implied.add(id)
    open.push(...neededBy(next, all, folded))
  }
  return [...new Set(kept.filter((id) => !implied.has(id)).map((id) => names.logicalId(id)))].sort()
}

function neededBy({ properties }: Draft, all: Drafts['all'], folded: Drafts['folded']): readonly string[] {
  return referencedIn(properties).flatMap((reference) => {
    const id = 'resource' in reference ? (folded.get(reference.resource) ?? reference.resource) : undefined
    return id !== undefined && all.has(id) ? [id] : []
  })
}
