/**
 * What is being typed into a field reaches the design after the letter is on the screen: in a large design everything
 * that follows from a change takes longer than a letter may. While keys keep coming, only the last text is written.
 */

interface Typed {
  readonly place: string
  readonly write: () => void
}

/** However fast somebody types, the design is never further behind than this, in milliseconds. */
const LONGEST_WAIT = 400

let pending: Typed | undefined
let timer: ReturnType<typeof setTimeout> | undefined
/** When the oldest text that is not written yet was typed. */
let since = 0
/** What writing took the last time: the next one waits for as long a pause. */
let cost = 0
let listening = false

/** Has a text written soon; one that waits for the same place is forgotten, one for another place is written first. */
export function writeSoon(place: string, write: () => void): void {
  if (pending && pending.place !== place) flushTyping()
  if (!pending) since = performance.now()
  pending = { place, write }
  listen()
  clearTimeout(timer)
  const wait = Math.max(0, Math.min(cost, LONGEST_WAIT - (performance.now() - since)))
  // A frame is drawn between the two; a window that is out of sight draws none.
  if (document.hidden) timer = setTimeout(flushTyping, wait)
  else requestAnimationFrame(() => restart(wait))
}

function restart(wait: number): void {
  clearTimeout(timer)
  if (pending) timer = setTimeout(flushTyping, wait)
}

/** Writes what was typed at once: something else is about to look at the design, or to change it. */
export function flushTyping(): void {
  clearTimeout(timer)
  const typed = pending
  if (!typed) return
  pending = undefined
  const begun = performance.now()
  typed.write()
  // Rendering comes after this task, and is most of what writing costs.
  setTimeout(() => {
    cost = performance.now() - begun
  }, 0)
}

const WRITES_ON: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter', 'Escape', 'Tab'])

/** Whatever is not typing comes after what was typed: shortcuts, clicks, another window. */
function listen(): void {
  if (listening) return
  listening = true
  window.addEventListener(
    'keydown',
    (event) => {
      const isCommand = event.ctrlKey || event.metaKey || event.altKey
      if (isCommand || WRITES_ON.has(event.code) || /^F\d+$/.test(event.code)) flushTyping()
    },
    true,
  )
  for (const event of ['pointerdown', 'blur', 'pagehide']) window.addEventListener(event, flushTyping, true)
}
