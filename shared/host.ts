/**
 * Everything the app asks of the system it runs on. Two real hosts stand behind it, Electron and the browser; each call
 * has a zod schema for what goes in and what comes back, and Electron checks both on both sides.
 *
 * Paths never cross this border: a file the user picked is an opaque `id`, granted by a dialog, the recent list, the
 * command line or a drop.
 */
import { z } from 'zod'
import type { Failure } from './basics/result'
import type { Text, Value } from './texts/text'

// Every object is strict: a member that is not in the contract is refused, going in and coming out.

/** A file the user chose. `id` grants reading and writing it until the window closes. */
const grantedFile = z.strictObject({ id: z.string(), name: z.string() })
/** What a file holds: text, or the bytes of a PNG, which may carry a design; its text is then empty. */
const content = { text: z.string(), bytes: z.instanceof(Uint8Array).optional() }
const openedFile = grantedFile.extend(content)
/** A state of a file that it once had, kept outside of it. `saved` is in milliseconds since 1970. */
const fileVersion = z.strictObject({ id: z.string(), saved: z.number(), bytes: z.number() })
/** A commit that touched a file. `date` is an ISO date-time; `name` is what the file was called there. */
const gitRevision = z.strictObject({
  hash: z.string(),
  short: z.string(),
  subject: z.string(),
  author: z.string(),
  date: z.string(),
  name: z.string(),
})
/**
 * What is written down of unsaved work, so that a crash costs seconds. The page names each document's `slot` itself, for
 * as long as it is open; `file` is the grant of the file that it will be saved to.
 */
const slot = z.uuid()
const unsaved = z.strictObject({
  slot,
  name: z.string(),
  text: z.string(),
  file: z.string().optional(),
  /** How many elements the design has: told again in the list of what can be recovered. */
  elements: z.number(),
})
/** `kept`: milliseconds since 1970. `place`: where its file is, in words for people; absent when it has none. */
const recovery = z.strictObject({
  slot,
  name: z.string(),
  kept: z.number(),
  elements: z.number(),
  place: z.string().optional(),
})
/** A text of the core: English words, with values beside them where it has some. */
const coreText: z.ZodType<Text> = z.union([
  z.string(),
  z.strictObject({
    words: z.string(),
    values: z.lazy(() => z.union([z.array(value), z.record(z.string(), value)])),
  }),
])
const value: z.ZodType<Value> = z.union([coreText, z.number()])
/** Every member of a failure of the core crosses. */
const failure: z.ZodType<Failure> = z.strictObject({
  /** `file-changed`: a save found what neither this window nor anybody it knows of has written; nothing was replaced. */
  code: z.string(),
  file: z.string().optional(),
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
  pointer: z.string().exactOptional(),
  limit: z.number().exactOptional(),
  actual: z.number().exactOptional(),
  what: coreText,
  mend: coreText,
} satisfies Record<keyof Failure, z.ZodType>)
const outcome = <T extends z.ZodType>(value: T) =>
  z.union([
    z.strictObject({ ok: z.literal(true), value }),
    z.strictObject({ ok: z.literal(false), error: failure }),
  ])

export const appInfo = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.enum(['mac', 'windows', 'linux']),
  /** Versions of the runtime, for About. */
  runtime: z.record(z.string(), z.string()),
  /** What this host can't do, in words for the user; empty for the desktop app. */
  limits: z.array(z.string()),
})

/** Not strict: the settings are a file, which a newer version may have written more into. */
export const settingsSchema = z.looseObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Sizes and visibility of the panels; kept by the app, opaque to the host. */
  panels: z.record(z.string(), z.number()),
  /** Who waives problems and writes reviews, as the last one was signed. */
  author: z.string().optional(),
  /** Their address, for those who call themselves alike. */
  email: z.string().optional(),
  /** Absent: the system's, where it is one of ours. */
  language: z.enum(['en', 'ko']).optional(),
  /** Shortcuts that the user changed, by command; an empty list takes the command's away. */
  keys: z.record(z.string(), z.array(z.string())).optional(),
  /** Commands that were chosen in the palette, the last one first. */
  recentCommands: z.array(z.string()).optional(),
})

export const defaultSettings: Settings = { theme: 'system', panels: {} }

const editRole = z.enum(['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'])
export type EditRole = z.infer<typeof editRole>

/** One entry of the native menu; the app sends the whole menu as data whenever it changes. */
const menuItem = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Electron's accelerator syntax, shown only: the app itself handles keys. */
  accelerator: z.string().optional(),
  enabled: z.boolean(),
  separatorBefore: z.boolean().optional(),
  /** What the item does while the focus is in a text field, instead of running its command. */
  role: editRole.optional(),
})
const menu = z.strictObject({ label: z.string(), items: z.array(menuItem) })
export type MenuItem = z.infer<typeof menuItem>
export type Menu = z.infer<typeof menu>

/** What may be written: text, or bytes for pictures. */
const fileContent = z.union([z.string(), z.instanceof(Uint8Array)])
const newFile = z.strictObject({ name: z.string(), content: fileContent })

/** Nobody looks further back through the history of one file. */
const MOST_REVISIONS = 100_000

/** Every call: the arguments' schema and the answer's. The bridge, its handlers and its tests are built from this list. */
export const calls = {
  info: { args: z.tuple([]), answer: appInfo },
  /** Asks for one file to open; null when the user cancels. */
  openFile: { args: z.tuple([]), answer: outcome(openedFile.nullable()) },
  /** Asks for files to import. */
  importFiles: {
    args: z.tuple([]),
    answer: outcome(z.array(z.strictObject({ name: z.string(), ...content }))),
  },
  /** Asks for a folder to import; null when the user cancels. Its files are named by their paths in it. */
  importFolder: {
    args: z.tuple([]),
    answer: outcome(z.array(z.strictObject({ name: z.string(), text: z.string() })).nullable()),
  },
  openRecent: { args: z.tuple([z.string()]), answer: outcome(openedFile) },
  recentFiles: { args: z.tuple([]), answer: z.array(grantedFile.extend({ place: z.string() })) },
  /** Reads a granted file again; from then on a save may replace what it holds now. */
  rereadFile: { args: z.tuple([z.string()]), answer: outcome(openedFile) },
  /** Earlier states of a granted file, newest first. */
  fileVersions: { args: z.tuple([z.string()]), answer: outcome(z.array(fileVersion)) },
  /** What such a state holds: the file's id, then the version's. */
  readVersion: {
    args: z.tuple([z.string(), z.string()]),
    answer: outcome(z.strictObject({ text: z.string() })),
  },
  /** The commits of git that touched a granted file, newest first, without the first `from`; `more`: there are older ones. */
  gitRevisions: {
    args: z.tuple([z.string(), z.strictObject({ from: z.int().min(0).max(MOST_REVISIONS) })]),
    answer: outcome(z.strictObject({ revisions: z.array(gitRevision), more: z.boolean() })),
  },
  /** What the file held in a revision, as git names them: a hash, a branch, `HEAD~2`. */
  gitFile: {
    args: z.tuple([z.string(), z.string()]),
    answer: outcome(z.strictObject({ text: z.string(), revision: gitRevision })),
  },
  /** Writes unsaved work down, in place of what the slot held. */
  keepRecovery: { args: z.tuple([unsaved]), answer: outcome(z.null()) },
  /** Forgets it: it was saved, or the user does not want it any more. */
  dropRecovery: { args: z.tuple([slot]), answer: z.null() },
  /** Work that windows left behind which are gone; newest first. */
  recoveries: { args: z.tuple([]), answer: z.array(recovery) },
  /**
   * Takes such work over: the slot is this window's now. `file` is granted again; `saved` is what it holds, when that is
   * still what the work was based on, and absent when another program has changed it since.
   */
  openRecovery: {
    args: z.tuple([slot]),
    answer: outcome(
      recovery.extend({ text: z.string(), file: grantedFile.optional(), saved: z.string().optional() }),
    ),
  },
  /**
   * Saves to a file that was granted before; fails with `file-changed` when another program has changed it. The content is
   * the design's text, or the picture that carries it where the file is one: `shop.fairlead.png`.
   */
  saveFile: { args: z.tuple([z.string(), fileContent]), answer: outcome(grantedFile) },
  /** Asks where; null when the user cancels. */
  saveFileAs: { args: z.tuple([z.string(), z.string()]), answer: outcome(grantedFile.nullable()) },
  /** Writes exported files: one to a chosen file, several to a chosen folder. Answers how many, 0 when cancelled. */
  exportFiles: { args: z.tuple([z.array(newFile)]), answer: outcome(z.number()) },
  /**
   * Title bar: file name and whether there are unsaved changes. The host asks before closing when there are, and watches
   * the file, if any, for changes by other programs.
   */
  setDocument: {
    args: z.tuple([z.strictObject({ name: z.string(), dirty: z.boolean(), file: z.string().optional() })]),
    answer: z.null(),
  },
  setMenu: { args: z.tuple([z.array(menu)]), answer: z.null() },
  /** Answer to a `close-requested` event. */
  confirmClose: { args: z.tuple([z.boolean()]), answer: z.null() },
  readSettings: { args: z.tuple([]), answer: settingsSchema },
  writeSettings: { args: z.tuple([settingsSchema]), answer: z.null() },
  /** What this person keeps to themselves about designs, such as drafts of comments; never part of one. */
  readNotes: { args: z.tuple([]), answer: z.record(z.string(), z.string()) },
  /** Writes one note, whatever other windows write; null forgets it. */
  writeNote: { args: z.tuple([z.string(), z.string().nullable()]), answer: z.null() },
  /** Opens an https address in the user's browser. */
  openExternal: { args: z.tuple([z.url({ protocol: /^https$/ })]), answer: z.null() },
} as const satisfies Record<string, { args: z.ZodTuple; answer: z.ZodType }>

/** What the host tells the app without being asked. */
export const events = {
  /** A menu item was chosen: a command's id. */
  command: z.strictObject({ id: z.string() }),
  /** A file came from the command line, a double-click, or a drop on the window. */
  opened: openedFile,
  /** Several files were dropped at once: they are imported together. */
  dropped: z.strictObject({ files: z.array(z.strictObject({ name: z.string(), ...content })) }),
  /** Such a file could not be read. */
  'open-failed': failure,
  /** The document's file holds something that this window neither read nor wrote, or is not there any more. */
  changed: z.strictObject({ id: z.string(), what: z.enum(['changed', 'gone']) }),
  /** The window should close and there are unsaved changes. */
  'close-requested': z.strictObject({}),
} as const satisfies Record<string, z.ZodType<object>>

export type CallName = keyof typeof calls
export type EventName = keyof typeof events
export type AppInfo = z.infer<typeof appInfo>
export type Settings = z.infer<typeof settingsSchema>
export type OpenedFile = z.infer<typeof openedFile>
export type GrantedFile = z.infer<typeof grantedFile>
export type NewFile = z.infer<typeof newFile>
export type FileVersion = z.infer<typeof fileVersion>
export type GitRevision = z.infer<typeof gitRevision>
export type Unsaved = z.infer<typeof unsaved>
export type Recovery = z.infer<typeof recovery>
export type HostEvent<E extends EventName> = z.infer<(typeof events)[E]>

/** The calls as the app sees them, plus events. */
export type Host = {
  readonly [C in CallName]: (
    ...args: z.infer<(typeof calls)[C]['args']>
  ) => Promise<z.infer<(typeof calls)[C]['answer']>>
} & {
  /** Listens; returns the function that stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (payload: HostEvent<E>) => void) => () => void
}
