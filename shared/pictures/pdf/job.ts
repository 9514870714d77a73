/** What a PDF of a scene holds: the drawing, and the pages that were asked for. */
import type { Design } from '../../design/design'
import type { Mark, Rect } from '../../figures/mark'
import type { Scene } from '../../figures/scene'
import type { Theme } from '../../figures/tokens'
import type { Translate } from '../../texts/translate'
import { fittingPage, tiledPages } from './pages'
import type { Paper } from './papers'
import { type Drawing, placedMarks, type Sheet } from './sheet'

export function drawingOf(scene: Scene, area: Rect, theme: Theme, transparent: boolean): Drawing {
  const drawing = { area, theme, placed: placedMarks(scene) }
  return transparent ? drawing : { ...drawing, background: 'canvas' }
}

interface Wanted {
  readonly design: Design
  readonly area: Rect
  readonly options: {
    readonly paper?: Paper | 'fit'
  }
  readonly words: Translate
  /** Pages of text on a paper. */
  readonly written: (paper: Paper) => readonly Sheet[]
}

/** The drawing's pages, then those of text. */
export function sheetsOf({ design, area, options, words, written }: Wanted): readonly Sheet[] {
  const { paper = 'fit' } = options
  const drawn = paper === 'fit' ? [fittingPage(area)] : tiledPages(area, paper, design.name, words)
  return [...drawn, ...written(paper === 'fit' ? 'A4' : paper)]
}

/** The texts of the icons that a scene shows, by name. */
export function iconsIn(scene: Scene, icons: ReadonlyMap<string, string>): Record<string, string> {
  const names = new Set<string>()
  const note = (mark: Mark) => {
    if (mark.mark === 'icon') names.add(mark.icon)
  }
  for (const { figure } of scene.items) figure.marks.forEach(note)
  const found = [...names].sort().map((name) => [name, icons.get(name)] as const)
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
