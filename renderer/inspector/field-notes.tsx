import { keyOf } from '../../shared/rules/mend'
import { t } from '../strings/strings'
import { SeverityGlyph } from '../ui/severity-glyph'
import { useFormScope } from './form-scope'
import { Note } from './note'

export interface FieldNotesProps {
  /** The notes of several places can stand together, such as those of members that are missing. */
  readonly pointers: readonly string[]
  readonly id?: string
}

/** What the rules say about a place, with the fix where there is one. */
export function FieldNotes({ pointers, id }: FieldNotesProps) {
  const { problems, faults } = useFormScope()
  const found = pointers.flatMap((pointer) => problems.get(pointer) ?? [])
  const fault = found.length === 0 ? pointers.map((pointer) => faults.get(pointer)).find(Boolean) : undefined
  if (found.length === 0 && !fault) return null
  return (
    <ul className="inspector-notes" {...(id === undefined ? {} : { id })}>
      {fault && (
        <li className="inspector-note">
          <SeverityGlyph severity="error" named />
          <span className="inspector-note-text">
            {t('inspector.fault', { expected: fault.expected, actual: fault.actual })}
          </span>
        </li>
      )}
      {found.map((problem) => (
        <Note key={keyOf(problem)} problem={problem} />
      ))}
    </ul>
  )
}

/** How a field is marked and described by its notes. */
export function useNotes(pointer: string): {
  readonly id: string
  readonly has: boolean
  readonly invalid: boolean
} {
  const { id, problems, faults } = useFormScope()
  const found = problems.get(pointer) ?? []
  const faulty = faults.has(pointer)
  return {
    id: `notes-${id}${pointer.replaceAll('/', '-')}`,
    has: found.length > 0 || faulty,
    invalid: faulty || found.some((problem) => problem.severity === 'error'),
  }
}
