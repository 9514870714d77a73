import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import { Focusable } from 'react-aria-components'
import { severities } from '../../shared/rules/problem'
import { useApp, useAppState, useProblems } from '../app-context'
import { titleOf } from '../commands/command'
import { command } from '../commands/commands'
import { shownKey } from '../commands/keys'
import { PanelToggles } from '../panels/panel-toggles'
import { countBySeverity } from '../problems/problem-groups'
import { designOf } from '../store'
import { t } from '../strings/strings'
import { SeverityGlyph } from '../ui/severity-glyph'
import { Tooltip } from '../ui/tooltip'
import { LanguageMenu } from './language-menu'

const KEYS = { error: 'status.errors', warning: 'status.warnings', advice: 'status.advice' } as const

/** Problem counts (press to see them), what is selected, zoom, host, language. */
export function StatusBar() {
  const app = useApp()
  const panel = command('view.problems')
  const problems = useProblems()
  const selected = useAppState((state) => state.selection.ids.size)
  const elements = useAppState((state) => Object.keys(designOf(state).elements).length)
  const host = useAppState((state) => state.info.host)
  // What these show and open is not there then.
  const comparing = useAppState((state) => state.comparing !== undefined)
  const percent = useStore((flow) => Math.round(flow.transform[2] * 100))
  const counts = useMemo(() => countBySeverity(problems), [problems])
  return (
    <footer className="status-bar">
      {!comparing && (
        <Tooltip text={titleOf(panel)} shortcut={shownKey(app, panel)} side="top">
          <Focusable>
            <button type="button" className="status-problems" onClick={() => void panel.run(app)}>
              {severities.map((severity) => (
                <span
                  key={severity}
                  data-testid={`count-${severity}`}
                  data-severity={counts[severity] > 0 ? severity : 'none'}
                >
                  <SeverityGlyph severity={severity} />
                  {counts[severity]}
                  <span className="visually-hidden">{t(KEYS[severity], { count: counts[severity] })}</span>
                </span>
              ))}
            </button>
          </Focusable>
        </Tooltip>
      )}
      <span className="status-gap" />
      <span>
        {selected > 0 ? t('status.selected', { count: selected }) : t('status.elements', { count: elements })}
      </span>
      <span>{t('status.zoom', { percent })}</span>
      <span>{t(`status.host.${host}`)}</span>
      <LanguageMenu />
      {!comparing && <PanelToggles />}
    </footer>
  )
}
