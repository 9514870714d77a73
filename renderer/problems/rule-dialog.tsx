import './rule-dialog.css'
import { useMemo, useState } from 'react'
import type { Design } from '../../shared/design/design'
import { exampleText, explain, ruleOf } from '../../shared/rules/explain'
import { useApp } from '../app-context'
import { openExample } from '../document/open'
import { Modal } from '../overlays/modal'
import { Preview } from '../start/preview'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { Button } from '../ui/button'
import { Disclosure } from '../ui/disclosure'
import { Glyph } from '../ui/glyph'
import { OpenIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { Sources } from './sources'

/** A rule's page: why, where AWS says so, what is wrong and what is right, each to be opened on the canvas. */
export function RuleDialog({ id }: { readonly id: string }) {
  const rule = ruleOf(id)
  const explanation = useMemo(() => rule && explain(rule), [rule])
  if (!explanation) return null
  const { area, looksAt, wrong, right } = explanation
  const { severity, title, why, sources } = explanation.rule
  return (
    <Modal title={words(title)} size="large">
      <p className="rule-facts">
        <SeverityGlyph severity={severity} /> {t(`problems.${severity}`)} · {words(area)} ·{' '}
        {t('rule.looksAt', { what: words(looksAt) })} · <code>{id}</code>
      </p>
      <p className="rule-why">{words(why)}</p>
      <Sources sources={sources} />
      <h3 className="rule-part">{t('rule.wrong')}</h3>
      {wrong.map(({ name, design, problems }) => (
        <Example key={name} name={name} design={design}>
          {problems.map((problem) => (
            <div key={problem.path} className="rule-finding">
              <SeverityGlyph severity={problem.severity} />
              <span>
                {words(problem)}
                <span className="rule-fix">
                  {problem.fix ? t('rule.fix', { title: words(problem.fix.title) }) : t('rule.noFix')}
                </span>
              </span>
            </div>
          ))}
        </Example>
      ))}
      <h3 className="rule-part">{t('rule.right')}</h3>
      {right.map(({ name, design }) => (
        <Example key={name} name={name} design={design}>
          <div className="rule-finding rule-right">
            <Glyph name="ok" size={14} />
            <span>{t('rule.nothing')}</span>
          </div>
        </Example>
      ))}
    </Modal>
  )
}

interface ExampleProps {
  readonly name: string
  readonly design: Design
  readonly children: React.ReactNode
}

function Example({ name, design, children }: ExampleProps) {
  const app = useApp()
  const [expanded, setExpanded] = useState(false)
  return (
    <section className="rule-example" aria-label={words(name)}>
      <Preview design={design} />
      <div className="rule-example-words">
        <h4>{words(name)}</h4>
        {children}
        <Button
          size="small"
          icon={<OpenIcon size={14} />}
          onPress={() => void openExample(app, words(name), design)}
        >
          {t('rule.open')}
        </Button>
      </div>
      <Disclosure title="JSON" expanded={expanded} onExpand={setExpanded}>
        <pre className="rule-json">{exampleText(design)}</pre>
      </Disclosure>
    </section>
  )
}
