/** A file that any released version has saved opens for ever, and saving it unchanged touches no byte. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  approvalSchema,
  commentSchema,
  conflictSchema,
  connectionSchema,
  designSchema,
  elementSchema,
  estimateSchema,
  FORMAT,
  pinSchema,
  placeSchema,
  type Thread,
  threadSchema,
  waiverSchema,
} from './design'
import { textToSave } from './file-text'
import { parseDesign, serialize } from './serialize'

const FOLDER = 'shared/design/fixtures'
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.fairlead'))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')

describe.each(files)('%s', (name) => {
  const text = textOf(name)
  const read = parseDesign(text, name)

  test('opens, and all that the file has is in the design', () => {
    expect(read).toMatchObject({ ok: true })
    const format: string = JSON.parse(text).format
    if (read.ok && format === FORMAT) expect(read.value).toEqual(JSON.parse(text))
  })

  test('saved unchanged it is the same bytes; written anew, too, in the format of today', () => {
    if (!read.ok) throw new Error('It does not open.')
    expect(textToSave(read.value, { text, design: read.value })).toEqual({ ok: true, value: text })
    if (JSON.parse(text).format === FORMAT) expect(serialize(read.value)).toBe(text)
  })
})

/** The names of all members that things of a section have in a design. */
const membersIn = (things: unknown) =>
  new Set(Object.values(things ?? {}).flatMap((thing) => Object.keys(thing)))

test('the newest of them has every member that a design can have', () => {
  const design = JSON.parse(textOf(files.at(-1) ?? ''))
  const lacking = (schema: { readonly shape: object }, there: ReadonlySet<string>) =>
    Object.keys(schema.shape).filter((member) => !there.has(member))
  expect(lacking(designSchema, new Set(Object.keys(design)))).toEqual([])
  expect(lacking(elementSchema, membersIn(design.elements))).toEqual([])
  expect(lacking(connectionSchema, membersIn(design.connections))).toEqual([])
  expect(lacking(waiverSchema, membersIn(design.waivers))).toEqual([])
  expect(lacking(conflictSchema, membersIn(design.conflicts))).toEqual([])
  const threads: readonly Thread[] = Object.values(design.threads)
  expect(lacking(threadSchema, membersIn(threads))).toEqual([])
  expect(lacking(pinSchema, membersIn(threads.map(({ pin }) => pin)))).toEqual([])
  expect(
    lacking(commentSchema, membersIn(threads.flatMap(({ comments }) => Object.values(comments)))),
  ).toEqual([])
  expect(lacking(approvalSchema, membersIn(design.approvals))).toEqual([])
  expect(lacking(estimateSchema, membersIn([design.estimate]))).toEqual([])
  expect(lacking(placeSchema, membersIn(design.layout))).toEqual([])
})
