import { useState } from 'react'
import { keyOf } from '../../shared/rules/mend'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { Note } from './note'
import { isWrong, problemsOf, sameItems, useAppStateAs } from './spec-state'

/** Advice about an element, in one place: at the fields there is only what is wrong. */
export function AdviceNotes({ id }: { readonly id: string }) {
  const advice = useAppStateAs(
    (state) => problemsOf(designOf(state), id).filter((problem) => !isWrong(problem)),
    sameItems,
  )
  const [open, setOpen] = useState(false)
  if (advice.length === 0) return null
  return (
    <div className="inspector-section">
      <Disclosure
        look="section"
        title={t('problems.advice')}
        summary={String(advice.length)}
        expanded={open}
        onExpand={setOpen}
      >
        <ul className="inspector-notes">
          {advice.map((problem) => (
            <Note key={keyOf(problem)} problem={problem} />
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
