/** Random designs and edits for property tests. Everything odd that a file can hold turns up in them. */
import fc from 'fast-check'
import { isObject, removeAt, type Segment, setAt, toPointer, valueAt } from '../basics/json'
import { limits } from '../basics/limits'
import {
  type Comment,
  type Design,
  type Element,
  FORMAT,
  type Place,
  type StoredConnection,
  type Thread,
} from '../design/design'
import type { DesignDraft } from '../design/edit'
import { kinds } from '../elements/registry'

const ODD_TEXTS = [
  '',
  ' ',
  '주문 서비스',
  '日本語',
  '🚢',
  '\u0000',
  '\ud800',
  '\u2028',
  '"\\',
  '${A}',
  '{{ b }}',
  '<C>',
  '$$$D$$$',
  '@{',
  '@@{',
  '@{a}',
  '@@{a.b}',
  '@{no such}',
  '@{a-1.arn}:tag',
  '-0',
  '1e400',
  '</script>',
  '\r\n',
]

/** Names that plain JavaScript objects already know, and names that pointers have to escape. */
const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  '0',
  '-',
  'a/b',
  '~0',
  '~',
  '한글',
]

/** Any text, with what looks like references and placeholders in it more often than chance would have it. */
export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.array(fc.constantFrom(...ODD_TEXTS), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
)

export const key: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('name', 'value', 'containerDefinitions', 'volumes'),
  fc.constantFrom(...ODD_KEYS),
  fc.string({ maxLength: 6 }),
)

/** An object with exactly these members, `__proto__` included. */
export function objectOf<T>(value: fc.Arbitrary<T>, maxKeys = 4): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.tuple(key, value), { maxLength: maxKeys, selector: ([name]) => name })
    .map((entries) => Object.fromEntries(entries))
}

/** A number that JSON gives back as it was: no −0. */
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => (n === 0 ? 0 : n))

/** Any JSON value. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    objectOf(tie('value')),
  ),
})).value

/** An id as people and imports make them. */
export const id: fc.Arbitrary<string> = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join('-'))

/** A text that refers to one of the ids, or to none. */
function referring(ids: readonly string[]): fc.Arbitrary<string> {
  const target = fc.oneof(ids.length > 0 ? fc.constantFrom(...ids) : id, id)
  const attribute = fc.constantFrom('', '.arn', '.name', '.uri', '.unheard')
  return fc
    .tuple(text, target, attribute, text)
    .map(([before, to, of, after]) => `${before}@{${to}${of}}${after}`)
}

function element(ids: readonly string[]): fc.Arbitrary<Element> {
  const kind = fc.oneof(
    fc.constantFrom(...kinds.map((known) => known.kind)),
    fc.constantFrom('quantum-node', '__proto__'),
  )
  return fc
    .record(
      {
        kind,
        spec: objectOf(fc.oneof(json, referring(ids), fc.record({ deep: fc.array(referring(ids)) })), 5),
        label: text,
        inside: id,
        locked: fc.boolean(),
        existing: fc.dictionary(fc.constantFrom('arn', 'uri', 'name'), text),
        unheardOf: json,
      },
      { requiredKeys: ['kind', 'spec'], noNullPrototype: true },
    )
    .map((made) => made as Element)
}

const pixels = number.map((n) => Math.sign(n) * Math.min(Math.abs(n), limits.pixels))

const place: fc.Arbitrary<Place> = fc.record(
  { x: pixels, y: pixels, width: fc.integer({ min: 1, max: limits.pixels }), pinned: json },
  { requiredKeys: ['x', 'y'], noNullPrototype: true },
) as fc.Arbitrary<Place>

function connection(ids: readonly string[]): fc.Arbitrary<StoredConnection> {
  const end = ids.length > 0 ? fc.constantFrom(...ids) : id
  return fc.record(
    {
      from: end,
      to: end,
      meaning: fc.constantFrom('calls', 'traffic', 'entangles'),
      label: text,
      since: json,
    },
    { requiredKeys: ['from', 'to', 'meaning'], noNullPrototype: true },
  ) as fc.Arbitrary<StoredConnection>
}

const time = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const someText = text.filter((words) => words !== '')
const who = fc.constantFrom('Min', 'Ada', '지우')

const comment: fc.Arbitrary<Comment> = fc.record(
  { author: who, written: time, edited: time, text: someText, mood: json },
  { requiredKeys: ['author', 'written', 'text'], noNullPrototype: true },
) as fc.Arbitrary<Comment>

/** Threads about the ids and about others, as people write them and as newer versions might. */
export function threads(ids: readonly string[]): fc.Arbitrary<NonNullable<Design['threads']>> {
  const about = fc.oneof(ids.length > 0 ? fc.constantFrom(...ids) : id, id)
  const pin = fc.record(
    { element: about, pointer: text, x: pixels, y: pixels, near: json },
    { requiredKeys: [], noNullPrototype: true },
  )
  const thread = fc.record(
    {
      kind: fc.constantFrom('question', 'change-request', 'decision', 'note', 'riddle'),
      pin,
      comments: fc.dictionary(id, comment, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      resolved: fc.record({ author: who, at: time }, { noNullPrototype: true }),
      mood: json,
    },
    { requiredKeys: ['kind', 'pin', 'comments'], noNullPrototype: true },
  ) as fc.Arbitrary<Thread>
  return fc.dictionary(id, thread, { maxKeys: 3, noNullPrototype: true })
}

/** A valid design: known and unknown kinds, references that hit and miss, unknown members at every level. */
export const design: fc.Arbitrary<Design> = fc
  .uniqueArray(id, { maxLength: 6 })
  .chain((ids) =>
    fc.record(
      {
        format: fc.constant(FORMAT),
        name: text,
        region: fc.constantFrom('ap-northeast-2', 'nowhere'),
        account: fc.constantFrom('123456789012'),
        elements: fc
          .tuple(...ids.map(() => element(ids)))
          .map((all) => Object.fromEntries(all.map((e, i) => [ids[i], e]))),
        connections: fc.dictionary(id, connection(ids), { maxKeys: 3, noNullPrototype: true }),
        layout: fc.dictionary(id, place, { maxKeys: 3, noNullPrototype: true }),
        threads: threads(ids),
        sketches: json,
      },
      { requiredKeys: ['format', 'name', 'elements', 'connections', 'layout'], noNullPrototype: true },
    ),
  )
  .map((made) => made as Design)

const named = fc.constantFrom('api', 'web', 'log')

/** A container of a few names, so that several sides mean the same one, and edit lists within it. */
const namedContainer = fc.record(
  {
    name: named,
    image: fc.constantFrom('a:1', 'a:2', 'b:1'),
    cpu: fc.nat(3),
    environment: fc.uniqueArray(fc.record({ name: named, value: fc.constantFrom('1', '2', '@{queue}') }), {
      selector: (variable) => variable.name,
    }),
    portMappings: fc.uniqueArray(
      fc.record({ containerPort: fc.constantFrom(80, 443), hostPort: fc.nat(2) }),
      {
        selector: (port) => port.containerPort,
      },
    ),
    command: fc.array(named, { maxLength: 2 }),
    linuxParameters: fc.record({
      capabilities: fc.record({ add: fc.uniqueArray(fc.constantFrom('A', 'B', 'C')) }),
    }),
  },
  { requiredKeys: ['name', 'image'], noNullPrototype: true },
)

/** The spec of a task definition whose lists have items that are told apart by their names. */
export const taskSpec: fc.Arbitrary<Element['spec']> = fc.record(
  {
    family: named,
    cpu: fc.constantFrom('256', '512'),
    requiresCompatibilities: fc.uniqueArray(fc.constantFrom('EC2', 'FARGATE', 'EXTERNAL')),
    containerDefinitions: fc.uniqueArray(namedContainer, { maxLength: 3, selector: ({ name }) => name }),
    volumes: fc.uniqueArray(fc.record({ name: named, host: fc.constantFrom({}, { sourcePath: '/a' }) }), {
      maxLength: 3,
      selector: ({ name }) => name,
    }),
    tags: fc.uniqueArray(fc.record({ key: named, value: named }), { selector: ({ key: tag }) => tag }),
  },
  { requiredKeys: ['family', 'containerDefinitions'], noNullPrototype: true },
)

/** One act of a user's, as a recipe for `edit`. */
export type Recipe = (draft: DesignDraft) => void

/** Edits of every sort; each does nothing where the design has no such place. */
export const recipe: fc.Arbitrary<Recipe> = fc.oneof(
  fc.tuple(id, id).map(
    ([newId, family]): Recipe =>
      (draft) => {
        draft.elements[newId] = { kind: 'task-definition', spec: { family } }
      },
  ),
  fc.nat().map(
    (n): Recipe =>
      (draft) => {
        const chosen = pick(Object.keys(draft.elements), n)
        if (chosen !== undefined) delete draft.elements[chosen]
      },
  ),
  fc.tuple(id, place).map(
    ([at, where]): Recipe =>
      (draft) => {
        draft.layout[at] = where
      },
  ),
  fc.tuple(fc.nat(), objectOf(json)).map(
    ([n, spec]): Recipe =>
      (draft) => {
        const chosen = pick(Object.values(draft.elements), n)
        if (chosen) chosen.spec = spec
      },
  ),
  fc.tuple(fc.nat(), json).map(
    ([n, value]): Recipe =>
      (draft) => {
        const pointer = pick(pointersIn(draft.elements), n)
        if (pointer !== undefined && inSpec(pointer)) setAt(draft.elements, pointer, value)
      },
  ),
  fc.nat().map(
    (n): Recipe =>
      (draft) => {
        const pointer = pick(pointersIn(draft.elements), n)
        if (pointer !== undefined && inSpec(pointer)) removeAt(draft.elements, pointer)
      },
  ),
  fc.tuple(fc.nat(), fc.nat(), json).map(
    ([n, at, value]): Recipe =>
      (draft) => {
        const lists = pointersIn(draft.elements).flatMap((pointer) => {
          const list = valueAt(draft.elements, pointer)
          return inSpec(pointer) && Array.isArray(list) ? [list] : []
        })
        const list = pick(lists, n)
        if (list) list.splice(at % (list.length + 1), at % 3, value)
      },
  ),
)

function pick<T>(from: readonly T[], n: number): T | undefined {
  return from[n % from.length]
}

/** A place inside some element's spec, not the element or its spec itself. */
function inSpec(pointer: string): boolean {
  return /^\/[^/]+\/spec\/./.test(`${pointer} `)
}

/** Every place in a JSON tree. */
export function pointersIn(value: unknown, path: readonly Segment[] = []): string[] {
  const here = path.length > 0 ? [toPointer(path)] : []
  if (Array.isArray(value)) return [...here, ...value.flatMap((item, i) => pointersIn(item, [...path, i]))]
  if (!isObject(value)) return here
  return [...here, ...Object.keys(value).flatMap((name) => pointersIn(value[name], [...path, name]))]
}
