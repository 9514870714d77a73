/** Every template, and every full and valid design, in every format. What each format says is tested beside it. */
import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { fileNames } from './file-names'
import type { Exported, ExportFormat } from './format'
import { exportFormats } from './registry'

const designs = Object.entries({ ...templates, ...validDesigns })

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const item of Object.values(value)) frozen(item)
  }
  return value
}

/** Each design, frozen, is exported once for all tests. */
const exported = new Map<string, Exported>()
function exportOf(format: ExportFormat, name: string, design: Design): Exported {
  const key = `${format.id} ${name}`
  const made = exported.get(key) ?? format.export(frozen(structuredClone(design)))
  exported.set(key, made)
  return made
}

describe.each(exportFormats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  test.each(designs)(
    '%s: the same bytes each time, and sentences about what is left open',
    (name, design) => {
      const { files, notes } = exportOf(format, name, design)
      expect(format.export(structuredClone(design))).toEqual({ files, notes })
      for (const { name, content } of files) {
        expect(content.endsWith('\n'), name).toBe(true)
        expect(content, name).not.toMatch(/\bundefined\b|\[object |\bNaN\b/)
        // A name that the naming itself would have given.
        const [stem = '', ending = ''] = /^(.*?)(\.\w+)$/.exec(name)?.slice(1) ?? []
        expect(fileNames()(stem, ending)).toBe(name)
      }
      expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length)
      const written = new Set(files.map(({ name }) => name))
      const odd = notes.filter(
        ({ text, element, file }) =>
          !/[.!?…]$/.test(english(text)) ||
          (element !== undefined && !Object.hasOwn(design.elements, element)) ||
          (file !== undefined && !written.has(file)),
      )
      expect(odd).toEqual([])
    },
  )
})

/** What has nothing to write, and why. */
const nothingFor: Readonly<Record<string, string>> = {
  'batch-scheduled ecs-service': 'its tasks run to an end, so it has no service',
}

test('a template is more than a picture: every format makes something of it', () => {
  const nothing = Object.entries(templates).flatMap(([name, design]) =>
    exportFormats
      .filter((format) => exportOf(format, name, design).files.length === 0)
      .map(({ id }) => `${name} ${id}`),
  )
  expect(nothing).toEqual(Object.keys(nothingFor))
})
