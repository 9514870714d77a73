/** Text ⇄ design. The text is canonical, so that a design reads, diffs and merges well in git. */
import { isObject, toPointer } from '../basics/json'
import { limits } from '../basics/limits'
import { memo } from '../basics/memo'
import { fail, ok, type Result } from '../basics/result'
import { say } from '../texts/text'
import { type Design, FORMAT } from './design'
import { firstFault } from './design-faults'
import { beyondLimits } from './design-limits'
import { inexactNumber, tooMuch } from './json-limits'
import { explainSyntax } from './json-syntax'
import { migrate } from './migrations'

const DOCUMENT_KEYS = [
  'format',
  'name',
  'region',
  'account',
  'elements',
  'connections',
  'waivers',
  'conflicts',
  'threads',
  'approvals',
  'estimate',
  'layout',
  'networkLayout',
  'routes',
]
const ELEMENT_KEYS = ['kind', 'label', 'inside', 'locked', 'traits', 'spec', 'existing']
const CONNECTION_KEYS = ['from', 'to', 'meaning', 'label']
const WAIVER_KEYS = ['rule', 'element', 'path', 'reason', 'author', 'expires']
const CONFLICT_KEYS = ['of', 'id', 'pointer', 'base', 'ours', 'theirs']
const THREAD_KEYS = ['kind', 'pin', 'comments', 'resolved']
const PIN_KEYS = ['element', 'named', 'pointer', 'x', 'y', 'width', 'height', 'nesting']
const COMMENT_KEYS = ['author', 'email', 'written', 'edited', 'text']
const SIGNED_KEYS = ['author', 'email', 'at']
const APPROVAL_KEYS = [...SIGNED_KEYS, 'meaning', 'rules', 'comment', 'override', 'approved']
const ESTIMATE_KEYS = ['hours', 'region', 'usage', 'prices']
const PLACE_KEYS = ['x', 'y', 'width', 'height', 'collapsed', 'z']

/**
 * The canonical text: known members in fixed order, ids sorted, two spaces, one line for each connection and place, a
 * newline at the end. A spec keeps the order its author gave it.
 */
export function serialize(design: Design): string {
  const members = ordered(design, DOCUMENT_KEYS).map(([key, value]) => {
    const write = blocks.get(key)
    if (write && isObject(value)) return member(key, block(value, write))
    return member(key, indent(pretty(key === 'estimate' ? arrange(value, ESTIMATE_KEYS) : value), 2))
  })
  return `{\n${members.join(',\n')}\n}\n`
}

/** The texts of an element and of a place. Remembered, since with every edit most of them stay as they were. */
export const elementText: (element: object) => string = memo((element) =>
  indent(pretty(arrange(element, ELEMENT_KEYS)), 4),
)
const placeText = memo((place: object) => oneLine(arrange(place, PLACE_KEYS)))
/** One line for each comment, so that two people's replies merge. */
const threadText = memo((thread: object) => {
  const members = ordered(thread, THREAD_KEYS).map(([key, value]) => {
    if (key === 'comments' && isObject(value)) {
      return `${JSON.stringify(key)}: ${indent(
        block(value, (one) => oneLine(arrange(one, COMMENT_KEYS))),
        4,
      )}`
    }
    if (key === 'pin') return `${JSON.stringify(key)}: ${oneLine(arrange(value, PIN_KEYS))}`
    if (key === 'resolved') return `${JSON.stringify(key)}: ${oneLine(arrange(value, SIGNED_KEYS))}`
    return `${JSON.stringify(key)}: ${indent(pretty(value), 6)}`
  })
  return `{\n${members.map((line) => `      ${line}`).join(',\n')}\n    }`
})

/** The members that hold one thing a block or a line. */
const blocks: ReadonlyMap<string, (item: unknown) => string> = new Map([
  ['elements', (element: unknown) => (isObject(element) ? elementText(element) : pretty(element))],
  ['connections', (connection: unknown) => oneLine(arrange(connection, CONNECTION_KEYS))],
  ['waivers', (waiver: unknown) => oneLine(arrange(waiver, WAIVER_KEYS))],
  ['conflicts', (conflict: unknown) => indent(pretty(arrange(conflict, CONFLICT_KEYS)), 4)],
  ['threads', (thread: unknown) => (isObject(thread) ? threadText(thread) : pretty(thread))],
  ['approvals', (approval: unknown) => indent(pretty(arrange(approval, APPROVAL_KEYS)), 4)],
  ['layout', place],
  ['networkLayout', place],
  ['routes', oneLine],
])

function place(value: unknown): string {
  return isObject(value) ? placeText(value) : oneLine(value)
}

function member(key: string, text: string): string {
  return `  ${JSON.stringify(key)}: ${text}`
}

function block(value: unknown, write: (item: unknown) => string): string {
  const entries = Object.entries(value as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1))
  if (entries.length === 0) return '{}'
  return `{\n${entries.map(([key, item]) => `    ${JSON.stringify(key)}: ${write(item)}`).join(',\n')}\n  }`
}

function arrange(value: unknown, keys: readonly string[]): unknown {
  return isObject(value) ? Object.fromEntries(ordered(value, keys)) : value
}

/** Known keys first, in their order; then the others as they came. */
function ordered(value: object, keys: readonly string[]): [string, unknown][] {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  const rank = (key: string) => (keys.includes(key) ? keys.indexOf(key) : keys.length)
  return entries.sort(([a], [b]) => rank(a) - rank(b))
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2)
}

function oneLine(value: unknown): string {
  return isObject(value)
    ? `{ ${Object.entries(value)
        .map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`)
        .join(', ')} }`
    : JSON.stringify(value)
}

function indent(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`)
}

/** Reads JSON text of any kind. A failure names file, line and column, what is wrong there and how to mend it. */
export function parseJson(text: string, file?: string, most: number = limits.designBytes): Result<unknown> {
  const place = file === undefined ? {} : { file }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const unfit = tooMuch(body, most)
  if (unfit) return fail({ ...unfit, ...place })
  try {
    const value: unknown = JSON.parse(body)
    const inexact = inexactNumber(body)
    return inexact ? fail({ ...inexact, ...place }) : ok(value)
  } catch {
    return fail({ ...place, ...explainSyntax(body) })
  }
}

/** Is this JSON value meant to be a design? Decides which message a broken one gets. */
export function looksLikeDesign(value: unknown): boolean {
  return isObject(value) && typeof value.format === 'string' && value.format.startsWith('fairlead/')
}

/** Is this text meant to be a design, even where it is broken? Everything else may be a file of another tool. */
export function holdsDesign(text: string): boolean {
  // A design that this program wrote begins so, and need not be read twice.
  if (/^\uFEFF?\s*\{\s*"format"\s*:\s*"fairlead\//.test(text)) return true
  const json = parseJson(text)
  return json.ok && looksLikeDesign(json.value)
}

/** Reads a design; older formats are migrated, a newer one is refused with what to do. */
export function parseDesign(text: string, file?: string): Result<Design> {
  const json = parseJson(text, file)
  return json.ok ? readDesign(json.value, file) : json
}

/** The same for JSON that is already parsed. Members that the schema does not know are kept as they are. */
export function readDesign(value: unknown, file?: string): Result<Design> {
  const place = file === undefined ? {} : { file }
  if (!looksLikeDesign(value)) {
    return fail({
      code: 'not-a-design',
      ...place,
      what: say`This is not a Fairlead design: it has no "format": "${FORMAT}".`,
      mend: 'Import it instead, if it is a task definition or another known format.',
    })
  }
  const current = migrate(value as Record<string, unknown>)
  if (!current.ok) return fail({ ...current.error, ...place })
  const beyond = beyondLimits(current.value)
  if (beyond) return fail({ ...beyond, ...place })
  const fault = firstFault(current.value)
  if (fault) {
    return fail({
      code: 'design-shape',
      ...place,
      pointer: toPointer(fault.path),
      what: say`The design can’t be read: ${fault.message}`,
      mend: 'Correct this member in a text editor, or open a backup.',
    })
  }
  // The value itself, not zod's copy: what was read is exactly what will be written.
  return ok(current.value as Design)
}
