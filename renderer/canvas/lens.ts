/** What a lens shows of a scene: lines of some concerns, and what they lead from and to. */
import { memo } from '../../shared/basics/memo'
import { type Concern, meaningOf } from '../../shared/elements/meanings'
import type { Scene, SceneLine } from '../../shared/figures/scene'
import { figureOfElement } from './hit'

/** The concerns that have a lens, in the order of their buttons. */
export const lenses = [
  'traffic',
  'data',
  'identity',
  'images',
  'logs',
  'network',
] as const satisfies readonly Concern[]

export type Lens = (typeof lenses)[number]

/** Without a lens everything is shown alike. */
export const noLens: ReadonlySet<Lens> = new Set()

/** Does the line belong to what the lens shows? */
export function isShown(line: SceneLine, lens: ReadonlySet<Lens>): boolean {
  return lens.size === 0 || (lens as ReadonlySet<string>).has(meaningOf(line.meaning).concern)
}

/** The elements at the ends of shown lines, and the frames around those; undefined without a lens: all of them. */
export function shownBy(scene: Scene, lens: ReadonlySet<Lens>): ReadonlySet<string> | undefined {
  return lens.size === 0 ? undefined : endsOf(scene)(lens)
}

const endsOf = memo((scene: Scene) =>
  memo((lens: ReadonlySet<Lens>): ReadonlySet<string> => {
    const shown = new Set<string>()
    for (const line of scene.lines) {
      if (!isShown(line, lens)) continue
      for (const end of [line.from, line.to]) {
        let id = figureOfElement(scene, end)?.id
        while (id !== undefined && !shown.has(id)) {
          shown.add(id)
          id = scene.byId.get(id)?.parent
        }
      }
    }
    return shown
  }),
)
