/** Places in lists by the names of their items, and by their indices: other parts of the app speak of these. */
import { toNumber } from '../../basics/convert'
import { fromPointer, isObject, type Segment, toPointer } from '../../basics/json'
import { own } from '../../basics/own'
import { namedItems } from '../../merge/list-items'

/** `/containerDefinitions/0/image` as `/containerDefinitions/name=api/image`, as far as the items have names. */
export function named(root: unknown, pointer: string): string {
  return along(root, pointer, (list, member, key) => {
    const index = toNumber(key)
    const items = namedItems(member, list)
    return { name: (items && [...items.keys()][index]) ?? key, index }
  })
}

/** `/containerDefinitions/name=api/image` as `/containerDefinitions/0/image`; what is not there keeps its name. */
export function indexed(root: unknown, pointer: string): string {
  return along(root, pointer, (list, member, key) => {
    const items = namedItems(member, list)
    const index = items ? [...items.keys()].indexOf(key) : -1
    return index < 0 ? { name: key, index: toNumber(key) } : { name: index, index }
  })
}

type Step = (
  list: readonly unknown[],
  member: string,
  key: string,
) => { readonly name: Segment; readonly index: number }

function along(root: unknown, pointer: string, step: Step): string {
  let value: unknown = root
  let member = ''
  const path: Segment[] = []
  for (const key of fromPointer(pointer)) {
    if (Array.isArray(value)) {
      const { name, index } = step(value, member, key)
      path.push(name)
      value = value[index]
    } else {
      path.push(key)
      value = isObject(value) ? own(value, key) : undefined
    }
    member = key
  }
  return toPointer(path)
}
