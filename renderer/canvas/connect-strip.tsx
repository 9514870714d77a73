import { nameOf } from '../../shared/graph/graph'
import { useAppState, useGraph } from '../app-context'
import { keyLabel } from '../commands/shortcut'
import { t } from '../strings/strings'
import { useGesture } from './gesture'
import './arrange-strip.css'
import './connect-strip.css'

/** What the keys do while a line is led with them. */
export function ConnectStrip() {
  const from = useGesture((g) => (g.connecting?.walked ? g.connecting.from : undefined))
  const graph = useGraph()
  const platform = useAppState((state) => state.info.platform)
  if (from === undefined) return null
  const key = (code: string) => keyLabel(code, platform)
  return (
    <section
      className="arrange-strip connect-strip"
      aria-label={t('connect.walkTitle')}
      data-testid="connect-strip"
    >
      <strong>{t('connect.walkFrom', { name: nameOf(graph, from) })}</strong>
      <span>
        <kbd>{`${key('ArrowLeft')} ${key('ArrowUp')} ${key('ArrowDown')} ${key('ArrowRight')}`}</kbd>
        {t('connect.walkArrows')}
      </span>
      <span>
        <kbd>{key('Tab')}</kbd>
        {t('connect.walkTab')}
      </span>
      <span>
        <kbd>{key('Enter')}</kbd>
        {t('connect.walkEnter')}
      </span>
      <span>
        <kbd>{key('Escape')}</kbd>
        {t('connect.walkEscape')}
      </span>
    </section>
  )
}
