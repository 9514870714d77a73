/** An API's input as CloudFormation's properties, and back. */
import { toNumber, toText } from '../../basics/convert'
import { isObject, setAt, toPointer } from '../../basics/json'
import { isIntrinsic } from './intrinsics'
import type { Form, ResourceNames } from './resource-names'

export interface Properties {
  readonly properties: Record<string, unknown>
  /** Pointers of what CloudFormation has no member for. */
  readonly left: readonly string[]
}

/** The properties of a call's input. Names that are not known are spelled by the habit. */
export function toProperties(names: ResourceNames, input: Readonly<Record<string, unknown>>): Properties {
  const properties: Record<string, unknown> = {}
  const moved: [string, unknown][] = []
  const left: string[] = []
  const absent = new Set(names.absent)

  const value = (of: unknown, path: string, pointer: string): unknown => {
    const formed = toForm(of, names.forms?.[path])
    if (formed !== of && isObject(of) !== isObject(formed)) return formed
    if (names.maps?.includes(path) || isIntrinsic(formed)) return formed
    if (Array.isArray(formed)) return formed.map((item, i) => value(item, `${path}/*`, `${pointer}/${i}`))
    return isObject(formed) && formed === of ? members(formed, path, pointer) : formed
  }
  const members = (of: Record<string, unknown>, path: string, pointer: string) => {
    const made: Record<string, unknown> = {}
    for (const [key, member] of Object.entries(of)) {
      const at = `${path}/${key}`
      const place = pointer + toPointer([key])
      const elsewhere = names.moved?.[at]
      if (absent.has(at)) left.push(place)
      else if (elsewhere !== undefined && elsewhere !== at) moved.push([elsewhere, value(member, at, place)])
      else {
        const made_ = value(member, at, place)
        // An object whose members all went elsewhere is not left behind empty.
        if (isEmptied(member, made_)) continue
        made[names.renamed?.[at] ?? (names.camel ? upper(key) : key)] = made_
      }
    }
    return made
  }

  Object.assign(properties, members(input, '', ''))
  for (const [pointer, member] of moved) setAt(properties, pointer, member)
  return { properties, left }
}

function isEmptied(before: unknown, after: unknown): boolean {
  return (
    isObject(before) && isObject(after) && Object.keys(after).length === 0 && Object.keys(before).length > 0
  )
}

export interface Input {
  readonly input: Record<string, unknown>
  /** Where in the properties a member of the input came from, by its pointer; only where it does not follow. */
  readonly places: ReadonlyMap<string, string>
  /** Pointers into the properties of members that are spelled as the API does it. */
  readonly misspelt: readonly string[]
}

/** What becomes of a text or a function: `api` and `place` are where it stands in the input and in the properties. */
export type Leaf = (value: unknown, api: string, place: string) => unknown

const asItIs: Leaf = (value) => value

/**
 * The call's input of properties: the reverse. Values keep the form that they have, unless another one is certain.
 */
export function fromProperties(
  names: ResourceNames,
  properties: Readonly<Record<string, unknown>>,
  leaf: Leaf = asItIs,
): Input {
  const input: Record<string, unknown> = {}
  const places = new Map<string, string>()
  const misspelt: string[] = []
  const back = new Map(Object.entries(names.moved ?? {}).map(([api, there]) => [there, api]))
  const renamed = new Map(
    Object.entries(names.renamed ?? {}).map(([api, name]) => [`${above(api)} ${name}`, last(api)]),
  )

  const value = (of: unknown, path: string, api: string, pointer: string): unknown => {
    if (api !== pointer) places.set(api, pointer)
    const form = names.forms?.[path]
    if (typeof of === 'string' || isIntrinsic(of)) return fromForm(leaf(of, api, pointer), form)
    if (names.maps?.includes(path) || isOpaque(form)) return fromForm(deep(of, api, pointer, leaf), form)
    if (Array.isArray(of)) {
      const list = of.map((item, i) => value(item, `${path}/*`, `${api}/${i}`, `${pointer}/${i}`))
      return fromForm(list, form)
    }
    return fromForm(isObject(of) ? members(of, path, api, pointer) : of, form)
  }
  const members = (of: Record<string, unknown>, path: string, api: string, pointer: string) => {
    const made: Record<string, unknown> = {}
    for (const [key, member] of Object.entries(of)) {
      const place = pointer + toPointer([key])
      const elsewhere = deepMoved(back, place, member)
      if (elsewhere !== undefined) {
        for (const [to, from, inner] of elsewhere) setAt(input, to, value(inner, to, to, from))
        continue
      }
      const name = renamed.get(`${path} ${key}`) ?? (names.camel ? lower(key) : key)
      if (names.camel && key !== upper(key)) misspelt.push(place)
      made[name] = value(member, `${path}/${name}`, api + toPointer([name]), place)
    }
    return made
  }

  const own = members(properties, '', '', '')
  // What moved was set first; both may be parts of one object.
  for (const [key, member] of Object.entries(own)) {
    input[key] = isObject(input[key]) && isObject(member) ? { ...member, ...(input[key] as object) } : member
  }
  return { input, places, misspelt }
}

/** In these forms keys are people's own. */
function isOpaque(form: Form | undefined): boolean {
  return form === 'json' || form === 'pairs' || form === 'map' || (form?.startsWith('tags:') ?? false)
}

/** A copy of JSON with its texts and functions replaced, whatever its keys are. */
export function deep(value: unknown, api: string, place: string, leaf: Leaf): unknown {
  if (typeof value === 'string' || isIntrinsic(value)) return leaf(value, api, place)
  if (Array.isArray(value)) return value.map((item, i) => deep(item, `${api}/${i}`, `${place}/${i}`, leaf))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, item]) => {
    const step = toPointer([key])
    return [key, deep(item, api + step, place + step, leaf)] as const
  })
  return Object.fromEntries(entries)
}

/** Is this member, or all that is in it, at home elsewhere? Then to where, from where, and what. */
function deepMoved(
  back: ReadonlyMap<string, string>,
  place: string,
  member: unknown,
): [to: string, from: string, value: unknown][] | undefined {
  const to = back.get(place)
  if (to !== undefined) return [[to, place, member]]
  const within = [...back.keys()].some((there) => there.startsWith(`${place}/`))
  if (!within || typeof member !== 'object' || member === null || isIntrinsic(member)) return undefined
  const found: [string, string, unknown][] = []
  for (const [key, inner] of Object.entries(member)) {
    const deeper = deepMoved(back, place + toPointer([key]), inner)
    if (deeper === undefined) return undefined
    found.push(...deeper)
  }
  return found
}

function toForm(value: unknown, form: Form | undefined): unknown {
  if (form === undefined || isIntrinsic(value)) return value
  if (form.startsWith('inside:')) return insideOf(value, form.slice('inside:'.length))
  if (form.startsWith('tags:')) return tagsOf(value, form.slice('tags:'.length))
  switch (form) {
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? toText(value) : value
    case 'number':
      return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? toNumber(value) : value
    case 'flag':
      return value === 'true' ? true : value === 'false' ? false : value
    case 'json':
      return typeof value === 'string' ? parsed(value) : value
    case 'lines':
      return typeof value === 'string' ? linesOf(value) : value
    case 'pairs':
      return isObject(value) ? Object.entries(value).map(([Key, Value]) => ({ Key, Value })) : value
    case 'map':
      return Array.isArray(value) && value.every(isPair) ? mapOf(value) : value
    default:
      return value
  }
}

function linesOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** CloudFormation has tags for the resource only. */
function tagsOf(value: unknown, type: string): unknown {
  if (!Array.isArray(value)) return value
  const own = value.filter((item) => isObject(item) && (item.ResourceType ?? type) === type)
  return own.flatMap((item) => (Array.isArray(item.Tags) ? item.Tags : []))
}

function fromForm(value: unknown, form: Form | undefined): unknown {
  if (form === undefined || isIntrinsic(value)) return value
  if (form.startsWith('inside:')) {
    return typeof value === 'object' ? value : { [form.slice('inside:'.length)]: value }
  }
  if (form.startsWith('tags:')) {
    return Array.isArray(value) ? [{ ResourceType: form.slice('tags:'.length), Tags: value }] : value
  }
  switch (form) {
    case 'json':
      return isObject(value) || typeof value === 'string' ? compact(value) : value
    case 'lines':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(',') : value
    case 'pairs':
      return Array.isArray(value) && value.every(isPair) ? mapOf(value) : value
    case 'map':
      return isObject(value) ? Object.entries(value).map(([Key, Value]) => ({ Key, Value })) : value
    default:
      return value
  }
}

/** JSON text without blanks between its parts; other text as it is. */
function compact(value: unknown): unknown {
  const json = typeof value === 'string' ? parsed(value) : value
  return typeof json === 'string' ? json : JSON.stringify(json)
}

function insideOf(value: unknown, member: string): unknown {
  if (!isObject(value)) return value
  const keys = Object.keys(value)
  return keys.length === 1 && keys[0] === member ? value[member] : value
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : text
  } catch {
    return text
  }
}

/** A key that stands twice, or has more beside it, can't be a member of a map. */
function isPair(item: unknown): item is { Key: string; Value: unknown } {
  return isObject(item) && typeof item.Key === 'string' && 'Value' in item && Object.keys(item).length === 2
}

function mapOf(pairs: readonly { Key: string; Value: unknown }[]): unknown {
  const map = Object.fromEntries(pairs.map(({ Key, Value }) => [Key, Value]))
  return Object.keys(map).length === pairs.length ? map : pairs
}

function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

function last(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1)
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** CloudFormation's names are the API's with a capital first letter. */
function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
