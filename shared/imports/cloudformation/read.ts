/** Reads one template: its resources become elements, parts of elements and lines, and the rest is kept for the way out. */

import { ownResource } from '../../aws/cloudformation/kinds'
import { logicalIdOf, wordsOf } from '../../aws/cloudformation/logical-ids'
import { zoneOfParameter } from '../../aws/cloudformation/zones'
import { isObject, type Segment, toPointer } from '../../basics/json'
import { quote } from '../../basics/quote'
import { slug } from '../../basics/slug'
import { kindOf, knownKind, labelOf } from '../../elements/kinds'
import { say, type Text } from '../../texts/text'
import { type Collector, note } from '../collect/collector'
import { observe } from '../collect/observations'
import { labelled, reworded } from './elements'
import { placeGiven } from './given'
import { partReaders } from './parts'
import { noteOn, type Reading } from './reading'
import { readRouteTables } from './routes'
import { readLaunchTemplates, readScalableTargets, scalesService } from './scaling'
import { readSchedule, scheduleIn } from './schedules'
import { type Scope, type Target, textOf } from './scope'
import { secretsOut, withoutSecrets } from './secrets'
import type { Template, TemplateResource } from './template'
import { coerce, inputOf } from './values'

/** What a template is kept as: its sections, and the resources that are nothing of a drawing. */
export type KeptStack = Record<string, unknown>

/** Adds all that a template holds to the design; what is only for CloudFormation is answered. */
export function readTemplate(collector: Collector, template: Template): KeptStack {
  const resources = new Map(template.resources.map((resource) => [resource.logicalId, resource]))
  const owned = template.resources.flatMap((resource) => {
    const own = ownOf(resource, resources)
    return own ? [{ resource, own, id: reserve(collector, template, resource, own.kind) }] : []
  })
  const targets = new Map<string, Target>(
    owned.map(({ resource, own, id }) => [resource.logicalId, { id, kind: own.kind }]),
  )
  const parameters = isObject(template.sections.Parameters) ? template.sections.Parameters : {}
  const names = new Set([...resources.keys(), ...Object.keys(parameters)])
  const zones = Object.entries(parameters).flatMap(([name, parameter]) => {
    const zone = zoneOfParameter(name, parameter)
    return zone === undefined ? [] : [[name, zone] as const]
  })
  const scope: Scope = { targets, names, values: new Map(zones) }
  const reading: Reading = {
    ...{ collector, template, scope, resources },
    done: new Set(),
    marks: new Map(),
    given: [],
    named: namesIn(scope, owned),
    parameters: {},
    listeners: new Map(),
  }
  for (const { resource, own, id } of owned) readOwn(reading, resource, own, id)
  readParts(reading)
  placeGiven(reading)
  for (const { id, own } of owned) finish(reading, id, own.kind)
  return keptStack(reading)
}

interface Owned {
  readonly resource: TemplateResource
  readonly own: Own
  readonly id: string
}

/** What the template calls its log groups: containers may name them without a function. */
function namesIn(scope: Scope, owned: readonly Owned[]): ReadonlyMap<string, string> {
  return new Map(
    owned.flatMap(({ resource: { properties }, own: { kind }, id }) => {
      const name = kind === 'log-group' ? textOf(scope, properties.LogGroupName) : undefined
      return name === undefined ? [] : [[`${kind} ${name}`, id] as const]
    }),
  )
}

interface Own {
  readonly kind: string
  /** Absent for tasks, which schedules name. */
  readonly call?: string
}

/** What a resource is by itself. Instances without the ECS agent are none of a cluster's. */
function ownOf(resource: TemplateResource, all: ReadonlyMap<string, TemplateResource>): Own | undefined {
  const { type, properties } = resource
  if (scheduleIn(resource)) return { kind: 'task' }
  if (scalesService(resource, all)) {
    return { kind: 'scaling-policy', call: 'application-autoscaling:PutScalingPolicy' }
  }
  if (type === 'AWS::EC2::Instance') {
    const { UserData, ImageId } = properties
    if (!/ecs/i.test(JSON.stringify([UserData, ImageId]))) return undefined
  }
  return ownResource(type, properties)
}

function reserve(collector: Collector, template: Template, resource: TemplateResource, kind: string): string {
  const { logicalId } = resource
  const id = collector.freeId(slug(wordsOf(logicalId), kind))
  collector.elements[id] = { kind, spec: {} }
  const pointer = `${template.pointer}/Resources${toPointer([logicalId])}/Properties`
  collector.origins[id] = { file: template.file, pointer, within: '' }
  return id
}

function readOwn(reading: Reading, resource: TemplateResource, own: Own, id: string): void {
  const { logicalId, attributes } = resource
  reading.done.add(logicalId)
  reading.marks.set(id, {
    ...(logicalIdOf(id) === logicalId ? {} : { logicalId }),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  })
  const said = say`${labelOf(own.kind)} ${quote(logicalId)} became an element.`
  noteOn(reading, 'mapped', own.kind, resource, [], said, id)
  for (const member of Object.keys(attributes)) {
    noteOn(reading, 'kept', 'attribute', resource, [member], say`${member} is kept as it was written.`, id)
  }
  if (own.call === undefined) readSchedule(reading, resource, id)
  else {
    const input = inputOf(reading, secretsOut(reading, resource, id), own.call, id)
    const element = reading.collector.elements[id]
    const { label, ...spec } = labelled(own.kind, reworded(own.kind, input))
    if (element)
      reading.collector.elements[id] = { ...element, ...(label === undefined ? {} : { label }), spec }
  }
}

function readParts(reading: Reading): void {
  for (const [type, read] of partReaders) {
    for (const resource of reading.resources.values()) {
      if (resource.type === type) read(reading, resource)
    }
  }
  readRouteTables(reading)
  readScalableTargets(reading)
  readLaunchTemplates(reading)
}

function finish(reading: Reading, id: string, kind: string): void {
  const { collector, template } = reading
  const element = collector.elements[id]
  if (!element) return
  coerce(kind, element.spec)
  const mark = reading.marks.get(id) ?? {}
  if (Object.keys(mark).length > 0) element.imported = { cloudFormation: mark }
  const known = kindOf(kind)
  const origin = collector.origins[id]
  if (!known || !origin) return
  for (const { code, pointer, text } of observe(knownKind(kind), element.spec)) {
    // What a parameter will be is known to CloudFormation.
    if (code === 'placeholder') continue
    note(
      collector,
      'kept',
      code,
      { file: template.file, pointer: origin.pointer + capitals(pointer) },
      text,
      id,
    )
  }
}

/** As CloudFormation spells it. */
function capitals(pointer: string): string {
  return pointer.replace(/\/([a-z])/g, (_, letter: string) => `/${letter.toUpperCase()}`)
}

/** Sections and resources that only CloudFormation knows. */
function keptStack(reading: Reading): KeptStack {
  const { template, resources, done } = reading
  const kept: Record<string, unknown> = {}
  for (const [section, value] of Object.entries(template.sections)) {
    kept[section] = keptPart(reading, [section], value)
    const isList = isObject(value) && !isPlainSection(section)
    const paths = isList ? Object.keys(value).map((key) => [section, key]) : [[section]]
    for (const path of paths)
      keepNote(reading, path, say`${path.at(-1) ?? section} is kept as it was written.`)
  }
  const others = [...resources.values()].filter(({ logicalId }) => !done.has(logicalId))
  for (const { logicalId, type } of others) {
    const text = say`${quote(logicalId)} of type ${type} is kept as it was written; the drawing does not show it.`
    keepNote(reading, ['Resources', logicalId], text)
  }
  if (others.length > 0) {
    kept.Resources = Object.fromEntries(
      others.map(({ logicalId, written }) => [
        logicalId,
        keptPart(reading, ['Resources', logicalId], written),
      ]),
    )
  }
  if (Object.keys(reading.parameters).length > 0) {
    kept.Parameters = { ...(isObject(kept.Parameters) ? kept.Parameters : {}), ...reading.parameters }
  }
  return kept
}

function keptPart({ collector, template }: Reading, path: readonly string[], value: unknown): unknown {
  return withoutSecrets(value, path, (left) => {
    const origin = { file: template.file, pointer: template.pointer + toPointer(left) }
    const text = say`${left.at(-1) ?? ''} is left out, since a design holds no secrets.`
    note(collector, 'dropped', 'secret-value', origin, text)
  })
}

function isPlainSection(section: string): boolean {
  return section === 'Description' || section === 'AWSTemplateFormatVersion'
}

function keepNote({ collector, template }: Reading, path: readonly Segment[], text: Text): void {
  const origin = { file: template.file, pointer: template.pointer + toPointer(path) }
  note(collector, 'kept', 'verbatim', origin, text)
}
