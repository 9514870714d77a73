/** What an import says of places in a file; each word counts as having read the place. */
import { quote } from '../../basics/quote'
import { escapeText } from '../../design/references'
import { say, type Text } from '../../texts/text'
import { note } from '../collect/collector'
import type { NoteKind } from '../report'
import { type Node, unread } from './node'
import type { Stack } from './stack'
import { plainText } from './values'

/** Whoever speaks: the import of one project or manifest. */
export interface Teller {
  readonly stack: Stack
}

function tell(
  { stack }: Teller,
  kind: NoteKind,
  code: string,
  node: Node,
  text: Text,
  element?: string,
): void {
  node.mark.read = true
  note(stack.collector, kind, code, node.at, text, element)
}

/** Says what a place of the file became. */
export function mapped(teller: Teller, code: string, node: Node, text: Text, element?: string): void {
  tell(teller, 'mapped', code, node, text, element)
}

/** Says that a place stands in the design as it was written, and why that deserves a look. */
export function kept(teller: Teller, code: string, node: Node, text: Text, element?: string): void {
  tell(teller, 'kept', code, node, text, element)
}

/** Says that a place is not in the design, and what to do about it: also of what another place has laid into it. */
export function drop(teller: Teller, code: string, node: Node, text: Text, element?: string): void {
  tell(teller, 'dropped', code, node, text, element)
  for (const other of laidInto(node)) drop(teller, code, other, text, element)
}

function laidInto(node: Node): readonly Node[] {
  const inner = [...(node.members?.values() ?? []), ...(node.items ?? [])]
  const { file, pointer } = node.at
  return inner.flatMap((one) =>
    one.at.file === file && one.at.pointer.startsWith(`${pointer}/`) ? laidInto(one) : [one],
  )
}

/** Says of everything that nobody has read that it is left out. */
export function dropUnread(teller: Teller, node: Node, element?: string): void {
  for (const rest of unread(node)) {
    const parts = rest.at.pointer.split('/').filter((part) => !/^\d+$/.test(part))
    const key = (parts.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
    const text = say`${quote(key)} has no counterpart in ECS on Fargate and is left out.`
    drop(teller, 'no-counterpart', rest, text, element)
  }
}

/** A text of a Compose file as it stands in a spec. */
export function specText(text: string): string {
  return escapeText(plainText(text))
}
