import { useState } from 'react'
import { keyOf } from '../../shared/rules/mend'
import type { Problem } from '../../shared/rules/problem'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { Note } from './note'

/** Advice about an element, in one place: at the fields there is only what is wrong. */
export function AdviceNotes({ advice }: { readonly advice: readonly Problem[] }) {
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
