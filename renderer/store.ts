/**
 * The one store: the design's history, the selection, the document's file and what is open on screen. Everything else
 * is derived from it by memoised functions of the core; no component keeps a copy.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Design, emptyDesign } from '../shared/design/design'
import { grownBeyond } from '../shared/design/design-limits'
import type { DesignDraft } from '../shared/design/edit'
import { type History, newHistory, record, redo, seal, stateOf, undo } from '../shared/design/history'
import { graphOf } from '../shared/graph/graph'
import type { NestingName } from '../shared/graph/nestings'
import type { AppInfo, FileVersion, Host, Recovery, Settings } from '../shared/host'
import { defaultSettings } from '../shared/host'
import { settle } from '../shared/layout/settle'
import type { Problem } from '../shared/rules/problem'
import type { Severity } from '../shared/rules/rule'
import type { Change } from './canvas/change-state'
import { type Lens, noLens } from './canvas/lens'
import type { Comparing } from './compare/comparing'
import type { DiskState } from './document/disk-state'
import type { ImportPreview } from './document/import-preview'
import type { Me } from './review/me'
import { failureText } from './strings/failure'
import { t } from './strings/strings'

/** What is selected: ids of elements and of connections, and at most one row of a card. */
export interface Selection {
  readonly ids: ReadonlySet<string>
  /** A container or listener: the element's id and the row's JSON pointer. */
  readonly row?: { readonly element: string; readonly pointer: string }
}

export const nothingSelected: Selection = { ids: new Set() }

export interface DocumentFile {
  /** The host's grant; absent until the design was saved or when it came from a picture or an import. */
  readonly id?: string
  readonly name: string
}

export interface Notice {
  readonly kind: 'info' | 'error'
  readonly text: string
  /** What to do, on a second line. */
  readonly detail?: string
  /** Buttons. A notice with some stays until one is pressed or it is closed. */
  readonly actions?: readonly NoticeAction[]
  /** Goes away by itself once that has worked after all. */
  readonly about?: 'save' | 'recovery'
}

export interface NoticeAction {
  readonly text: string
  /** The id of a command. */
  readonly command: string
}

export type Overlay =
  | { readonly kind: 'about' }
  | { readonly kind: 'licences' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'new' }
  | { readonly kind: 'recent'; readonly files: readonly RecentFile[] }
  | {
      readonly kind: 'report'
      readonly title: string
      readonly summary: string
      readonly lines: readonly ReportLine[]
    }
  | {
      readonly kind: 'choices'
      readonly title: string
      /** A sentence before the choices. */
      readonly text?: string
      readonly choices: readonly Choice[]
    }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'waive'; readonly problem: Problem }
  | {
      readonly kind: 'what-if'
      /** The service or task to begin with; absent: the whole design. */
      readonly runner: string | undefined
    }
  /** A service, task or workload beside what it would be on the other side. */
  | { readonly kind: 'convert'; readonly of: string }
  | { readonly kind: 'compare' }
  | { readonly kind: 'export' }
  /** Who signs comments and approvals, and what they were about to do. */
  | { readonly kind: 'author'; readonly act?: (me: Me) => void }
  | { readonly kind: 'approve' }
  /** The prices that the estimate goes by. */
  | { readonly kind: 'prices' }
  /** What would come of an import. */
  | { readonly kind: 'import'; readonly preview: ImportPreview }
  /** Work that windows left behind. */
  | { readonly kind: 'recoveries' }
  /** What another program made of the document's file. */
  | { readonly kind: 'disk-review' }
  /** What the recovered work has that its file has not. */
  | { readonly kind: 'recovered-differences'; readonly base: Design }
  | { readonly kind: 'versions'; readonly file: string; readonly versions: readonly FileVersion[] }
  | { readonly kind: 'discard'; readonly answer: (choice: 'save' | 'discard' | 'cancel') => void }

export interface RecentFile {
  readonly id: string
  readonly name: string
  /** Where it is, in words for people. */
  readonly place: string
}

export interface Choice {
  readonly text: string
  readonly detail?: string
  /** The detail is a problem of that severity. */
  readonly severity?: Severity
  readonly choose: () => void
}

export interface ReportLine {
  readonly tone: 'ok' | 'info' | 'warning'
  readonly text: string
  readonly detail?: string
}

export type BottomTab = 'problems' | 'review' | 'cost' | 'conflicts'

export type InspectorTab = 'form' | 'fields' | 'json' | 'roles'

/** Which part of the canvas is seen. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** What moves the view: the canvas, once there is one. */
export interface Camera {
  readonly now: () => Viewport | undefined
  readonly show: (view: Viewport) => void
}

const noCamera: Camera = { now: () => undefined, show: () => undefined }

/** What a step of the history brings back beside the design: where somebody was, and with what in the hand. */
export interface Moment {
  readonly selection: Selection
  readonly nesting: NestingName
  readonly view: Viewport | undefined
}

export interface AppState {
  readonly history: History<Moment>
  /** The state of the history that is in the file; undefined when no file holds any. */
  readonly saved: object | undefined
  /** The design as it last was in the file: what a merge with another program's changes is based on. */
  readonly savedDesign: Design | undefined
  readonly file: DocumentFile
  /** Names the document among what is written down for recovery. */
  readonly slot: string
  /** What another program did to the file, until it is settled. */
  readonly disk: DiskState | undefined
  /** When the document was written down last by the window that left it behind. */
  readonly recovered: number | undefined
  /** Work that windows left behind and that nobody has opened or discarded yet. */
  readonly leftWork: readonly Recovery[]
  /** True while the file is being written. */
  readonly saving: boolean
  readonly selection: Selection
  readonly settings: Settings
  readonly info: AppInfo
  readonly overlay: Overlay | undefined
  /** What the last line brought, for its card. */
  readonly change: Change | undefined
  readonly notice: Notice | undefined
  /** What is read out although nothing on the screen says it, and how many times something was. */
  readonly said: { readonly text: string; readonly times: number } | undefined
  readonly bottomTab: BottomTab | undefined
  readonly inspectorTab: InspectorTab
  /** The problem that “next problem” showed last, so that the next press goes on from there. */
  readonly shownProblem: string | undefined
  /** The concerns whose lines are shown; the others fade. Empty: all are shown alike. */
  readonly lens: ReadonlySet<Lens>
  /** Which of the two nestings is drawn. */
  readonly nesting: NestingName
  /** What is compared in place of the canvas; the open design can't be changed meanwhile. */
  readonly comparing: Comparing | undefined
  /** True while auto-layout runs in its worker. */
  readonly busy: boolean
}

export interface EditOptions {
  /** Consecutive edits with the same key are one undo step. */
  readonly mergeKey?: string
  /** What is selected afterwards; by default the selection stays. */
  readonly select?: Selection
  readonly record?: 'step' | 'skip'
  /** The result is a state that has settled already: nothing follows from it. */
  readonly settled?: boolean
}

export interface LoadOptions {
  /** It is not in the file as it is shown. */
  readonly dirty?: boolean
  /** The document was open before, in a window that is gone: it keeps its slot. */
  readonly recovered?: { readonly slot: string; readonly kept: number; readonly base: Design | undefined }
}

export interface App {
  readonly store: StoreApi<AppState>
  readonly host: Host
  /** Changes the design by one undo step. */
  readonly edit: (label: string, recipe: (draft: DesignDraft) => void, options?: EditOptions) => void
  readonly seal: () => void
  readonly undo: () => void
  /** Takes the last step back as if it had never been: there is nothing to redo. */
  readonly forget: () => void
  readonly redo: () => void
  readonly select: (ids: Iterable<string>, row?: Selection['row']) => void
  /** Shows another design; nothing of the old one stays, its history included. */
  readonly load: (design: Design, file: DocumentFile, options?: LoadOptions) => void
  readonly patch: (part: Partial<AppState>) => void
  readonly notify: (notice: Notice | undefined) => void
  /** Has a text read out to those who can't see what changed. */
  readonly announce: (text: string) => void
}

/** An app that has just been started: an empty design, nothing open. */
function newState(info: AppInfo, settings: Settings): AppState {
  const history = newHistory<Moment>(emptyDesign(t('app.untitled')))
  return {
    history,
    saved: stateOf(history),
    savedDesign: undefined,
    file: { name: t('app.untitled') },
    slot: crypto.randomUUID(),
    disk: undefined,
    recovered: undefined,
    leftWork: [],
    saving: false,
    selection: nothingSelected,
    settings,
    info,
    overlay: undefined,
    change: undefined,
    notice: undefined,
    said: undefined,
    bottomTab: undefined,
    inspectorTab: 'form',
    shownProblem: undefined,
    lens: noLens,
    nesting: 'logical',
    comparing: undefined,
    busy: false,
  }
}

/** Makes the app's state on a host; tests use the memory host. */
export function createApp(
  host: Host,
  info: AppInfo,
  settings: Settings = defaultSettings,
  camera: Camera = noCamera,
): App {
  const store = createStore<AppState>(() => newState(info, settings))
  const { getState, setState } = store
  const travel = (step: typeof undo, side: 'before' | 'after') => {
    const { history } = getState()
    const taken = side === 'before' ? history.past.at(-1) : history.future[0]
    if (!taken) return
    const { selection, nesting, view } = taken[side]
    const next = step(history)
    setState({ history: next, selection: existing(next.design, selection), nesting })
    if (view) camera.show(view)
  }
  return {
    store,
    host,
    edit: (label, recipe, options = {}) => {
      const { history, selection, nesting, comparing } = getState()
      if (comparing) return setState({ notice: { kind: 'info', text: t('unusable.comparing') } })
      const after = options.select ?? selection
      const moment = { nesting, view: camera.now() }
      const next = record(history, recipe, {
        label,
        ...(options.settled ? {} : { settle }),
        before: { ...moment, selection },
        after: { ...moment, selection: after },
        ...(options.mergeKey === undefined ? {} : { mergeKey: options.mergeKey }),
        ...(options.record === undefined ? {} : { record: options.record }),
      })
      if (next === history) return
      const beyond = grownBeyond(history.design, next.design)
      if (beyond) {
        setState({ notice: { kind: 'error', text: failureText(beyond), detail: t('file.unchanged') } })
        return
      }
      setState({ history: next, selection: existing(next.design, after) })
    },
    seal: () => {
      const { history, saved } = getState()
      const sealed = seal(history)
      // It is the same design, so what is in the file stays in the file.
      const same = saved === stateOf(history)
      if (sealed !== history)
        setState(same ? { history: sealed, saved: stateOf(sealed) } : { history: sealed })
    },
    undo: () => travel(undo, 'before'),
    forget: () => {
      travel(undo, 'before')
      setState(({ history }) => ({ history: { ...history, future: [] } }))
    },
    redo: () => travel(redo, 'after'),
    select: (ids, row) => setState({ selection: row ? { ids: new Set(ids), row } : { ids: new Set(ids) } }),
    load: (design, file, options) => setState((old) => loaded(old, design, file, options)),
    patch: (part) => setState(part),
    notify: (notice) => setState({ notice }),
    announce: (text) => setState(({ said }) => ({ said: { text, times: (said?.times ?? 0) + 1 } })),
  }
}

/** Another design in place of the one that is there. */
function loaded(
  { overlay, bottomTab }: AppState,
  design: Design,
  file: DocumentFile,
  { dirty = false, recovered }: LoadOptions = {},
): Partial<AppState> {
  const history = newHistory<Moment>(design)
  return {
    history,
    saved: dirty ? undefined : stateOf(history),
    savedDesign: dirty ? recovered?.base : design,
    file,
    slot: recovered?.slot ?? crypto.randomUUID(),
    disk: undefined,
    recovered: recovered?.kept,
    selection: nothingSelected,
    notice: undefined,
    // What a window left behind is still to be decided on.
    overlay: overlay?.kind === 'recoveries' ? overlay : undefined,
    bottomTab: bottomTab === 'conflicts' ? undefined : bottomTab,
    change: undefined,
    comparing: undefined,
  }
}

/** A selection without what is not in the design any more. */
function existing(design: Design, selection: Selection): Selection {
  const lost = new Set([...selection.ids].filter((id) => !Object.hasOwn(design.elements, id)))
  if (lost.size === 0) return selection
  // Only now is it worth asking: an edit with elements selected, such as every frame of a drag, never gets here.
  for (const { id } of graphOf(design).connections) lost.delete(id)
  return lost.size === 0 ? selection : { ids: new Set([...selection.ids].filter((id) => !lost.has(id))) }
}

export function designOf(state: AppState): Design {
  return state.history.design
}

export function isDirty(state: AppState): boolean {
  return stateOf(state.history) !== state.saved
}
