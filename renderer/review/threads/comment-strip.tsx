import { useCallback, useEffect } from 'react'
import { useApp, useAppState } from '../../app-context'
import { useGesture } from '../../canvas/gesture'
import { isCanvasFocus } from '../../canvas/use-space'
import { useEscape } from '../../canvas/work-strip'
import { keyLabel } from '../../commands/shortcut'
import { t } from '../../strings/strings'
import { useThreads } from '../threads-state'
import { commentHere, leaveTool } from './tool'
import '../../canvas/arrange-strip.css'
import '../../canvas/connect-strip.css'

/** What hands and keys do while the comment tool is in the hand. */
export function CommentStrip() {
  const on = useGesture((g) => g.tool === 'comment')
  return on ? <Strip /> : null
}

function Strip() {
  const app = useApp()
  const platform = useAppState((state) => state.info.platform)
  const moving = useThreads((state) => state.moving !== undefined)
  const leave = useCallback(() => {
    leaveTool()
    app.announce(t('threads.saidLeft'))
  }, [app])
  useEscape(leave)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return
      if (!isCanvasFocus(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      commentHere(app, undefined)
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      // Also when another tool was taken instead.
      leaveTool()
    }
  }, [app])
  const title = t(moving ? 'threads.moveTool' : 'threads.tool')
  return (
    <section className="arrange-strip connect-strip" aria-label={title} data-testid="comment-strip">
      <strong>{title}</strong>
      <span>
        <kbd>{t('threads.toolClickKey')}</kbd>
        {t('threads.toolClick')}
      </span>
      <span>
        <kbd>{t('threads.toolDragKey')}</kbd>
        {t('threads.toolDrag')}
      </span>
      <span>
        <kbd>{keyLabel('Enter', platform)}</kbd>
        {t('threads.toolEnter')}
      </span>
      <span>
        <kbd>{keyLabel('Escape', platform)}</kbd>
        {t('threads.toolEscape')}
      </span>
    </section>
  )
}
