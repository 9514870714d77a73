/**
 * Input of AWS's API as arguments of Terraform's, and back. Names follow from each other by rule; the counterpart's table
 * has what does not. Whatever has no place on the other side is handed to `lost`.
 */
import { z } from 'zod'
import { toNumber, toText } from '../../basics/convert'
import { isObject, toPointer } from '../../basics/json'
import { snake, spellings, unsnake } from './casing'
import { toAwsValue, toTerraformValue } from './conversions'
import type { Counterpart } from './counterpart'
import { type Argument, argumentAt } from './schema'

export type Body = Record<string, unknown>

/** Hears the JSON pointer and the value of what could not be said. */
export type Lost = (pointer: string, value: unknown) => void

/** A body that is being written, and what it stands for. */
interface Frame {
  readonly path: string
  readonly body: Body
}

/** The arguments for a call's input. Blocks are lists of bodies. */
export function toTerraform(counterpart: Counterpart, input: Readonly<Body>, lost: Lost): Body {
  const body: Body = {}
  writeMembers(counterpart, input, { api: '', pointer: '' }, [{ path: '', body }], lost)
  return body
}

interface Place {
  /** Without indices. */
  readonly api: string
  readonly pointer: string
}

function writeMembers(
  of: Counterpart,
  from: Readonly<Body>,
  at: Place,
  frames: readonly Frame[],
  lost: Lost,
): void {
  for (const [name, value] of Object.entries(from)) {
    if (value === undefined || value === null) continue
    const place = {
      api: `${at.api}/${name}`,
      pointer: at.pointer + toPointer([name]),
    }
    if (of.implied.includes(place.api)) continue
    writeMember(of, name, value, place, frames, lost)
  }
}

function writeMember(
  of: Counterpart,
  name: string,
  value: unknown,
  at: Place,
  frames: readonly Frame[],
  lost: Lost,
): void {
  const here = frames.at(-1) as Frame
  if (of.keyed.includes(at.api)) {
    writeMembers(of, keyedMembers(value), at, frames, lost)
    return
  }
  const target = of.names[at.api] ?? defaultTarget(of, name, here.path)
  const tags = target === undefined ? tagsOf(of, name, value) : undefined
  if (tags) {
    here.body.tags = tags
    return
  }
  if (target === undefined) {
    // A container of which every member has a place of its own elsewhere needs none itself.
    const dissolves = isObject(value) && Object.keys(of.names).some((path) => path.startsWith(`${at.api}/`))
    if (dissolves) writeMembers(of, value, at, frames, lost)
    else lost(at.pointer, value)
    return
  }
  const conversion = of.conversions[at.api]
  const frame = holderOf(frames, target)
  if (target === frame.path) {
    dissolve(of, value, at, frames, lost)
    return
  }
  const body = bodyAt(frame, target)
  const last = target.slice(target.lastIndexOf('/') + 1)
  const argument = argumentAt(of.type, target)
  if (typeof argument !== 'object' || (conversion !== undefined && conversion !== 'same')) {
    const written =
      conversion === undefined ? (tagMap(argument, value) ?? value) : toTerraformValue(conversion, value)
    body[last] = typed(argument, written)
    return
  }
  const items = Array.isArray(value) ? value : [value]
  const bodies = items.map((item, index) => {
    const inner: Body = {}
    const pointer = Array.isArray(value) ? `${at.pointer}/${index}` : at.pointer
    if (isObject(item))
      writeMembers(of, item, { api: at.api, pointer }, [...frames, { path: target, body: inner }], lost)
    else lost(pointer, item)
    return inner
  })
  if (argument.$.startsWith('1') && bodies.length > 1) lost(`${at.pointer}/1`, items[1])
  const kept = argument.$.startsWith('1') ? bodies.slice(0, 1) : bodies
  const before = body[last]
  body[last] =
    Array.isArray(before) && argument.$.startsWith('1') ? [Object.assign({}, before[0], kept[0])] : kept
}

/** Its members are its parent's. Of a list, only the first item can be. */
function dissolve(of: Counterpart, value: unknown, at: Place, frames: readonly Frame[], lost: Lost): void {
  const first = Array.isArray(value) ? value[0] : value
  if (Array.isArray(value) && value.length > 1) lost(`${at.pointer}/1`, value[1])
  const pointer = Array.isArray(value) ? `${at.pointer}/0` : at.pointer
  if (isObject(first)) writeMembers(of, first, { api: at.api, pointer }, frames, lost)
  else if (first !== undefined) lost(pointer, first)
}

function defaultTarget({ type }: Counterpart, name: string, path: string): string | undefined {
  // The schema keeps what it says of a block itself under “$”.
  if (name === '$') return undefined
  const found = spellings(name).find((spelling) => argumentAt(type, `${path}/${spelling}`) !== undefined)
  return found === undefined ? undefined : `${path}/${found}`
}

/** The innermost body that an argument belongs to. */
function holderOf(frames: readonly Frame[], target: string): Frame {
  const found = frames.findLast(({ path }) => path === '' || target === path || target.startsWith(`${path}/`))
  return found ?? (frames[0] as Frame)
}

/** The body that the last name of a path stands in; blocks between are made. */
function bodyAt({ path, body }: Frame, target: string): Body {
  let found = body
  for (const name of target
    .slice(path.length + 1)
    .split('/')
    .slice(0, -1)) {
    const [known] = Array.isArray(found[name]) ? (found[name] as Body[]) : []
    const inner: Body = known ?? {}
    if (!known) found[name] = [inner]
    found = inner
  }
  return found
}

function keyedMembers(value: unknown): Body {
  const items = (Array.isArray(value) ? value : []).filter(isObject)
  return Object.fromEntries(items.map(({ Key, Value }) => [toText(Key), Value]))
}

/** A value as the argument takes it: `"80"` where AWS says 80, and the other way round. */
function typed(argument: Argument | undefined, value: unknown): unknown {
  if (argument === 's' && (typeof value === 'number' || typeof value === 'boolean')) return toText(value)
  if (argument === 'n' && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)) return toNumber(value)
  if (argument === 'b' && typeof value === 'string' && /^(?:true|false)$/.test(value)) return value === 'true'
  if (argument === 'sl' && typeof value === 'string') return [value]
  if (argument === 'sm' && isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typed('s', item)]))
  }
  return value
}

function tagMap(argument: Argument | undefined, value: unknown): Body | undefined {
  if (argument !== 'sm' || !Array.isArray(value)) return undefined
  const pairs = value
    .filter(isObject)
    .map((tag) => [toText(tag.key ?? tag.Key), tag.value ?? tag.Value ?? ''] as const)
  return Object.fromEntries(pairs)
}

function tagsOf(of: Counterpart, name: string, value: unknown): Body | undefined {
  if (name !== 'TagSpecifications' || of.tagged === undefined || !Array.isArray(value)) return undefined
  const own = value
    .filter(isObject)
    .find(({ ResourceType }) => ResourceType === of.tagged || ResourceType === undefined)
  return own ? tagMap('sm', own.Tags) : undefined
}

/** What the schema of an element's kind says of the place. */
type Known = z.ZodType | undefined

/** The input of AWS's call for arguments. `schema` is the kind's, which knows AWS's spelling. */
export function toAws(
  counterpart: Counterpart,
  body: Readonly<Body>,
  schema: z.ZodType | undefined,
  lost: Lost,
): Body {
  const input: Body = {}
  const pascal = Object.keys(shapeOf(schema)).some((name) => /^[A-Z]/.test(name))
  const reader: Reader = { of: counterpart, schema, pascal, inverse: inverseOf(counterpart), lost }
  readBody(reader, body, { terraform: '', pointer: '' }, [{ path: '', body: input }])
  return input
}

interface Reader {
  readonly of: Counterpart
  readonly schema: Known
  readonly pascal: boolean
  readonly inverse: ReadonlyMap<string, string>
  readonly lost: Lost
}

interface Spot {
  readonly terraform: string
  readonly pointer: string
}

/** Arguments of the provider itself, which say nothing about AWS. */
const OWN = new Set(['id', 'tags_all', 'timeouts', 'region'])

function readBody(reader: Reader, from: Readonly<Body>, at: Spot, frames: readonly Frame[]): void {
  for (const [name, value] of Object.entries(from)) {
    if (value === undefined || value === null) continue
    if (
      Array.isArray(value) &&
      value.length === 0 &&
      typeof argumentAt(reader.of.type, `${at.terraform}/${name}`) === 'object'
    )
      continue
    readArgument(
      reader,
      name,
      value,
      { terraform: `${at.terraform}/${name}`, pointer: `${at.pointer}/${name}` },
      frames,
    )
  }
}

function readArgument(
  reader: Reader,
  name: string,
  value: unknown,
  at: Spot,
  frames: readonly Frame[],
): void {
  const { of, inverse, lost } = reader
  const here = frames.at(-1) as Frame
  if (at.terraform === `/${name}` && OWN.has(name)) {
    lost(at.pointer, value)
    return
  }
  if (at.terraform === '/tags' && of.tagged !== undefined) {
    readTagSpecifications(of.tagged, here, value)
    return
  }
  const target = inverse.get(at.terraform) ?? defaultMember(reader, here.path, at.terraform, name)
  const frame = holderOf(frames, target)
  const argument = argumentAt(of.type, at.terraform)
  const conversion = of.conversions[target]
  const known = schemaAt(reader.schema, target)
  if (typeof argument !== 'object' || (conversion !== undefined && conversion !== 'same')) {
    const read = conversion === undefined ? value : toAwsValue(conversion, value)
    setIn(reader, frame, target, fitting(known, read, target))
    return
  }
  const items = (Array.isArray(value) ? value : [value]).filter(isObject)
  const type = known && bare(known)
  const isList =
    type instanceof z.ZodArray ||
    (!(type instanceof z.ZodObject) && (argument.$ === '*' || argument.$ === 'a'))
  if (target === frame.path) {
    for (const item of items) readBody(reader, item, at, frames)
    return
  }
  const bodies = items.map((item, index) => {
    const inner: Body = {}
    const pointer = Array.isArray(value) ? `${at.pointer}/${index}` : at.pointer
    readBody(reader, item, { terraform: at.terraform, pointer }, [...frames, { path: target, body: inner }])
    return inner
  })
  // A block whose arguments all have places elsewhere leaves nothing behind.
  const isSaidElsewhere =
    bodies.every((body) => Object.keys(body).length === 0) &&
    items.some((item) => Object.keys(item).length > 0)
  if (!isSaidElsewhere) setIn(reader, frame, target, isList ? bodies : (bodies[0] ?? {}))
}

function readTagSpecifications(ResourceType: string, { body }: Frame, value: unknown): void {
  if (!isObject(value)) return
  const Tags = Object.entries(value).map(([Key, Value]) => ({ Key, Value: toText(Value) }))
  if (Tags.length > 0) body.TagSpecifications = [{ ResourceType, Tags }]
}

/** Puts a value where it belongs; objects and lists between are made. */
function setIn(reader: Reader, { path, body }: Frame, target: string, value: unknown): void {
  const names = target.slice(path.length + 1).split('/')
  let found = body
  let at = path
  for (const name of names.slice(0, -1)) {
    at += `/${name}`
    const known = schemaAt(reader.schema, at)
    const isKeyed = reader.of.keyed.includes(at)
    if (isKeyed) {
      const list = (found[name] as unknown[] | undefined) ?? []
      list.push({ Key: target.slice(at.length + 1), Value: toText(value) })
      found[name] = list
      return
    }
    if (known && bare(known) instanceof z.ZodArray) {
      const list = (found[name] as Body[] | undefined) ?? [{}]
      found[name] = list
      found = list[0] as Body
    } else {
      const inner = (found[name] as Body | undefined) ?? {}
      found[name] = inner
      found = inner
    }
  }
  const last = names.at(-1) as string
  const before = found[last]
  found[last] = isObject(before) && isObject(value) ? { ...before, ...value } : value
}

/** From Terraform's argument to AWS's member; of several, the deepest, which dissolves what is around it. */
function inverseOf({ names }: Counterpart): ReadonlyMap<string, string> {
  const inverse = new Map<string, string>()
  for (const [api, terraform] of Object.entries(names)) {
    if (terraform === '') continue
    const known = inverse.get(terraform)
    if (known === undefined || !names[known]) inverse.set(terraform, api)
    else if (api.startsWith(`${known}/`) && !isDissolved(names, api, terraform)) inverse.set(terraform, api)
  }
  return inverse
}

/** `/volumes/host` is part of the block `volume`, and not what the block is. */
function isDissolved(names: Readonly<Record<string, string>>, api: string, terraform: string): boolean {
  return names[api.slice(0, api.lastIndexOf('/'))] === terraform
}

/** AWS's member for an argument, in the body itself or in what dissolves into it. */
function defaultMember(
  { of, schema, pascal }: Reader,
  path: string,
  terraform: string,
  name: string,
): string {
  const around = terraform.slice(0, terraform.lastIndexOf('/'))
  const dissolved = Object.keys(of.names).filter(
    (api) => of.names[api] === around && api.startsWith(`${path}/`),
  )
  for (const place of [path, ...dissolved]) {
    const members = Object.keys(shapeOf(schemaAt(schema, place)))
    const found =
      members.find((member) => snake(member) === name) ??
      members.find((member) => spellings(member).includes(name))
    if (found !== undefined) return `${place}/${found}`
  }
  return `${path}/${unsnake(name, pascal)}`
}

/** A value of the type that the kind's schema expects: tags as pairs, numbers as numbers. */
function fitting(known: Known, value: unknown, target: string): unknown {
  const type = known && bare(known)
  const isTags = /\/[tT]ags$/.test(target) && isObject(value)
  if (isTags && !(type instanceof z.ZodRecord)) {
    const pascal = /\/Tags$/.test(target)
    return Object.entries(value).map(([key, said]) =>
      pascal ? { Key: key, Value: toText(said) } : { key, value: toText(said) },
    )
  }
  if (type instanceof z.ZodRecord && isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, typeof item === 'object' ? item : toText(item)]),
    )
  }
  // A list that is not known yet is one text.
  if (type instanceof z.ZodArray && typeof value === 'string' && value !== '') return [value]
  if (type instanceof z.ZodNumber && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value))
    return toNumber(value)
  if (type instanceof z.ZodString && (typeof value === 'number' || typeof value === 'boolean'))
    return toText(value)
  if (type instanceof z.ZodBoolean && /^(?:true|false)$/.test(toText(value))) return toText(value) === 'true'
  return value
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema
}

function shapeOf(schema: Known): Readonly<Record<string, z.ZodType>> {
  if (!schema) return {}
  const type = bare(schema)
  if (type instanceof z.ZodArray) return shapeOf(type.element as z.ZodType)
  return type instanceof z.ZodObject ? (type.shape as Record<string, z.ZodType>) : {}
}

function schemaAt(schema: Known, path: string): Known {
  let found = schema
  for (const name of path.split('/').slice(1)) found = shapeOf(found)[name]
  return found
}
