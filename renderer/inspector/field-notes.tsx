import type { Problem } from '../../shared/rules/problem'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { SeverityGlyph } from '../ui/severity-glyph'
import { useFormScope } from './form-context'
import { Note } from './note'
import { useFaultAt, useProblemsAt } from './spec-state'

export interface FieldNotesProps {
  /** The notes of several places can stand together, such as those of members that are missing. */
  readonly pointers: readonly string[]
  readonly id?: string
}

/** What the rules say about a place, with the fix where there is one. */
export function FieldNotes({ pointers, id }: FieldNotesProps) {
  const { ids } = useFormScope()
  const problems = useProblemsAt(pointers)
  const fault = useFaultAt(pointers)
  if (problems.length === 0 && !fault) return null
  return (
    <ul className="inspector-notes" {...(id === undefined ? {} : { id })}>
      {fault && problems.length === 0 && (
        <li className="inspector-note">
          <SeverityGlyph severity="error" named />
          <span className="inspector-note-text">
            {t('inspector.fault', { expected: words(fault.expected), actual: words(fault.actual) })}
          </span>
        </li>
      )}
      {said(problems).map(({ problem, count, key }) => (
        <Note key={key} problem={problem} {...(ids.length > 1 ? { of: { count, all: ids.length } } : {})} />
      ))}
    </ul>
  )
}

/** Each sentence once, however many of the elements it is about. */
function said(problems: readonly Problem[]) {
  const sentences = new Map<string, { readonly problem: Problem; count: number; readonly key: string }>()
  for (const problem of problems) {
    const key = `${problem.rule} ${problem.path} ${problem.message}`
    const there = sentences.get(key)
    if (there) there.count++
    else sentences.set(key, { problem, count: 1, key })
  }
  return [...sentences.values()]
}

/** How a field is marked and described by its notes. */
export function useNotes(pointer: string): {
  readonly id: string
  readonly has: boolean
  readonly invalid: boolean
} {
  const { id } = useFormScope()
  const places = [pointer]
  const problems = useProblemsAt(places)
  const faulty = useFaultAt(places) !== undefined
  return {
    id: `notes-${id}${pointer.replaceAll('/', '-')}`,
    has: problems.length > 0 || faulty,
    invalid: faulty || problems.some((problem) => problem.severity === 'error'),
  }
}
