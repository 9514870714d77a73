/** Every template, and every full and valid design, in every format. What each format says is tested beside it. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { parseDesign } from '../design/serialize'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { fileNames } from './file-names'
import { exportFormats } from './registry'

const TEMPLATES = fileURLToPath(new URL('../../assets/templates/', import.meta.url))

const templates = readdirSync(TEMPLATES).map((name): readonly [string, Design] => {
  const design = parseDesign(readFileSync(`${TEMPLATES}${name}`, 'utf8'))
  if (!design.ok) throw new Error(name)
  return [name, design.value]
})
const designs: readonly (readonly [string, Design])[] = [...templates, ...Object.entries(validDesigns)]

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const item of Object.values(value)) frozen(item)
  }
  return value
}

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  test.each(designs)('%s: the same bytes each time, and sentences about what is left open', (_, design) => {
    const { files, notes } = format.export(frozen(structuredClone(design)))
    expect(format.export(structuredClone(design))).toEqual({ files, notes })
    for (const { name, content } of files) {
      expect(content.endsWith('\n'), name).toBe(true)
      expect(content, name).not.toMatch(/\bundefined\b|\[object |\bNaN\b/)
      // A name that the naming itself would have given.
      const [stem = '', ending = ''] = /^(.*?)(\.\w+)$/.exec(name)?.slice(1) ?? []
      expect(fileNames()(stem, ending)).toBe(name)
    }
    expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length)
    for (const note of notes) {
      expect(english(note.text)).toMatch(/[.!?…]$/)
      if (note.element !== undefined) expect(Object.keys(design.elements)).toContain(note.element)
      if (note.file !== undefined) expect(files.map(({ name }) => name)).toContain(note.file)
    }
  })
})

/** What has nothing to write, and why. */
const nothingFor: Readonly<Record<string, string>> = {
  'batch-scheduled.fairlead ecs-service': 'its tasks run to an end, so it has no service',
}

test('a template is more than a picture: every format makes something of it', () => {
  const nothing = templates.flatMap(([name, design]) =>
    exportFormats
      .filter((format) => format.export(design).files.length === 0)
      .map(({ id }) => `${name} ${id}`),
  )
  expect(nothing).toEqual(Object.keys(nothingFor))
})
