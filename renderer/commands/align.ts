/** Aligning, distributing and ordering what is selected. */
import { placeIn } from '../../shared/figures/placing'
import { draftLayout } from '../../shared/graph/nestings'
import { type Alignment, align, distribute } from '../canvas/align'
import type { Point } from '../canvas/gesture'
import { movable } from '../canvas/hand/move'
import { sceneOfApp } from '../canvas/scene-of-app'
import type { App } from '../store'
import { t } from '../strings/strings'
import type { Command, CommandId } from './command'

const ALIGN: readonly (readonly [CommandId, string, Alignment])[] = [
  ['align.left', 'Alt+KeyA', 'left'],
  ['align.right', 'Alt+KeyD', 'right'],
  ['align.top', 'Alt+KeyW', 'top'],
  ['align.bottom', 'Alt+KeyS', 'bottom'],
  ['align.centre-x', 'Alt+KeyH', 'centre-x'],
  ['align.centre-y', 'Alt+KeyV', 'centre-y'],
]

const DISTRIBUTE = [
  ['align.distribute-x', 'Alt+Shift+KeyH', 'x'],
  ['align.distribute-y', 'Alt+Shift+KeyV', 'y'],
] as const

export const alignCommands: readonly Command[] = [
  ...ALIGN.map(
    ([id, key, to], i): Command => ({
      id,
      keys: [key],
      menu: 'Arrange',
      separatorBefore: i === 0,
      when: (app) => movable(app, sceneOfApp(app)).length > 1 || t('unusable.selectTwo'),
      run: (app) => shift(app, t(`commands.${id}`), (rects) => align(rects, to)),
    }),
  ),
  ...DISTRIBUTE.map(
    ([id, key, axis]): Command => ({
      id,
      keys: [key],
      menu: 'Arrange',
      when: (app) => movable(app, sceneOfApp(app)).length > 2 || t('unusable.selectThree'),
      run: (app) => shift(app, t(`commands.${id}`), (rects) => distribute(rects, axis)),
    }),
  ),
]

type Rects = Parameters<typeof align>[0]

/** Moves the selected elements, each by what is worked out for its rectangle. */
function shift(app: App, label: string, by: (rects: Rects) => readonly Point[]): void {
  const scene = sceneOfApp(app)
  const items = movable(app, scene)
  const shifts = by(items.map(({ rect }) => rect))
  const { nesting } = app.store.getState()
  app.edit(label, (draft) => {
    const layout = draftLayout(draft, nesting)
    items.forEach(({ id }, i) => {
      const place = placeIn(scene, id)
      const moved = shifts[i]
      if (!place || !moved || (moved.x === 0 && moved.y === 0)) return
      layout[id] = { ...layout[id], x: Math.round(place.x + moved.x), y: Math.round(place.y + moved.y) }
    })
  })
}
