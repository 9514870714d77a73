/** What all parts of one project's import share. */
import { quote } from '../../basics/quote'
import { escapeText } from '../../design/references'
import { say, type Text } from '../../texts/text'
import { note } from '../collect/collector'
import { type Node, unread } from '../containers/node'
import type { Stack } from '../containers/stack'
import { plainText } from '../containers/values'
import type { NoteKind } from '../report'
import type { Project } from './project'

export interface Reading {
  readonly stack: Stack
  readonly project: Project
  readonly region: string | undefined
}

function tell(
  reading: Reading,
  kind: NoteKind,
  code: string,
  node: Node,
  text: Text,
  element?: string,
): void {
  node.mark.read = true
  note(reading.stack.collector, kind, code, node.at, text, element)
}

/** Says what a place of the file became. */
export function mapped(reading: Reading, code: string, node: Node, text: Text, element?: string): void {
  tell(reading, 'mapped', code, node, text, element)
}

/** Says that a place stands in the design as it was written, and why that deserves a look. */
export function kept(reading: Reading, code: string, node: Node, text: Text, element?: string): void {
  tell(reading, 'kept', code, node, text, element)
}

/** Says that a place is not in the design, and what to do about it. */
export function drop(reading: Reading, code: string, node: Node, text: Text, element?: string): void {
  tell(reading, 'dropped', code, node, text, element)
}

/** Says of everything that nobody has read that it is left out. */
export function dropUnread(reading: Reading, node: Node, element?: string): void {
  for (const rest of unread(node)) {
    const name =
      rest.at.pointer
        .split('/')
        .filter((part) => !/^\d+$/.test(part))
        .at(-1) ?? ''
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~')
    const text = say`${quote(key)} has no counterpart in ECS on Fargate and is left out.`
    note(reading.stack.collector, 'dropped', 'no-counterpart', rest.at, text, element)
  }
}

/** A text of the file as it stands in a spec. */
export function specText(text: string): string {
  return escapeText(plainText(text))
}
