/** Taking out of a list what says the same as an earlier item. */
import { sameJson, valueAt } from '../../basics/json'
import type { Text } from '../../texts/text'
import type { Fix } from '../rule'

/** Keeps the first of items that are equal in every member. */
export function dropCopies(title: Text, id: string, list: string): Fix {
  return {
    title,
    apply: (draft) => {
      const items = valueAt(draft.elements[id]?.spec, list)
      if (!Array.isArray(items)) return
      for (let i = items.length - 1; i > 0; i--) {
        if (items.slice(0, i).some((earlier) => sameJson(earlier, items[i]))) items.splice(i, 1)
      }
    },
  }
}
