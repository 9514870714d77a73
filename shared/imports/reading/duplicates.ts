import { visit } from 'jsonc-parser'
import { toPointer } from '../../basics/json'
import { quote } from '../../basics/quote'
import { say } from '../../texts/text'
import type { ImportNote } from '../report'

/** A member that stands twice in one object: JSON readers, AWS's included, silently take the last one. */
export function duplicateMembers(text: string, file: string): ImportNote[] {
  const notes: ImportNote[] = []
  const open: Set<string>[] = []
  visit(text.startsWith('\uFEFF') ? text.slice(1) : text, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (name, _offset, _length, _line, _character, path) => {
      const names = open.at(-1)
      if (names?.has(name)) {
        const said = say`${quote(name)} stands more than once in the same object; only the last one counts.`
        const pointer = toPointer([...path(), name])
        notes.push({ kind: 'dropped', code: 'duplicate-member', file, pointer, text: said })
      }
      names?.add(name)
    },
  })
  return notes
}
