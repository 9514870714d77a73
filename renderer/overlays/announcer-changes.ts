/**
 * Has read out what edits do: shortly after the last of a burst what came, went, moved and was connected, and then what
 * became of problems. What is undone or done again is said by the command, by the name of the step.
 */
import type { Design } from '../../shared/design/design'
import { judgedOf } from '../problems/judged'
import { type App, type AppState, designOf } from '../store'
import { changesSaid, problemsSaid } from './changes-said'

/** A burst of presses is one move. */
const BURST_MS = 350
/** Problems come and go while somebody types. */
const PROBLEMS_MS = 700

/** Listens for as long as the window is open; returns the function that stops listening. */
export function announceChanges(app: App): () => void {
  const changes = burst(BURST_MS)
  const problems = burst(PROBLEMS_MS)
  let from: Design | undefined
  let judged: Design | undefined
  let said = app.store.getState().said?.times
  const onChange = (state: AppState, before: AppState) => {
    if (isOther(state, before)) {
      changes.stop()
      problems.stop()
      from = undefined
      judged = undefined
      return
    }
    const [now, old] = [designOf(state), designOf(before)]
    if (now === old) return
    if (from === undefined) said = app.store.getState().said?.times
    from ??= old
    judged ??= old
    changes.begin(() => {
      const [first, last] = [from, designOf(app.store.getState())]
      from = undefined
      // Whoever made the edit said what it did.
      if (!first || app.store.getState().said?.times !== said) return
      const texts = changesSaid(first, last, app.store.getState().nesting)
      if (texts.length > 0) app.announce(texts.join(' '))
    })
    problems.begin(() => {
      const first = judged
      judged = undefined
      const text = first && problemsSaid(judgedOf(first).open, judgedOf(designOf(app.store.getState())).open)
      if (text !== undefined) app.announce(text)
    })
  }
  const unsubscribe = app.store.subscribe(onChange)
  return () => {
    changes.stop()
    problems.stop()
    unsubscribe()
  }
}

/** Was another design opened? Its history begins anew. */
function isOther({ history, file }: AppState, before: AppState): boolean {
  return file !== before.file && history.past.length === 0 && history !== before.history
}

/** Runs the last thing that it was given, once nothing new has come for a while. */
function burst(patience: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    begin: (run: () => void) => {
      stop()
      timer = setTimeout(run, patience)
    },
  }
}
