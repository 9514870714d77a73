/** Changes of a design and open conflicts, for people to read. */

import { fromPointer } from '../../shared/basics/json'
import { cut } from '../../shared/basics/quote'
import type { Conflict, Design, Element } from '../../shared/design/design'
import { displayName, labelOf } from '../../shared/elements/kinds'
import { type Change, isDrawn } from '../../shared/merge/compare'
import { hideSecrets } from '../../shared/rules/secrets/hide-secrets'
import { say, type Text, term } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'

const LONGEST_VALUE = 80

/** Each thing that changed with its changes below it; empty when there is nothing to tell. */
export function changesText(
  changes: readonly Change[],
  before: Design,
  after: Design,
  words: Translate,
): string {
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const key = `${change.of} ${change.id ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].map((group) => thingText(group, before, after, words)).join('')
}

function thingText(group: readonly Change[], before: Design, after: Design, words: Translate): string {
  const [first] = group
  if (!first) return ''
  const title = thingName(first, before, after, words)
  if (first.pointer !== '') {
    return `~ ${title}\n${group.map((change) => `    ${memberText(change, words)}\n`).join('')}`
  }
  const sign = first.before === undefined ? '+' : first.after === undefined ? '-' : '~'
  return `${sign} ${title}\n`
}

function memberText({ pointer, before, after }: Change, words: Translate): string {
  return `${pointer}: ${valueText(pointer, before, words)} → ${valueText(pointer, after, words)}`
}

/** A value on one line, without what looks like a secret. */
export function valueText(pointer: string, value: unknown, words: Translate): string {
  if (value === undefined) return words(term('nothing'))
  return cut(JSON.stringify(shownValue(pointer, value)), LONGEST_VALUE)
}

/** A value without what looks like a secret; what it is called may stand in the pointer. */
export function shownValue(pointer: string, value: unknown): unknown {
  const path = fromPointer(pointer)
  const last = path.at(-1) ?? ''
  const item = /^(?:name|Name|key|Key)=(.*)$/s.exec(path.at(-2) ?? '')?.[1]
  return hideSecrets(value, last.toLowerCase() === 'value' && item !== undefined ? item : last)
}

const OF: Readonly<Record<string, Text>> = {
  design: term('design'),
  connection: term('connection'),
  waiver: term('waiver'),
  place: term('place'),
  'network-place': term('place in the network'),
  route: term('route'),
}

function thingName({ of, id }: Change, before: Design, after: Design, words: Translate): string {
  const element = id === undefined ? undefined : (own(after.elements, id) ?? own(before.elements, id))
  if (of !== 'element' || id === undefined || element === undefined) {
    return [words((Object.hasOwn(OF, of) && OF[of]) || of), id].filter(Boolean).join(' ')
  }
  const name = displayName(id, element)
  return `${words(labelOf(element.kind))} ${id}${name === id ? '' : ` “${name}”`}`
}

function own(elements: Design['elements'], id: string): Element | undefined {
  return Object.hasOwn(elements, id) ? elements[id] : undefined
}

/** `2 changed, 1 added, 1 removed; 14 places differ` */
export function summary(changes: readonly Change[], words: Translate): string {
  const told = changes.filter((change) => !isDrawn(change))
  const count = (some: readonly Change[]) => new Set(some.map(({ of, id }) => `${of} ${id}`)).size
  const whole = told.filter(({ pointer }) => pointer === '')
  const added = whole.filter(({ before }) => before === undefined)
  const removed = whole.filter(({ after }) => after === undefined)
  const changed = told.filter((change) => !added.includes(change) && !removed.includes(change))
  const drawn = changes.filter(isDrawn)
  return words(
    say`${count(changed)} changed, ${count(added)} added, ${count(removed)} removed, ${count(drawn)} drawn elsewhere.`,
  )
}

/** `orders-task /spec/cpu: ours "512", theirs "1024", before "256"` */
export function conflictText({ id, pointer, base, ours, theirs }: Conflict, words: Translate): string {
  const value = (side: unknown) => valueText(pointer, side, words)
  const place = [id, pointer].filter(Boolean).join(' ')
  return `${place}: ${words(say`ours ${value(ours)}, theirs ${value(theirs)}, before ${value(base)}`)}`
}
