/** Reads YAML as JSON values. What AWS's short tags stand for is written out: `!Ref a` becomes `{"Ref": "a"}`. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { toText } from '../../basics/convert'
import { type Json, type Segment, toPointer } from '../../basics/json'
import { limits } from '../../basics/limits'
import { quote } from '../../basics/quote'
import { type Failure, fail, ok, type Result } from '../../basics/result'
import { say } from '../../texts/text'
import type { ImportNote } from '../report'
import { tooManyNodes, tooMuchYaml } from './yaml-limits'

export interface YamlDocuments {
  readonly values: readonly Json[]
  readonly notes: readonly ImportNote[]
}

/** The documents of a file. A failure names line and column, what is wrong there and how to mend it. */
export function parseYaml(text: string, file: string): Result<YamlDocuments> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const unfit = tooMuchYaml(body)
  if (unfit) return fail({ ...unfit, file })
  const lines = new LineCounter()
  const documents = parseAllDocuments(body, { ...OPTIONS, lineCounter: lines })
  // Of an empty file the library answers an object that is no document.
  const read = Array.isArray(documents) ? documents : []
  for (const { errors } of read) {
    if (errors[0]) return fail({ ...syntax(errors[0], lines), file })
  }
  const reader: Reader = { file, notes: [], nodes: 0, lines, many: read.length > 1, failure: undefined }
  const values = read.map((document, index) => documentValue(document, index, reader))
  return reader.failure ? fail(reader.failure) : ok({ values, notes: reader.notes })
}

/** Duplicate keys are told by us; whatever is tagged is read by us. */
const OPTIONS = { uniqueKeys: false, logLevel: 'silent', prettyErrors: false, strict: false } as const

interface Reader {
  readonly file: string
  readonly notes: ImportNote[]
  readonly lines: LineCounter
  /** A file of several documents: pointers begin with the document's number. */
  readonly many: boolean
  nodes: number
  failure: Failure | undefined
}

interface Place {
  readonly reader: Reader
  readonly document: Document
  /** Aliases that are being written out: one within itself has no end. */
  readonly within: readonly Node[]
}

function documentValue(document: Document.Parsed, index: number, reader: Reader): Json {
  const path = reader.many ? [index] : []
  return document.contents === null ? null : read(document.contents, path, { reader, document, within: [] })
}

function read(node: unknown, path: readonly Segment[], place: Place): Json {
  const { reader } = place
  if (reader.failure || node === null || node === undefined) return null
  if (++reader.nodes > limits.yamlNodes)
    return stop(reader, { ...tooManyNodes(reader.nodes), file: reader.file })
  if (isAlias(node)) return aliased(node, path, place)
  const tag = tagOf(node as Node)
  if (tag === undefined) return plain(node as Node, path, place)
  const inner = plain(node as Node, [...path, tag], place)
  return { [tag]: tag === 'Fn::GetAtt' && typeof inner === 'string' ? attribute(inner) : inner }
}

function plain(node: Node, path: readonly Segment[], place: Place): Json {
  if (isScalar(node)) return scalar(node)
  if (isMap(node)) return object(node, path, place)
  if (!isCollection(node)) return null
  return node.items.map((item, index) =>
    isPair(item) ? pairAsObject(item, [...path, index], place) : read(item, [...path, index], place),
  )
}

/** Within a list in brackets, `a: 1` is an object of its own. */
function pairAsObject(pair: Pair, path: readonly Segment[], place: Place): Json {
  const key = keyOf(pair, place)
  return { [key]: read(pair.value, [...path, key], place) }
}

function object(map: YAMLMap, path: readonly Segment[], place: Place): Json {
  const members = new Map<string, Json>()
  const merged = new Map<string, Json>()
  for (const pair of map.items) {
    const key = keyOf(pair, place)
    if (key === '<<' && isPlain(pair.key)) {
      merge(read(pair.value, [...path, key], place), merged)
      continue
    }
    if (members.has(key)) place.reader.notes.push(repeated(key, path, place.reader))
    members.set(key, read(pair.value, [...path, key], place))
  }
  for (const [key, value] of merged) if (!members.has(key)) members.set(key, value)
  return Object.fromEntries(members)
}

/** `<<: *base`, or a list of such: of several the first one counts. https://yaml.org/type/merge.html */
function merge(value: Json, into: Map<string, Json>): void {
  for (const base of Array.isArray(value) ? value : [value]) {
    if (typeof base !== 'object' || base === null || Array.isArray(base)) continue
    for (const [key, item] of Object.entries(base)) if (!into.has(key)) into.set(key, item as Json)
  }
}

function aliased(alias: Alias, path: readonly Segment[], place: Place): Json {
  const target = alias.resolve(place.document)
  if (target === undefined || place.within.includes(target)) {
    const { line, col } = place.reader.lines.linePos(alias.range?.[0] ?? 0)
    return stop(place.reader, {
      code: 'yaml-alias',
      file: place.reader.file,
      line,
      column: col,
      what:
        target === undefined
          ? say`Nothing before it is named ${quote(alias.source)} by an anchor.`
          : say`The alias ${quote(alias.source)} lies within what it stands for.`,
      mend: 'Write out what is meant.',
    })
  }
  return read(target, path, { ...place, within: [...place.within, target] })
}

function stop(reader: Reader, failure: Failure): null {
  reader.failure ??= failure
  return null
}

function isPlain(key: unknown): boolean {
  return isScalar(key) && (key.type === undefined || key.type === 'PLAIN')
}

function keyOf({ key }: Pair, place: Place): string {
  if (isScalar(key))
    return toText(key.type === 'PLAIN' && typeof key.value !== 'string' ? key.source : key.value)
  if (isAlias(key)) {
    const target = key.resolve(place.document)
    return isScalar(target) ? toText(target.value) : key.source
  }
  const { line, col } = place.reader.lines.linePos((key as Node | null)?.range?.[0] ?? 0)
  stop(place.reader, {
    code: 'yaml-key',
    file: place.reader.file,
    line,
    column: col,
    what: 'A key is a list or an object; only texts can be keys here.',
    mend: 'Put quotes around it if it is meant as text.',
  })
  return ''
}

/** Numbers with a leading zero are file modes where they are short, else names such as account numbers. */
const LEADING_ZERO = /^0\d+$/
const OCTAL = /^0[0-7]{2,4}$/

function scalar({ value, type, source }: Scalar): Json {
  if (typeof value === 'number') {
    const written = source ?? toText(value)
    if (LEADING_ZERO.test(written)) return OCTAL.test(written) ? Number.parseInt(written, 8) : written
    // JSON has neither infinity nor digits beyond a double's.
    if (!Number.isFinite(value)) return written
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? written : value
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  return type === 'PLAIN' && source !== undefined ? source : toText(value)
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
function tagOf({ tag }: Node): string | undefined {
  if (tag === undefined || !tag.startsWith('!') || tag === '!') return undefined
  const name = tag.slice(1)
  return name === 'Ref' || name === 'Condition'
    ? name
    : /^[A-Za-z\d]+$/.test(name) && /^[A-Z]/.test(name)
      ? `Fn::${name}`
      : undefined
}

/** `Database.Endpoint.Address` is the attribute `Endpoint.Address` of `Database`. */
function attribute(written: string): Json {
  const dot = written.indexOf('.')
  return dot < 0 ? [written] : [written.slice(0, dot), written.slice(dot + 1)]
}

function repeated(key: string, path: readonly Segment[], { file }: Reader): ImportNote {
  return {
    kind: 'dropped',
    code: 'duplicate-member',
    file,
    pointer: toPointer([...path, key]),
    text: say`${quote(key)} stands more than once in the same object; only the last one counts.`,
  }
}

/** The library's own words are for programmers; these are the mistakes that people make. */
const MISTAKES: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  TAB_AS_INDENT: ['Lines are indented by tabs, which YAML does not take.', 'Indent by spaces.'],
  BAD_INDENT: ['This line is indented by too few or too many spaces.', 'Align it with its neighbours.'],
  MISSING_CHAR: ['A quote, a bracket or a space is missing here.', 'Add it, or put quotes around the text.'],
  MULTILINE_IMPLICIT_KEY: ['A key runs over several lines.', 'Check the line for a missing colon or quote.'],
  BLOCK_AS_IMPLICIT_KEY: ['A second colon stands on the line.', 'Put quotes around the text that holds it.'],
  BLOCK_IN_FLOW: [
    'A block stands between brackets.',
    'Write it in brackets, too, or take the brackets away.',
  ],
  UNEXPECTED_TOKEN: ['Something stands here that YAML does not take in this place.', 'Put quotes around it.'],
  BAD_SCALAR_START: ['A text can’t begin with this character.', 'Put quotes around it.'],
  BAD_DQ_ESCAPE: [
    'A backslash is followed by a character that it can’t stand with.',
    'Write two backslashes.',
  ],
  IMPOSSIBLE: ['This can’t be read as YAML.', 'Check the line.'],
}
const ANY_MISTAKE = ['This is not valid YAML.', 'Check the line and the one before it.'] as const

function syntax({ code, pos }: YAMLError, lines: LineCounter): Failure {
  const { line, col } = lines.linePos(pos[0])
  const [what, mend] = MISTAKES[code] ?? ANY_MISTAKE
  return { code: 'yaml-syntax', line: Math.max(line, 1), column: Math.max(col, 1), what, mend }
}
