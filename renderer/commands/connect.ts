/** Connecting and adding without the mouse. */

import { toCanvas, toWindow, viewCentre } from '../canvas/camera'
import { walkConnecting } from '../canvas/connect-walk'
import { bendsOf, setBends } from '../canvas/hand/bend'
import { pointerInWindow } from '../canvas/hand/pointer-now'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { Direction } from '../canvas/walk'
import { openQuickAddBeside } from '../quick-add/beside'
import { openQuickAdd } from '../quick-add/quick-add-state'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'
import { selectionOf } from './delete'

export const connectCommands: readonly Command[] = [
  {
    id: 'connect.start',
    keys: ['KeyK'],
    menu: 'Edit',
    contexts: ['element', 'row'],
    separatorBefore: true,
    on: 'canvas',
    when: isOneSelected,
    run: start,
  },
  {
    id: 'connect.add',
    keys: ['KeyA'],
    menu: 'Edit',
    contexts: ['canvas'],
    on: 'canvas',
    run: addAtPointer,
  },
  ...(['left', 'right', 'up', 'down'] as const).map(create),
  {
    id: 'connect.reset',
    menu: 'Arrange',
    contexts: ['line'],
    when: (app) => bentLines(app).length > 0 || t('unusable.noBends'),
    run: (app) => {
      for (const line of bentLines(app)) setBends(app, line, [])
    },
  },
]

function isOneSelected(app: App): true | string {
  return selectionOf(app).selected.length === 1 || t('unusable.notOneSelected')
}

function start(app: App): void {
  const [from] = selectionOf(app).selected
  if (from === undefined) return
  const { row } = app.store.getState().selection
  if (!walkConnecting(app, from, row?.pointer))
    app.notify({ kind: 'info', text: t('connect.nothingToConnect') })
}

function addAtPointer(app: App): void {
  const pointer = pointerInWindow()
  const point = pointer ? toCanvas(pointer) : viewCentre()
  openQuickAdd(app, { at: pointer ?? toWindow(point), point })
}

/** With an arrow: something new on that side of the selected element, connected with it. */
function create(direction: Direction): Command {
  const ids: Readonly<Record<Direction, CommandId>> = {
    left: 'connect.new-left',
    right: 'connect.new-right',
    up: 'connect.new-up',
    down: 'connect.new-down',
  }
  return {
    id: ids[direction],
    keys: [`Mod+Arrow${direction[0]?.toUpperCase()}${direction.slice(1)}`],
    on: 'canvas',
    when: isOneSelected,
    run: (app) => {
      const [from] = selectionOf(app).selected
      const { row } = app.store.getState().selection
      if (from !== undefined) openQuickAddBeside(app, from, direction, row?.pointer)
    },
  }
}

/** The selected lines that somebody bent. */
function bentLines(app: App): readonly string[] {
  const { ids } = app.store.getState().selection
  return sceneOfApp(app)
    .lines.filter(({ connections }) => connections.some(({ id }) => ids.has(id)))
    .map(({ id }) => id)
    .filter((id) => bendsOf(app, id).length > 0)
}
