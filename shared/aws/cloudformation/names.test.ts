/** The tables of names are held to AWS's own resource schemas, which the CDK is made of. */
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types'
import { describe, expect, test } from 'vitest'
import { resourceTypes } from '../../deployment/resource-types'
import { knownKind } from '../../elements/kinds'
import { kinds } from '../../elements/registry'
import { cloudFormationAttribute, kindsWithAttributes } from './attributes'
import { ownResource, ownTypes } from './kinds'
import { resourceNames } from './names'

const db: SpecDatabase = loadAwsServiceSpecSync()

function resource(type: string) {
  const [found] = db.lookup('resource', 'cloudFormationType', 'equals', type)
  if (!found) throw new Error(`CloudFormation has no type ${type}.`)
  return found
}

type Properties = Readonly<Record<string, Property>>

/** The members of a type, where it is one with members. */
function membersOf(type: PropertyType): Properties | undefined {
  if (type.type === 'tag') return { Key: { type: { type: 'string' } }, Value: { type: { type: 'string' } } }
  if (type.type === 'ref') return db.get('typeDefinition', type.reference.$ref).properties
  if (type.type === 'union') return type.types.map(membersOf).find((members) => members !== undefined)
  return undefined
}

const alternatives = (type: PropertyType): readonly string[] =>
  type.type === 'union' ? type.types.flatMap(alternatives) : [type.type]

// biome-ignore lint/suspicious/noExplicitAny: zod's inner side has no public types.
type Schema = any

function bare(schema: Schema): Schema {
  let inner = schema
  while (inner._zod.def.type === 'optional') inner = inner._zod.def.innerType
  return inner
}

/** What a schema's values are in JSON. */
function jsonType(schema: Schema): string {
  const { def } = schema._zod
  if (def.type === 'custom' || def.type === 'enum') return 'string'
  if (def.type === 'number') return 'format' in def ? 'integer' : 'number'
  return def.type
}

/** Members of specs that no property of the resource is for: other resources hold them, or nobody. */
const elsewhere = new Set([
  '/AccessPoints',
  '/AmazonProvidedIpv6CidrBlock',
  '/CreationToken',
  '/Backup',
  '/LaunchTemplateData',
  '/Listeners',
  '/MountTargets',
  '/Routes',
])

/** Kinds whose spec is the input of a call of this type. */
const cases = kinds.flatMap((kind) => {
  const own =
    Object.entries(ownTypes).find(([, one]) => one.kind === kind.kind)?.[1] ??
    [
      ownResource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: kind.kind.split('-')[0] }),
      ownResource('AWS::FSx::FileSystem', { FileSystemType: kind.kind.replace('fsx-', '').toUpperCase() }),
    ].find((one) => one?.kind === kind.kind)
  return own ? [[kind.kind, own.call] as const] : []
})

test.each(cases)('every member of %s has its name and its form', (name, call) => {
  const names = resourceNames[call]
  if (!names) throw new Error(`No names for ${call}.`)
  const { properties } = resource(names.type)
  const faults: string[] = []
  const visit = (schema: Schema, type: PropertyType, path: string): void => {
    const form = names.forms?.[path]
    const inner = bare(schema)
    const { def } = inner._zod
    if (names.maps?.includes(path) || form !== undefined) {
      const kindsThere = alternatives(type)
      const wanted =
        form === 'text' ? ['string'] : form === 'lines' || form === 'pairs' ? ['array'] : undefined
      if (wanted && !wanted.some((one) => kindsThere.includes(one)))
        faults.push(`${path}: ${kindsThere} for ${form}`)
      return
    }
    if (def.type === 'object') {
      members(def.shape, membersOf(type), path, alternatives(type))
      return
    }
    if (def.type === 'array' && type.type === 'array') {
      visit(def.element, type.element, `${path}/*`)
      return
    }
    if (def.type === 'unknown') return
    const said = jsonType(inner)
    const there = alternatives(type)
    if (
      !there.includes(said) &&
      !there.includes('json') &&
      !(said === 'integer' && there.includes('number'))
    ) {
      faults.push(`${path}: ${said} here, ${there} there`)
    }
  }
  const members = (
    shape: Schema,
    there: Properties | undefined,
    path: string,
    is: readonly string[],
  ): void => {
    if (!there) {
      if (!is.includes('json') && !is.includes('map')) faults.push(`${path}: an object here, ${is} there`)
      return
    }
    for (const [key, schema] of Object.entries(shape)) {
      const at = `${path}/${key}`
      if (names.absent?.includes(at) || names.moved?.[at] !== undefined) continue
      const inMoved = Object.keys(names.moved ?? {}).some((moved) => moved.startsWith(`${at}/`))
      const spelled = names.renamed?.[at] ?? (names.camel ? key.charAt(0).toUpperCase() + key.slice(1) : key)
      const property = there[spelled]
      if (property) visit(schema as Schema, property.type, at)
      else if (!inMoved && !elsewhere.has(at) && !OTHER_SHAPE.has(`${name}${at}`))
        faults.push(`${at}: no ${spelled}`)
    }
  }
  members(knownKind(name).spec._zod.def.shape, properties, '', ['ref'])
  expect(faults.filter((fault) => !OTHER_SHAPE.has(`${name}${fault.split(':')[0]}`))).toEqual([])
})

/** Reworded by code, which has tests of its own. */
const OTHER_SHAPE = new Set([
  'container-instance/IamInstanceProfile',
  'eks-cluster/logging/clusterLogging',
  'internet-gateway/VpcId',
  'scaling-policy/ResourceId',
])

describe('all that the tables name is there', () => {
  test.each(Object.entries(resourceNames))('%s', (call, names) => {
    const { properties } = resource(names.type)
    if (!call.endsWith(':EcsParameters')) expect(resourceTypes).toContain(call)
    for (const [pointer, name] of Object.entries(names.renamed ?? {})) {
      if (pointer.lastIndexOf('/') === 0 && !call.endsWith(':EcsParameters')) {
        expect(Object.keys(properties)).toContain(name)
      }
    }
    for (const there of Object.values(names.moved ?? {})) {
      expect(Object.keys(properties)).toContain(there.split('/')[1])
    }
  })
})

test.each(kindsWithAttributes)('the identifiers of %s are attributes of its resource', (kind) => {
  const type = typeOf(kind)
  const { attributes, properties } = resource(type)
  for (const attribute of Object.keys(knownKind(kind).attributes)) {
    const name = cloudFormationAttribute(kind, attribute)
    if (name === undefined || name === 'Ref') continue
    expect([...Object.keys(attributes), ...Object.keys(properties)]).toContain(name)
  }
})

function typeOf(kind: string): string {
  if (kind.endsWith('-load-balancer') && kind !== 'classic-load-balancer') {
    return 'AWS::ElasticLoadBalancingV2::LoadBalancer'
  }
  if (kind.startsWith('fsx-')) return 'AWS::FSx::FileSystem'
  if (kind === 'scaling-policy') return 'AWS::ApplicationAutoScaling::ScalingPolicy'
  const own = Object.entries(ownTypes).find(([, one]) => one.kind === kind)
  if (!own) throw new Error(`No type for ${kind}.`)
  return own[0]
}
