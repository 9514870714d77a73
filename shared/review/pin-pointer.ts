/**
 * The place in an element's spec that a pin is about. It names items of lists (`/containerDefinitions/name=api/cpu`), as
 * an index would mean another container once one came or went; an index is for what nothing tells apart.
 */
import { toNumber, toText } from '../basics/convert'
import { fromPointer, isObject, type Segment, toPointer } from '../basics/json'
import { memo, memoLast } from '../basics/memo'
import { own } from '../basics/own'
import type { Design, Pin } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { listIdentities } from '../merge/list-identities'
import { namedItems } from '../merge/list-items'

type Elements = Pick<Design, 'elements'>

/** A place as a pin keeps it: with the names of items in place of their indices. */
export function keptPointer(spec: unknown, pointer: string): string {
  return toPointer(keptSteps(spec, pointer).map(({ key }) => key))
}

/** The same step by step, for those who say it in words. */
export function keptSteps(
  spec: unknown,
  pointer: string,
): readonly { readonly key: string; readonly isItem: boolean }[] {
  return stepsOf(spec, pointer).map(({ key, item, isGone }) => ({
    key: item?.name ?? key,
    isItem: item !== undefined || isGone,
  }))
}

/** Where a place is in the spec as it is now, with indices: of what is gone the nearest part that is left. */
function pointerNow(spec: unknown, pointer: string): string {
  const steps = stepsOf(spec, pointer)
  const gone = steps.findIndex(({ isGone }) => isGone)
  const left = gone < 0 ? steps : steps.slice(0, gone)
  return toPointer(left.map(({ key, item }) => item?.index ?? key))
}

/** A pin whose pointer leads to its place in the design as it is; the same object as long as the element is the same. */
export function pinNow({ elements }: Elements, pin: Pin): Pin {
  const spec = specOf({ elements }, pin.element)
  return spec && pin.pointer !== undefined ? now(pin)(spec) : pin
}

const now = memo((pin: Pin) =>
  memoLast((spec: object): Pin => {
    const pointer = pointerNow(spec, pin.pointer ?? '')
    return pointer === pin.pointer ? pin : { ...pin, pointer }
  }),
)

/** Has pins stay with items that got another name, or another index where they have no name, in an edit. */
export function followPins(before: Design, after: Design): ((draft: DesignDraft) => void) | undefined {
  if (!after.threads || before.elements === after.elements) return undefined
  const moved = Object.entries(after.threads).flatMap(([id, { pin }]) => {
    const [was, is] = [specOf(before, pin.element), specOf(after, pin.element)]
    if (pin.pointer === undefined || was === is || !was || !is) return []
    const pointer = followed(was, is, pin.pointer)
    return pointer === pin.pointer ? [] : [{ id, pointer }]
  })
  if (moved.length === 0) return undefined
  return ({ threads = {} }) => {
    for (const { id, pointer } of moved) {
      const thread = threads[id]
      if (thread) thread.pin.pointer = pointer
    }
  }
}

function specOf({ elements }: Elements, id = ''): object | undefined {
  return own(elements, id)?.spec
}

interface Item {
  readonly index: number
  readonly name: string
}

interface Step {
  /** As it was written. */
  readonly key: string
  readonly item?: Item | undefined
  /** It meant an item that is not there. */
  readonly isGone: boolean
}

function stepsOf(spec: unknown, pointer: string): readonly Step[] {
  let value = spec
  let member = ''
  return fromPointer(pointer).map((key) => {
    const list = Array.isArray(value) ? value : undefined
    const item = list && itemOf(list, member, key)
    const isGone = list ? !item : value === undefined && isItem(member, key)
    value = item ? list?.[item.index] : memberOf(value, key)
    member = key
    return { key, item, isGone }
  })
}

/** Where one of two specs has a place, the other one's pointer to it; the same pointer where that has none. */
function followed(before: unknown, after: unknown, pointer: string): string {
  let [was, is] = [before, after]
  let member = ''
  const path: Segment[] = []
  for (const key of fromPointer(pointer)) {
    if (Array.isArray(was)) {
      const item = itemOf(was, member, key)
      const next = item && Array.isArray(is) ? sameItem(member, was, is, item) : undefined
      if (!item || !next) return pointer
      path.push(next.name)
      was = was[item.index]
      is = (is as readonly unknown[])[next.index]
    } else {
      path.push(key)
      was = memberOf(was, key)
      is = memberOf(is, key)
    }
    member = key
  }
  return toPointer(path)
}

/** An item of a list in another state of that: by its name, else itself, else what stands in its place. */
function sameItem(
  member: string,
  was: readonly unknown[],
  is: readonly unknown[],
  { index, name }: Item,
): Item | undefined {
  const names = namesOf(member, is)
  const at = (place: number): Item => ({ index: place, name: names?.[place] ?? toText(place) })
  const same = names?.includes(name) ? names.indexOf(name) : is.indexOf(was[index])
  if (same >= 0) return at(is[index] === was[index] ? index : same)
  const wasThere = names && namesOf(member, was)?.includes(names[index] ?? '')
  return was.length === is.length && !wasThere ? at(index) : undefined
}

/** The item that a key means: by its name, else by its index. */
function itemOf(list: readonly unknown[], member: string, key: string): Item | undefined {
  const names = namesOf(member, list)
  const named = names?.indexOf(key) ?? -1
  const index = named >= 0 || !/^\d+$/.test(key) ? named : toNumber(key)
  return index >= 0 && index < list.length ? { index, name: names?.[index] ?? toText(index) } : undefined
}

function namesOf(member: string, list: readonly unknown[]): readonly string[] | undefined {
  const items = namedItems(member, list)
  const names = items && [...items.keys()]
  // A number would be taken for an index.
  return names?.some((name) => /^\d+$/.test(name)) ? undefined : names
}

/** Does a key mean an item of a list, as far as one can tell without the list? */
function isItem(member: string, key: string): boolean {
  return Object.hasOwn(listIdentities, member) && /^\d+$|=|^["{]/.test(key)
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) ? own(value, key) : undefined
}
