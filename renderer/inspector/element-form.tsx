import { useMemo, useState } from 'react'
import { fromPointer, toPointer, valueAt } from '../../shared/basics/json'
import type { Element } from '../../shared/design/design'
import type { Kind } from '../../shared/elements/kind'
import type { Problem } from '../../shared/rules/problem'
import { useProblems } from '../app-context'
import { AddField } from './add-field'
import { AdviceNotes } from './advice-notes'
import { ExistingFields } from './existing-fields'
import { FieldNotes } from './field-notes'
import { FieldView } from './field-view'
import { child, type Field, fieldAt, fieldsOf, otherMembers, sectionsOf, split } from './form-model'
import { type FormScope, FormScopeContext, faultsByPointer, problemsByPointer } from './form-scope'
import { LabelField } from './label-field'
import { OtherMembers } from './object-fields'
import { TraitsField } from './traits-field'

interface Props {
  readonly id: string
  readonly element: Element
  readonly kind: Kind
  readonly showJson: (pointer: string) => void
}

/** The form of one element, from its kind's schema. */
export function ElementForm({ id, element, kind, showJson }: Props) {
  const all = useProblems()
  const mine = useMemo(() => all.filter(({ element }) => element === id), [all, id])
  const problems = useMemo(() => problemsByPointer(mine.filter(isWrong)), [mine])
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const fields = fieldsOf(kind.spec)
  const scope: FormScope = {
    id,
    element,
    kind,
    problems,
    faults: faultsByPointer(kind, element.spec),
    revealed: withProblems(asked, problems),
    reveal: (pointer) => setAsked(new Set([...asked, pointer])),
    showJson,
    FieldView,
  }
  const { shown, hidden } = split(fields, element.spec, '', scope.revealed)
  const others = otherMembers(fields, element.spec)
  return (
    <FormScopeContext value={scope}>
      <div className="inspector-form">
        <FieldNotes pointers={homeless(fields, problems, element.spec)} />
        {kind.name === undefined && <LabelField id={id} element={element} />}
        {sectionsOf(shown).map(({ title, fields: members }) => (
          <section key={title ?? ''} className="inspector-section">
            {title && !saysItself(title, members) && <h3 className="inspector-section-title">{title}</h3>}
            <div className="inspector-fields">
              {members.map((field) => (
                <FieldView key={field.key} field={field} pointer={child('', field.key)} />
              ))}
            </div>
          </section>
        ))}
        {others.length > 0 && <OtherMembers names={others} pointer="" />}
        <AddField fields={hidden} pointer="" />
        <AdviceNotes advice={mine.filter((problem) => !isWrong(problem))} />
        <TraitsField id={id} element={element} />
        <ExistingFields id={id} element={element} kind={kind} />
      </div>
    </FormScopeContext>
  )
}

function isWrong({ severity }: Problem): boolean {
  return severity !== 'advice'
}

/** Groups and lists have a heading of their own; the same words above it would say it twice. */
function saysItself(title: string, fields: readonly Field[]): boolean {
  const [first] = fields
  const heads = first?.type === 'object' || first?.type === 'list' || first?.type === 'map'
  return fields.length === 1 && heads === true && first.label.toLowerCase() === title.toLowerCase()
}

/** A field with a problem shows, and so does everything that holds it. */
function withProblems(
  asked: ReadonlySet<string>,
  problems: ReadonlyMap<string, readonly Problem[]>,
): ReadonlySet<string> {
  const revealed = new Set(asked)
  for (const pointer of problems.keys()) {
    const keys = fromPointer(pointer)
    keys.forEach((_, index) => {
      revealed.add(toPointer(keys.slice(0, index + 1)))
    })
  }
  return revealed
}

/** Places that no field of the form shows: the element itself, and what the schema does not know. */
function homeless(
  fields: readonly Field[],
  problems: ReadonlyMap<string, readonly Problem[]>,
  spec: Element['spec'],
): string[] {
  return [...problems.keys()].filter((pointer) => {
    const keys = fromPointer(pointer)
    if (keys.length === 0) return true
    if (fieldAt(fields, keys)) return isMissingItem(spec, keys)
    const holder = fieldAt(fields, keys.slice(0, -1))
    return holder?.type !== 'map'
  })
}

/** An item of a list that is not there has no card to stand in. */
function isMissingItem(spec: Element['spec'], keys: readonly string[]): boolean {
  return keys.some((key, index) => {
    const list = valueAt(spec, toPointer(keys.slice(0, index)))
    return /^\d+$/.test(key) && (!Array.isArray(list) || Number(key) >= list.length)
  })
}
