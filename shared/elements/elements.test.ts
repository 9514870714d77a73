import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fromPointer } from '../basics/json'
import { type Design, type Element, emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { candidates, connect, disconnect } from '../graph/connect'
import { graphOf } from '../graph/graph'
import { bare, fieldsOf } from '../testing/fields'
import type { Text } from '../texts/text'
import type { Kind, Relation } from './kind'
import { kindOf, knownKind } from './kinds'
import { meanings } from './meanings'
import { kinds } from './registry'
import { viewOf } from './view'

const folder = new URL('./', import.meta.url)
const icons = new URL('../../assets/icons/', import.meta.url)

const newElement = (kind: Kind, spec?: Element['spec']): Element => ({
  kind: kind.kind,
  spec: spec ?? (kind.defaults('orders') as Element['spec']),
})

describe('the registry', () => {
  test('lists every file that declares a kind, and nothing else', () => {
    const declared = readdirSync(folder)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .filter((file) => /^export const \w+ = defineKind\(/m.test(readFileSync(new URL(file, folder), 'utf8')))
      .map((file) => file.replace('.ts', ''))
    expect(kinds.map((kind) => kind.kind).sort()).toEqual(declared.sort())
  })
})

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('%s', (_, kind) => {
  test('starts with a spec that its own schema accepts', () => {
    const spec = kind.defaults('orders') as Element['spec']
    expect(viewOf(kind, spec)).toMatchObject({ faults: [], spec })
  })

  test('names a new element where the schema has that name', () => {
    if (kind.name === undefined) return
    expect(schemaAt(kind.spec, kind.name)).toBeInstanceOf(z.ZodType)
  })

  test('explains every field', () => {
    for (const [path, field] of fieldsOf(kind.spec)) {
      const { label, help } = field.meta() ?? {}
      expect(label, `${path} has a label`).toMatch(/^\S.*\S$|^\S$/)
      expect(help, `${path} has a help`).toMatch(/^\S.*\.$/)
    }
  })

  test('puts no more than a form into the form', () => {
    const main = Object.values(kind.spec.shape).filter((field) => field.meta()?.main)
    expect(main.length).toBeLessThanOrEqual(18)
  })

  test('relates to kinds and places that exist', () => {
    for (const relation of kind.relations) {
      expect(Object.keys(meanings)).toContain(relation.meaning)
      expect(schemaAt(kind.spec, relation.path), relation.path).toBeInstanceOf(z.ZodType)
      for (const to of relation.to) {
        const target = knownKind(to)
        if (relation.attribute !== undefined)
          expect(Object.keys(target.attributes)).toContain(relation.attribute)
        else expect(Object.keys(target.attributes).length).toBeGreaterThan(0)
      }
    }
  })

  test('says how to draw every line that can be drawn', () => {
    for (const { path, connect, drawable } of kind.relations) {
      const inner = path.replace(/\/\*$/, '').includes('*')
      if (inner && drawable !== false) expect(connect, path).toBeTypeOf('function')
    }
  })

  test('links to and places kinds that exist', () => {
    const named = [...(kind.links ?? []).flatMap((link) => link.to), ...(kind.places ?? [])]
    for (const name of named) if (name !== '*') expect(kindOf(name), name).toBeDefined()
  })

  test('points to AWS’s documentation', () => {
    expect(kind.docs).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|aws\.amazon\.com)\//)
  })

  test('has its icon in the assets, or a sign of ours', () => {
    expect(kind.icon ?? kind.glyph).toBeDefined()
    if (kind.icon !== undefined) expect(existsSync(new URL(`${kind.icon}.svg`, icons))).toBe(true)
  })
})

describe('lines', () => {
  const drawn = kinds.flatMap((kind) =>
    kind.relations
      .filter((relation) => relation.drawable !== false)
      .flatMap((relation) => relation.to.map((to) => [kind.kind, relation.path, to, relation] as const)),
  )

  // What only an option needs can't be drawn before the option is there.
  const refused = new Set([
    'efs-file-system /MountTargets/*/SecurityGroups/*',
    'service /volumeConfigurations/*/managedEBSVolume/roleArn',
    'task /volumeConfigurations/*/managedEBSVolume/roleArn',
  ])

  test.each(drawn)('%s %s → %s: erasing takes back what drawing wrote', (from, path, to, relation) => {
    const design = pair(newElement(knownKind(from)), newElement(knownKind(to)))
    const { after, reason } = draw(design, relation)
    if (refused.has(`${from} ${path}`)) {
      expect(reason).toMatch(/\.$/)
      return
    }
    expect(reason).toBeUndefined()
    expect(erase(after, relation).elements).toEqual(design.elements)
  })

  test('an infrastructure role goes to a managed volume without one', () => {
    const spec = { volumeConfigurations: [{ name: 'data', managedEBSVolume: { sizeInGiB: 10 } }] }
    for (const from of ['service', 'task']) {
      const design = pair(newElement(knownKind(from), spec), newElement(knownKind('iam-role')))
      const relation = knownKind(from).relations.find(
        (r) => r.meaning === 'infrastructure-role' && r.drawable !== false,
      )
      if (!relation) throw new Error('no such relation')
      const { after } = draw(design, relation)
      expect(after.elements.a?.spec).toEqual({
        volumeConfigurations: [{ name: 'data', managedEBSVolume: { sizeInGiB: 10, roleArn: '@{b}' } }],
      })
      expect(erase(after, relation).elements).toEqual(design.elements)
    }
  })
})

describe('assets/icons', () => {
  const readme = readFileSync(new URL('README.md', icons), 'utf8')
  const rows = [...readme.matchAll(/^\| `([\w-]+\.svg)` \| `(.+\.svg)` \|$/gm)].map(
    (m) => [m[1]!, m[2]!] as const,
  )

  test('the list of origins is complete', () => {
    const files = readdirSync(icons).filter((file) => file.endsWith('.svg'))
    expect(rows.map(([file]) => file).sort()).toEqual(files.sort())
  })

  test('holds no file that no kind shows', () => {
    const shown = new Set(kinds.map((kind) => `${kind.icon}.svg`))
    expect(rows.map(([file]) => file).filter((file) => !shown.has(file))).toEqual([])
  })

  test.each(rows)('%s is AWS’s file, unaltered', (file, origin) => {
    const theirs = new URL(`../../node_modules/aws-icons/icons/${origin}`, import.meta.url)
    expect(readFileSync(new URL(file, icons)).equals(readFileSync(theirs))).toBe(true)
  })
})

function pair(a: Element, b: Element): Design {
  return { ...emptyDesign('pair'), region: 'eu-west-1', elements: { a, b } }
}

function draw(design: Design, relation: Relation): { after: Design; reason: Text | undefined } {
  const candidate = candidates(graphOf(design), 'a', 'b').find((c) => c.relation === relation)
  if (!candidate) throw new Error(`${relation.path} is not offered`)
  let reason: Text | undefined
  const { design: after } = edit(design, (draft) => {
    reason = connect(draft, candidate)
  })
  return { after, reason }
}

function erase(design: Design, relation: Relation): Design {
  const found = graphOf(design).connections.filter((c) => c.from === 'a' && c.to === 'b')
  expect(found.map((c) => c.relation?.meaning)).toEqual([relation.meaning])
  return edit(design, (draft) => disconnect(draft, found[0]!)).design
}

/** The schema at a relation's path; a star is a list's item. */
function schemaAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema
  for (const segment of fromPointer(path)) {
    const here: z.ZodType | undefined = at && bare(at)
    if (here instanceof z.ZodArray) at = segment === '*' ? (here.element as z.ZodType) : undefined
    else if (here instanceof z.ZodRecord) at = here.valueType as z.ZodType
    else at = here instanceof z.ZodObject ? (here.shape[segment] as z.ZodType | undefined) : undefined
  }
  return at
}
