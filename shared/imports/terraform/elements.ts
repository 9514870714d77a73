/** Resources that are elements: their arguments become AWS's input, and what has no place there is said. */
import { counterparts } from '../../aws/terraform/counterparts'
import { restored } from '../../aws/terraform/prepared'
import { type Body, toAws } from '../../aws/terraform/translate'
import { isObject } from '../../basics/json'
import { own } from '../../basics/own'
import { quote } from '../../basics/quote'
import { slug } from '../../basics/slug'
import { kindOf, labelOf } from '../../elements/kinds'
import { say } from '../../texts/text'
import { add, define } from '../collect/collector'
import { dataSources, kindOfResource } from './kinds'
import { withoutMeta } from './meta'
import type { TerraformResource } from './resource'
import { putElement, report, resolved, type Work } from './work'

/** Names that say nothing: the element is called by its name in AWS. */
const GENERIC = new Set(['this', 'default', 'self', 'resource', 'example'])

/** Makes elements of all resources that are some. */
export function addElements(work: Work): void {
  for (const resource of work.resources) {
    const kind = resource.isData ? undefined : kindOfResource(resource)
    if (kind !== undefined) addElement(work, resource, kind)
    else if (resource.isData && Object.hasOwn(dataSources, resource.type)) addExisting(work, resource)
  }
}

function addElement(work: Work, resource: TerraformResource, kind: string): void {
  const counterpart = counterparts[kind]
  if (!counterpart) return
  const body = readable(work, withoutMeta(work, resource))
  // Rules in the group itself are put into AWS's words later, each source a rule of its own.
  if (kind === 'security-group') for (const name of ['ingress', 'egress']) delete body[name]
  const lost = (pointer: string) => lose(work, resource, pointer)
  const spec = restored(kind, toAws(counterpart, body, kindOf(kind)?.spec, lost))
  const label = labelFrom(spec)
  const called = calledOf(resource, spec, kind, label)
  const element = { kind, ...(label === undefined ? {} : { label }), spec: {} }
  const origin = { file: resource.file, pointer: resource.pointer, within: '' }
  const id = GENERIC.has(resource.name)
    ? define(work.collector, { called, element }, origin)
    : add(work.collector, free(work, called, kind), element)
  work.collector.origins[id] = origin
  work.specs.set(id, spec)
  putElement(work, resource, id)
  for (const [attribute, value] of Object.entries(resource.identifiers ?? {})) {
    // Several resources may be called by one name; what is longer than that is AWS's own identifier.
    const isOwn = attribute !== 'name' && /[:/]|-[0-9a-f]{8,17}$|\./.test(value)
    if (isOwn && !work.identified.has(value))
      work.identified.set(value, { id, type: resource.type, attribute })
  }
  report(
    work,
    'mapped',
    kind,
    resource,
    say`${labelOf(kind)} ${quote(resource.address)} became an element.`,
    id,
  )
}

/** Where several resources have one label, their ids say what they are. */
function free({ collector }: Work, called: string, kind: string): string {
  return Object.hasOwn(collector.elements, slug(called, kind)) ? `${called} ${kind}` : called
}

/** A name by the resource's own label; of several, or where that says nothing, by the name in AWS. */
function calledOf({ name }: TerraformResource, spec: Body, kind: string, label: string | undefined): string {
  if (!GENERIC.has(name)) return name
  const member = kindOf(kind)?.name?.slice(1)
  const written = member === undefined ? undefined : spec[member]
  const own = typeof written === 'string' && !written.includes('\uE000') ? written : label
  return own ?? kind
}

/** EC2's resources are called by a tag; a design has a label for that. */
function labelFrom(spec: Body): string | undefined {
  const [specification, ...more] = Array.isArray(spec.TagSpecifications) ? spec.TagSpecifications : []
  const tags = isObject(specification) && Array.isArray(specification.Tags) ? specification.Tags : []
  const name = tags.filter(isObject).find(({ Key }) => Key === 'Name')?.Value
  if (typeof name !== 'string' || name.includes('\uE000')) return undefined
  if (tags.length === 1 && more.length === 0) delete spec.TagSpecifications
  return name
}

/** Heredocs of JSON may have numbers that are not known yet; in quotes, they can be read. */
function readable({ tokens }: Work, body: Body): Body {
  const mended = Object.entries(body).map(([name, value]) => {
    const isJson = typeof value === 'string' && tokens.isIn(value) && /^\s*[[{]/.test(value)
    return [name, isJson ? quotedMarks(value) : value] as const
  })
  return Object.fromEntries(mended)
}

function quotedMarks(text: string): string {
  let isInText = false
  return text.replace(/\\.|"|\uE000\d+\uE001/g, (found) => {
    if (found === '"') isInText = !isInText
    return found.startsWith('\uE000') && !isInText ? `"${found}"` : found
  })
}

function lose(work: Work, { file, pointer, type }: TerraformResource, at: string): void {
  const name = at.replace(/^\//, '').replaceAll('/', '.')
  // Of a state: every resource has an id, which is no setting, and all its tags twice.
  if (/^(?:id|tags_all|region|timeouts)$/.test(name)) {
    if (name === 'region' || name === 'timeouts') {
      const text = say`${quote(name)} is Terraform’s own, and not in the design.`
      report(work, 'dropped', 'own-argument', { file, pointer: pointer + at }, text)
    }
    return
  }
  report(
    work,
    'dropped',
    'unknown-argument',
    { file, pointer: pointer + at },
    say`${quote(name)} of ${type} has no place in a design.`,
  )
}

/** What files only refer to: an element that exists already. */
function addExisting(work: Work, resource: TerraformResource): void {
  const source = own(dataSources, resource.type)
  if (!source) return
  const { kind, identifiers } = source
  const known = Object.entries(identifiers).flatMap(([argument, attribute]) => {
    const value = resource.body[argument]
    return typeof value === 'string' && value !== '' ? [[attribute, value] as const] : []
  })
  const fallback = Object.values(identifiers)[0] ?? 'arn'
  const written = `\${${resource.address}.${Object.keys(identifiers)[0] === 'cluster_name' ? 'arn' : 'id'}}`
  const isOpen = known.every(([, value]) => value.includes('\uE000'))
  // A VPC or subnet without an id is taken for one that is there anyway, and asked for by its name.
  const isAsked = isOpen && (kind === 'vpc' || kind === 'subnet')
  const existing = known.length > 0 ? Object.fromEntries(known) : { [fallback]: written }
  const [first] = known
  const isGeneric = GENERIC.has(resource.name) || first?.[1].includes('\uE000') === false
  const called = isGeneric && first && !first[1].includes('\uE000') ? first[1] : resource.name
  const origin = { file: resource.file, pointer: resource.pointer, within: '' }
  const element = {
    kind,
    label: resource.name,
    spec: {},
    ...(isAsked ? {} : { existing: resolved(work, existing, () => undefined) }),
  }
  const id = define(work.collector, { called, element }, origin)
  work.specs.set(id, {})
  putElement(work, resource, id)
  report(
    work,
    'mapped',
    kind,
    resource,
    say`${labelOf(kind)} ${quote(resource.address)} exists already; it became an element.`,
    id,
  )
  for (const [name, value] of Object.entries(resource.body)) {
    if (Object.hasOwn(identifiers, name) || value === null) continue
    const place = { file: resource.file, pointer: `${resource.pointer}/${name}` }
    report(
      work,
      'dropped',
      'data-argument',
      place,
      say`${quote(name)} tells Terraform how to find it, and is not in the design.`,
      id,
    )
  }
}
