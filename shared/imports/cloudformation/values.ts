/** Properties of a template as the input of a call: names, references to elements, and what stays as it was written. */

import { shortAttribute } from '../../aws/cloudformation/attributes'
import { fromProperties, type Leaf } from '../../aws/cloudformation/convert'
import { isIntrinsic } from '../../aws/cloudformation/intrinsics'
import { resourceNames } from '../../aws/cloudformation/names'
import { joinTexts, toNumber, toText } from '../../basics/convert'
import { setAt, toPointer, valueAt } from '../../basics/json'
import { quote } from '../../basics/quote'
import { escapeText, mapStrings, refer, referencesIn } from '../../design/references'
import type { MutableSpec } from '../../elements/kind'
import { kindOf, knownKind } from '../../elements/kinds'
import { viewOf } from '../../elements/view'
import { say } from '../../texts/text'
import { note, reference } from '../collect/collector'
import { readerAt } from '../collect/places'
import { givenBy, relationsOf } from './given'
import { inFile, kindOfId, type Reading } from './reading'
import { type Scope, textOf } from './scope'
import type { TemplateResource } from './template'

/** The properties of a resource as a call's input, which stands in an element's spec, `within` it or as all of it. */
export function inputOf(
  reading: Reading,
  resource: TemplateResource,
  call: string,
  id: string,
  within = '',
): MutableSpec {
  const names = resourceNames[call]
  if (!names) throw new Error(`No names for ${call}.`)
  const leaf = leafOf(reading, resource, id, within)
  const { input, misspelt } = fromProperties(names, withoutNothing(resource.properties), leaf)
  const { collector, template } = reading
  for (const place of misspelt) {
    const pointer = inFile(reading, resource.logicalId, `/Properties${place}`)
    const name = quote(place.slice(place.lastIndexOf('/') + 1))
    const text = say`${name} is taken for the member that CloudFormation spells with a capital letter.`
    note(collector, 'mapped', 'spelling', { file: template.file, pointer }, text, id)
  }
  return input
}

/** A member set to nothing is not there. */
function withoutNothing(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))
}

/** What becomes of the texts and functions of a resource. */
export function leafOf(reading: Reading, resource: TemplateResource, id: string, within = ''): Leaf {
  const { collector, scope, template } = reading
  const kind = kindOfId(reading, id)
  return (value, api, place) => {
    const pointer = inFile(reading, resource.logicalId, `/Properties${place}`)
    const origin = { file: template.file, pointer }
    // What instances run is kept as people write it; exports encode it.
    const encoded = place.endsWith('/UserData') && isIntrinsic(value) ? value['Fn::Base64'] : undefined
    const text = textOf(scope, encoded ?? value)
    if (text === undefined) {
      note(collector, 'kept', 'function', origin, say`${shortly(value)} is kept as it was written.`, id)
      return mapStrings(value, escapeText)
    }
    const isReference = referencesIn(text).length > 0
    if (typeof value !== 'string') noteFunction(reading, value, text, origin, id)
    if (isReference || text === '') return shortened(kind, within + api, text)
    const given = givenBy(reading, kind, within + api, text)
    if (given !== undefined) return given
    const reader = readerAt(kind, within + api)
    const siblings = place.slice(0, place.lastIndexOf('/'))
    const sibling = (name: string) =>
      siblingText(scope, valueAt(resource.properties, siblings + toPointer([name])))
    const found = reader?.(typeof value === 'string' ? value : text, sibling)
    if (typeof found !== 'object') return text
    const named = reading.named.get(`${found.kind} ${text}`)
    return named === undefined ? reference(collector, found, origin) : refer(named)
  }
}

/** Where a kind's relation expects the element, its default identifier need not be named. */
function shortened(kind: string, pointer: string, text: string): string {
  const known = kindOf(kind)
  const [, id = '', attribute = ''] = /^@\{([a-z0-9-]+)\.([A-Za-z]+)\}$/.exec(text) ?? []
  if (!known || id === '') return text
  const isDefault = relationsOf(known, pointer).some(
    (relation) =>
      relation.attribute === undefined &&
      relation.to.some((to) => shortAttribute(to, attribute) === undefined),
  )
  return isDefault ? refer(id) : text
}

function siblingText(scope: Scope, value: unknown): unknown {
  return isIntrinsic(value) ? (textOf(scope, value) ?? value) : value
}

function noteFunction(
  { collector }: Reading,
  value: unknown,
  text: string,
  origin: { readonly file: string; readonly pointer: string },
  id: string,
): void {
  if (text.includes('${')) {
    const said = say`${shortly(value)} is kept as ${quote(text)}.`
    note(collector, 'kept', 'function', origin, said, id)
  } else {
    note(collector, 'mapped', 'reference', origin, say`${shortly(value)} became a reference.`, id)
  }
}

/** `!Ref Cluster`, as people write it. */
export function shortly(value: unknown): string {
  const [[name = '', argument] = []] = Object.entries(value as object)
  const short = `!${name.replace(/^Fn::/, '')}`
  const said = Array.isArray(argument) && name === 'Fn::GetAtt' ? joinTexts(argument, '.') : argument
  return typeof said === 'string' && said.length <= 60 ? `${short} ${said}` : short
}

/** CloudFormation takes `"80"` for 80 and `true` for `"true"`; a spec has what the API takes. */
export function coerce(kind: string, spec: MutableSpec): void {
  for (const { pointer, expected } of viewOf(knownKind(kind), { ...spec }).faults) {
    const made = coerced(valueAt(spec, pointer), expected)
    if (made !== undefined) setAt(spec, pointer, made)
  }
}

function coerced(value: unknown, expected: string): unknown {
  switch (expected) {
    case 'a text':
      return typeof value === 'number' || typeof value === 'boolean' ? toText(value) : undefined
    case 'a whole number':
    case 'a number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? toNumber(value) : undefined
    case 'a boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined
    default:
      return undefined
  }
}

/** The logical id of the resource that a `Ref`, or an attribute, is of. */
export function refersTo(value: unknown): string | undefined {
  if (!isIntrinsic(value)) return undefined
  const { Ref, 'Fn::GetAtt': attribute } = value
  if (typeof Ref === 'string') return Ref
  const name = Array.isArray(attribute) ? attribute[0] : attribute
  return typeof name === 'string' ? name.split('.')[0] : undefined
}
