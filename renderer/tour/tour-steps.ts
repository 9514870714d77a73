/** What the tour shows, and which control each of its marks stands beside. */

export const tourSteps = ['palette', 'canvas', 'inspector', 'problems', 'export'] as const
export type TourStep = (typeof tourSteps)[number]

const anchors: Readonly<Record<TourStep, string>> = {
  palette: '.palette',
  canvas: '.canvas',
  inspector: '.inspector, .app-right',
  problems: '.status-problems',
  export: '.top-bar-export',
}

/** Where what is hidden can be shown again. */
const MENUS = '.top-bar-menus'

export interface Anchor {
  readonly element: Element
  /** The control itself is hidden, and the mark stands beside the menus. */
  readonly hidden: boolean
}

/** The control of a step, as far as it can be seen. */
export function anchorOf(step: TourStep, page: ParentNode = document): Anchor | undefined {
  const shown = [...page.querySelectorAll(anchors[step])].find(isVisible)
  if (shown) return { element: shown, hidden: false }
  const menus = page.querySelector(MENUS)
  return menus ? { element: menus, hidden: true } : undefined
}

function isVisible(element: Element): boolean {
  const { width, height, right, bottom, left, top } = element.getBoundingClientRect()
  const inWindow = right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight
  return width > 0 && height > 0 && inWindow && element.checkVisibility()
}
