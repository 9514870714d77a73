/** Threads: beginning one, and going through them. */
import { gestures } from '../canvas/gesture'
import { menuState } from '../context-menu/menu-state'
import { goToThread } from '../review/threads/show-thread'
import { subjectOf } from '../review/threads/subject'
import { commentHere, leaveTool, pinOfSelection, takeTool } from '../review/threads/tool'
import { threadsState } from '../review/threads-state'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import type { Command } from './command'

export const reviewCommands: readonly Command[] = [
  { id: 'review.comment', keys: ['KeyC'], menu: 'Review', run: toggleTool },
  {
    id: 'review.comment-here',
    menu: 'Review',
    contexts: ['element', 'line', 'row', 'canvas'],
    titleNow: (app) => {
      const pin = pinOfSelection(app)
      return pin
        ? t('threads.commentOn', { subject: subjectOf(designOf(app.store.getState()), pin) })
        : t('commands.review.comment-here')
    },
    run: (app) => commentHere(app, menuState.getState().chosenAt),
  },
  {
    id: 'review.next-thread',
    keys: ['KeyN'],
    menu: 'Review',
    separatorBefore: true,
    run: (app) => goToThread(app, 1),
  },
  {
    id: 'review.previous-thread',
    keys: ['Shift+KeyN'],
    menu: 'Review',
    run: (app) => goToThread(app, -1),
  },
  { id: 'review.pins', keys: ['Shift+KeyC'], menu: 'Review', run: togglePins },
]

function toggleTool(app: App): void {
  if (gestures.getState().tool !== 'comment') {
    takeTool(app)
    return
  }
  leaveTool()
  app.announce(t('threads.saidLeft'))
}

function togglePins(app: App): void {
  const hidden = !threadsState.getState().hidden
  threadsState.setState({ hidden })
  app.announce(t(hidden ? 'threads.saidPinsOff' : 'threads.saidPinsOn'))
}
