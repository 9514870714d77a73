import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Kind } from '../../shared/elements/kind'
import { words } from '../strings/words'
import { AddField } from './add-field'
import { FieldView } from './field-view'
import { saysItself } from './field-words'
import { type FormScope, FormScopeContext } from './form-context'
import { child, type Field, otherMembers, sectionsOf, split } from './form-model'
import { firstPlace, holdersOf } from './form-order'
import { OtherMembers } from './object-fields'
import { arriveAt, useWanted, wantedDone } from './reveal-field'
import { useMembers, useWrongPlaces } from './spec-state'

interface Props {
  /** One element, or several that are changed together. */
  readonly ids: readonly string[]
  readonly kind: Kind
  readonly fields: readonly Field[]
  readonly showJson?: (pointer: string) => void
  readonly before?: ReactNode
  readonly after?: ReactNode
}

/** The fields of one element or of several, in the groups of the console. */
export function FormBody({ ids, kind, fields, showJson, before, after }: Props) {
  const [id = ''] = ids
  const wrong = useWrongPlaces(ids)
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<string>()
  const form = useRef<HTMLDivElement>(null)
  const wanted = useWanted(id, 'form')
  const reveal = useCallback((pointer: string) => setAsked((old) => new Set([...old, pointer])), [])
  useEffect(() => {
    if (!wanted) return
    const pointer = wanted.pointer ?? firstPlace(fields) ?? ''
    setOpened(pointer)
    setAsked((old) => new Set([...old, ...holdersOf(pointer)]))
    // What opens is drawn level by level; then the field is there.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (form.current) arriveAt(form.current, holdersOf(pointer), wanted.focus)
        setOpened(undefined)
        wantedDone()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, fields])
  const scope = useMemo<FormScope>(
    () => ({
      ids,
      id: ids[0] ?? '',
      kind,
      // A field with a problem shows, and so does everything that holds it.
      revealed: new Set([...asked, ...wrong.flatMap(holdersOf)]),
      reveal,
      wanted: opened,
      showJson,
      FieldView,
    }),
    [ids, kind, asked, wrong, reveal, opened, showJson],
  )
  return (
    <FormScopeContext value={scope}>
      <div ref={form} className="inspector-form">
        {before}
        <Sections fields={fields} revealed={scope.revealed} />
        {after}
      </div>
    </FormScopeContext>
  )
}

interface SectionsProps {
  readonly fields: readonly Field[]
  readonly revealed: ReadonlySet<string>
}

function Sections({ fields, revealed }: SectionsProps) {
  const members = useMembers('')
  const { shown, hidden } = split(fields, members, '', revealed)
  return (
    <>
      {sectionsOf(shown).map(({ title, fields: inside }) => (
        <section key={title ?? ''} className="inspector-section">
          {title && !saysItself(title, inside) && <h3 className="inspector-section-title">{words(title)}</h3>}
          <div className="inspector-fields">
            {inside.map((field) => (
              <FieldView key={field.key} field={field} pointer={child('', field.key)} />
            ))}
          </div>
        </section>
      ))}
      <OtherMembers names={otherMembers(fields, members)} pointer="" />
      <AddField fields={hidden} pointer="" />
    </>
  )
}
