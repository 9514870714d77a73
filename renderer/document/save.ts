import { type Failure, ok, type Result } from '../../shared/basics/result'
import { stateOf } from '../../shared/design/history'
import type { GrantedFile } from '../../shared/host'
import { designPicture } from '../../shared/pictures/carried/file-content'
import { flushTyping } from '../inspector/typing'
import { type App, type AppState, designOf, isDirty, type Notice } from '../store'
import { failureText } from '../strings/failure'
import { t } from '../strings/strings'
import { heardChange, reviewDisk } from './disk'
import { rememberText, textFor } from './file-texts'
import { drawOpen, optionsOnScreen } from './pictures'
import { flushRecovery } from './recovery'
import { inTurn } from './turns'

const EXTENSION = '.fairlead'

/** Saving there again can't work, whatever the user does. */
const HOPELESS: ReadonlySet<string> = new Set(['file-nogrant', 'file-picture'])

/** Saves to the document's file, or asks for one. False when the user cancelled or it failed; the design stays open. */
export function save(app: App): Promise<boolean> {
  return saving(app, () => saveNow(app))
}

/** Asks where to save; from then on that file is the document's, and the old one is not touched again. */
export function saveAs(app: App): Promise<boolean> {
  return saving(app, () => saveElsewhere(app))
}

/** Replaces what the other program wrote and the user has seen. The host keeps that among the earlier versions. */
export async function keepMine(app: App): Promise<void> {
  // It is nowhere but in this window, even if nobody has changed it.
  app.patch({ overlay: undefined, saved: undefined })
  await saving(app, () => saveNow(app, 'replace'))
}

/** One save at a time, each of what there is when its turn comes: the last state is the one that stays in the file. */
function saving(app: App, act: () => Promise<boolean>): Promise<boolean> {
  return inTurn(app, async () => {
    app.patch({ saving: true })
    try {
      return await act()
    } finally {
      app.patch({ saving: false })
    }
  })
}

async function saveNow(app: App, theirs: 'review' | 'replace' = 'review'): Promise<boolean> {
  const state = ready(app)
  if (state.file.id === undefined) return saveElsewhere(app)
  if (theirs === 'review' && state.disk && state.disk.what !== 'gone') return reviewDisk(app)
  // As it is in the file already: not a byte of it is touched.
  if (!isDirty(state) && designOf(state) === state.savedDesign) return true
  const text = textFor(designOf(state), state.savedDesign)
  if (!text.ok) return failed(app, text.error)
  const content = await contentFor(app, state, text.value)
  if (!content.ok) return failed(app, content.error)
  const saved = await app.host.saveFile(state.file.id, content.value)
  if (saved.ok) return done(app, state, saved.value, text.value)
  if (saved.error.code !== 'file-changed') return failed(app, saved.error)
  await heardChange(app, { id: state.file.id, what: 'changed' })
  // It was only written in another way, or is what is to be saved.
  return app.store.getState().disk?.what === undefined ? saveNow(app) : reviewDisk(app)
}

/** What the document's file is to hold: the text, or the picture that carries the design. */
async function contentFor(
  app: App,
  { file }: AppState,
  text: string,
): Promise<Result<string | Uint8Array<ArrayBuffer>>> {
  const format = designPicture(file.name)
  if (format === undefined) return ok(text)
  const picture = await drawOpen(app, format, { ...optionsOnScreen(app, format), keepsSecrets: true })
  if (!picture.ok) return picture
  const { content } = picture.value
  return ok(typeof content === 'string' ? content : Uint8Array.from(content))
}

async function saveElsewhere(app: App): Promise<boolean> {
  const state = ready(app)
  const text = textFor(designOf(state), state.savedDesign)
  if (!text.ok) return failed(app, text.error)
  const saved = await app.host.saveFileAs(suggestedName(state.file.name), text.value)
  if (!saved.ok) return failed(app, saved.error)
  return saved.value ? done(app, state, saved.value, text.value) : false
}

/** What is typed from now on is a step of its own: it is not in the file. */
function ready(app: App): AppState {
  flushTyping()
  app.seal()
  return app.store.getState()
}

function done(app: App, { slot, history }: AppState, file: GrantedFile, text: string): true {
  const now = app.store.getState()
  rememberText(history.design, text)
  if (now.slot !== slot) return true
  app.patch({
    saved: stateOf(history),
    savedDesign: history.design,
    file,
    disk: undefined,
    recovered: undefined,
    ...(now.notice?.about === undefined ? {} : { notice: undefined }),
  })
  app.announce(t('file.saved', { name: file.name }))
  return true
}

function suggestedName(name: string): string {
  return `${name.replace(/(?:\.fairlead)?(?:\.(?!fairlead$)[^.]+)?$/, '')}${EXTENSION}`
}

function failed(app: App, error: Failure): false {
  const again = { text: t('file.tryAgain'), command: 'file.save' }
  const notice: Notice = {
    kind: 'error',
    about: 'save',
    text: failureText(error),
    actions: [
      { text: t('file.saveAs'), command: 'file.save-as' },
      ...(HOPELESS.has(error.code) ? [] : [again]),
    ],
  }
  app.notify(notice)
  void flushRecovery(app).then((kept) => {
    const detail = kept ? t('file.keptMeanwhile') : t('file.notKeptEither')
    if (app.store.getState().notice === notice) app.notify({ ...notice, detail })
  })
  return false
}
