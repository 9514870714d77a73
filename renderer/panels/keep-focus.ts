/** The keyboard is never left with nothing: when what had the focus goes, the part of the window around it has it. */

/** The parts of the window, in the order in which they are read. */
export const regions = [
  '.top-bar',
  '.app-left',
  '.canvas .react-flow',
  '.compare',
  '.app-bottom',
  '.app-right',
  '.status-bar',
] as const

const FOCUSABLE = [
  '[role=tree]',
  '[role=tab][aria-selected=true]',
  '[role=row][tabindex="0"]',
  'button:not(:disabled, [tabindex="-1"])',
  'input:not(:disabled, [tabindex="-1"])',
  'textarea:not(:disabled)',
  'a[href]',
  '[tabindex="0"]:not([role=separator])',
].join(', ')

/** What had the focus last in each part, to go back to. */
const lastIn = new WeakMap<Element, WeakRef<HTMLElement>>()

/** The parts that are there now. */
export function regionsNow(): readonly HTMLElement[] {
  return regions.flatMap((selector) => {
    const found = document.querySelector<HTMLElement>(selector)
    return found && found.getClientRects().length > 0 ? [found] : []
  })
}

/** Gives a part of the window the focus: what had it there last, else the first that can have it. */
export function focusRegion(region: HTMLElement): boolean {
  const last = lastIn.get(region)?.deref()
  const target =
    last && region.contains(last)
      ? last
      : region.matches('[tabindex]')
        ? region
        : region.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus()
  return target !== undefined && target !== null && document.activeElement === target
}

/** Time for those that give the focus back themselves: dialogs, menus, cards. */
const GRACE_MS = 120

/** Watches over the focus for as long as the window is open; returns the function that stops it. */
export function keepFocus(): () => void {
  let last: HTMLElement | undefined
  /** What had it last in a part of the window: what floats over it gives it back there. */
  let home: { readonly element: HTMLElement; readonly region: HTMLElement } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    last = target
    const region = target.closest<HTMLElement>(regions.join(', '))
    if (!region) return
    home = { element: target, region }
    lastIn.set(region, new WeakRef(target))
  }
  const isLost = () => document.activeElement === document.body && last !== undefined && !last.isConnected
  const giveBack = () => {
    if (!isLost()) return
    last = undefined
    if (home?.region.isConnected) {
      home.element.focus({ preventScroll: true })
      if (document.activeElement === home.element || focusRegion(home.region)) return
    }
    document.querySelector<HTMLElement>('.canvas .react-flow')?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(() => {
    if (!isLost()) return
    clearTimeout(timer)
    timer = setTimeout(giveBack, GRACE_MS)
  })
  document.addEventListener('focusin', onFocus)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    clearTimeout(timer)
    document.removeEventListener('focusin', onFocus)
    observer.disconnect()
  }
}
