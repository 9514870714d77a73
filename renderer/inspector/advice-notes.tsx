import { useState } from 'react'
import type { Problem } from '../../shared/rules/problem'
import { useApp } from '../app-context'
import { FixButton } from '../problems/fix-button'
import { t } from '../strings/strings'
import { Disclosure } from '../ui/disclosure'
import { IconButton } from '../ui/icon-button'
import { WhyIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'

/** Advice about an element, in one place: at the fields there is only what is wrong. */
export function AdviceNotes({ advice }: { readonly advice: readonly Problem[] }) {
  const app = useApp()
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
          {advice.map(({ rule, path, message, fix }) => (
            <li key={`${rule}${path}`} className="inspector-note" data-severity="advice">
              <SeverityGlyph severity="advice" named />
              <span className="inspector-note-text">{message}</span>
              <IconButton
                icon={<WhyIcon size={14} />}
                label={t('problems.openRule', { rule })}
                side="left"
                onPress={() => app.patch({ overlay: { kind: 'rule', id: rule } })}
              />
              {fix && <FixButton fix={fix} side="left" />}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
