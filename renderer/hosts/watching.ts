/**
 * Notices that another program changed the document's file. A browser does not tell everywhere, so the file is looked at:
 * its time and length every two seconds while the page can be seen, its content whenever those differ or somebody comes
 * back to the window, because a program may write as many bytes and set the clock back.
 */
import { limits } from '../../shared/basics/limits'
import type { HostEvent } from '../../shared/host'
import type { FileHandle, Place } from './grants'
import { isNamed } from './read-file'
import { sha256 } from './sha256'

const EVERY = 2000

type What = HostEvent<'changed'>['what']

interface FileSystemObserver {
  readonly observe: (handle: FileHandle) => Promise<void>
  readonly disconnect: () => void
}

interface ObservingWindow {
  readonly FileSystemObserver?: new (seen: () => void) => FileSystemObserver
}

/** Tells once of each state of the file that this window neither read nor wrote. Answers how to stop. */
export function watchFile(page: Window, place: Place, tell: (what: What) => void): () => void {
  const check = newCheck(place, tell)
  const { document } = page
  const stop = new AbortController()
  const { signal } = stop
  const glance = page.setInterval(() => {
    if (document.visibilityState === 'visible') void check('glance')
  }, EVERY)
  page.addEventListener('focus', () => void check('read'), { signal })
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') void check('read')
    },
    { signal },
  )
  const observer = observe(page as ObservingWindow, place.handle, () => void check('read'))
  void check('read')
  return () => {
    page.clearInterval(glance)
    stop.abort()
    observer?.disconnect()
    check.stop()
  }
}

/** Where the browser tells of changes by itself they are seen at once. */
function observe({ FileSystemObserver }: ObservingWindow, handle: FileHandle, seen: () => void) {
  if (!FileSystemObserver) return undefined
  const observer = new FileSystemObserver(seen)
  // Not every handle can be observed; then looking now and then has to do.
  observer.observe(handle).catch(() => undefined)
  return observer
}

export interface Check {
  /** With `glance` the content is read only when the time or the length differ from the last look. */
  (how: 'glance' | 'read'): Promise<void>
  readonly stop: () => void
}

/** Looks at the file when it is told to, in turn with whatever else is done with it. */
export function newCheck(place: Place, tell: (what: What) => void): Check {
  const look = newLook(place.handle)
  let told: string | undefined
  let waiting = 0
  let stopped = false
  const once = async (how: 'glance' | 'read') => {
    const state = await look(how)
    if (stopped || state === undefined) return
    const before = told
    told = state === place.base ? undefined : state
    // Back as it was is news as well, to somebody who was told that it is gone.
    if (told === undefined ? before === GONE : told !== before) tell(told === GONE ? 'gone' : 'changed')
  }
  const check = async (how: 'glance' | 'read') => {
    if (how === 'glance' && waiting > 0) return
    waiting += 1
    await place.inTurn(() => once(how))
    waiting -= 1
  }
  return Object.assign(check, {
    stop: () => {
      stopped = true
    },
  })
}

const GONE = 'gone'

/** The SHA-256 of the file, or that it is gone; undefined when that can't be told now. */
function newLook(handle: FileHandle): (how: 'glance' | 'read') => Promise<string | undefined> {
  let last: { readonly time: number; readonly size: number; readonly hash: string } | undefined
  return async (how) => {
    try {
      const file = await handle.getFile()
      const { lastModified: time, size } = file
      if (how === 'glance' && last?.time === time && last.size === size) return last.hash
      // No design is that large: it need not be read to know that it is another one.
      if (size > limits.designBytes) return `${size} bytes at ${time}`
      const hash = await sha256(new Uint8Array(await file.arrayBuffer()))
      last = { time, size, hash }
      return hash
    } catch (error) {
      if (!isNamed(error, 'NotFoundError')) return undefined
      last = undefined
      return GONE
    }
  }
}
