/** R9: what a newer version or another tool wrote into a design survives being opened, edited and saved. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fromPointer, isObject, sameJson, setAt, valueAt } from '../basics/json'
import { settingsSchema } from '../host'
import { settle } from '../layout/settle'
import { design as anyDesign, json, key, pointersIn } from '../testing/arbitraries'
import { figure, runs } from '../testing/runs'
import { closedObjects } from '../testing/schemas'
import { conflictSchema, type Design, designSchema, elementSchema } from './design'
import { readBack } from './file-text'
import { newHistory, record } from './history'
import { parseDesign } from './serialize'

const DESIGNS = runs(1000, 10_000, 'R9_DESIGNS')

const everything = parse(readFileSync('shared/design/fixtures/everything-0.1.0.fairlead', 'utf8'))

function parse(text: string): Design {
  const read = parseDesign(text)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

/** Members of these are things by their id, texts by the name of an attribute, or numbers: a new one is not unknown. */
const MAP =
  /^\/(?:elements|connections|waivers|conflicts|threads|approvals|layout|networkLayout|routes|elements\/[^/]+\/existing|threads\/[^/]+\/comments|estimate\/(?:usage|prices)(?:\/[^/]+)?)$/

const places = (design: Design) =>
  ['', ...pointersIn(design)].filter((at) => !MAP.test(at) && isObject(valueAt(design, at)))

const everyPlace = places(everything)

/** The design as it is once this version has opened it, edited other things in it and saved it. */
function editedElsewhere(design: Design, read: (text: string) => Design): Design {
  const recipe = (draft: Parameters<Parameters<typeof record>[1]>[0]) => {
    draft.name = 'Edited elsewhere'
    draft.elements.added = { kind: 'sqs-queue', spec: { QueueName: 'added' } }
    draft.connections.added = { from: 'added', to: 'added', meaning: 'calls' }
    draft.layout.added = { x: 1, y: 2 }
  }
  const opened = newHistory<undefined>(read(JSON.stringify(design)))
  const { design: edited } = record(opened, recipe, { label: 'Edit', before: undefined, settle })
  const saved = readBack(edited)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return parse(saved.value)
}

/** Puts an unknown member into a random object of a design, and an element of an unknown kind beside it. */
const strange = fc
  .record({
    base: fc.oneof({ weight: 5, arbitrary: anyDesign }, { weight: 1, arbitrary: fc.constant(everything) }),
    at: fc.nat(),
    name: key,
    value: json,
    kind: fc.string({ minLength: 1, maxLength: 8 }),
    spec: fc.dictionary(key, json, { maxKeys: 4, noNullPrototype: true }),
  })
  .map(({ base, at, name, value, kind, spec }) => {
    const design = structuredClone(base)
    const within = base === everything ? everyPlace : places(design)
    const pointer = `${within[at % within.length]}/${`new ${name}`.replaceAll('~', '~0').replaceAll('/', '~1')}`
    setAt(design, pointer, value)
    design.elements.stranger = { kind: `unheard-of ${kind}`, spec }
    return { design, pointer, value }
  })

const survives = (read: (text: string) => Design) =>
  fc.property(strange, ({ design, pointer, value }) => {
    const after = editedElsewhere(design, read)
    // The name is what was edited; anything may be under a member of it that is not there.
    expect(fromPointer(pointer)).not.toEqual(['name'])
    expect(sameJson(valueAt(after, pointer), value)).toBe(true)
    expect(sameJson(after.elements.stranger, design.elements.stranger)).toBe(true)
  })

describe('unknown members and kinds', () => {
  test('survive at any place', { timeout: 600_000 }, () => {
    fc.assert(survives(parse), { numRuns: DESIGNS })
    figure('R9', `${DESIGNS} designs kept what this version does not know`)
  })

  test('it can fail: a schema that drops what it does not know is found out', () => {
    const closed = z.object({
      ...designSchema.shape,
      elements: z.record(z.string(), z.object(elementSchema.shape)),
    })
    const result = fc.check(
      survives((text) => closed.parse(JSON.parse(text)) as Design),
      { endOnFailure: true },
    )
    expect(result.failed).toBe(true)
  })
})

describe('what is kept in files', () => {
  test.each([
    ['a design', designSchema],
    ['settings', settingsSchema],
  ])('%s takes members that this version does not know, everywhere', (_, schema) => {
    expect(closedObjects(schema)).toEqual([])
  })

  test('a closed object would be found', () => {
    const closed = z.looseObject({ list: z.array(z.union([z.object({ a: z.string() }), conflictSchema])) })
    expect(closedObjects(closed)).toEqual(['/list/*'])
    expect(closedObjects(z.strictObject({}).optional())).toEqual(['/'])
  })
})
