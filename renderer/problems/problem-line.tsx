import { ruleOf } from '../../shared/rules/explain'
import type { Problem } from '../../shared/rules/problem'
import type { Source } from '../../shared/rules/rule'
import { useApp } from '../app-context'
import { t } from '../strings/strings'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { ExternalIcon, WhyIcon } from '../ui/icons'
import { SeverityGlyph } from '../ui/severity-glyph'
import { FixButton } from './fix-button'

interface Props {
  readonly problem: Problem
  readonly explained: boolean
  readonly explain: () => void
}

/** One problem: what is wrong, by which rule, its fix, and on request why. */
export function ProblemLine({ problem, explained, explain }: Props) {
  const _app = useApp()
  const { fix } = problem
  return (
    <>
      <div className="problems-line">
        <SeverityGlyph severity={problem.severity} named />
        <span className="problems-message">{problem.message}</span>
        <code className="problems-rule">{problem.rule}</code>
        <IconButton
          icon={<WhyIcon size={14} />}
          label={t('problems.why')}
          aria-expanded={explained}
          side="top"
          onPress={explain}
        />
        <span className="problems-fix">{fix && <FixButton fix={fix} side="top" />}</span>
      </div>
      {explained && <Explanation rule={problem.rule} />}
    </>
  )
}

function Explanation({ rule: id }: { readonly rule: string }) {
  const rule = ruleOf(id)
  if (!rule) return null
  return (
    <div className="problems-why">
      <p>{rule.why}</p>
      <ul className="problems-sources" aria-label={t('problems.sources')}>
        {rule.sources.map((source) => (
          <li key={source.ref}>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** AWS's page, where the source is an address; else the catalogue's name of it. */
function SourceLink({ source }: { readonly source: Source }) {
  const app = useApp()
  if (!source.ref.startsWith('https://')) return <code>{source.ref}</code>
  const { hostname, pathname } = new URL(source.ref)
  const page = pathname.split('/').filter(Boolean).at(-1) ?? ''
  return (
    <Button
      variant="quiet"
      size="small"
      icon={<ExternalIcon size={12} />}
      onPress={() => void app.host.openExternal(source.ref)}
    >
      {`${hostname}${page === '' ? '' : ` › ${page.replace(/\.html$/, '')}`}`}
    </Button>
  )
}
