/**
 * The rules over task definitions that other people wrote. The folder lies beside the repository and is not part of it;
 * without it this file says so and does nothing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sameJson, valueAt } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { importFiles } from '../imports/import-files'
import { validate } from './validate'

const folder = fileURLToPath(new URL('../../../shared/corpus/task-definitions/', import.meta.url))
const present = existsSync(folder)
const files = present ? readdirSync(folder).filter((file) => file.endsWith('.json')) : []

if (!present)
  console.info('../shared/corpus/task-definitions is not there: no real task definitions are judged.')

describe.skipIf(!present)('a task definition from somebody’s repository', () => {
  it.each(files)('%s is judged, and every fix mends what it says', (file) => {
    const design = designOf(file)
    for (const problem of validate(design)) {
      expect(Object.hasOwn(design.elements, problem.element)).toBe(true)
      const parent = problem.path.slice(0, problem.path.lastIndexOf('/'))
      const { spec } = design.elements[problem.element]!
      if (parent !== '') expect(valueAt(spec, parent), problem.path).toBeDefined()
      expect(problem.message).not.toMatch(/undefined|NaN|\[object/)
      const { fix } = problem
      if (!fix) continue
      const mended = edit(design, fix.apply).design
      expect(validate(mended)).not.toContainEqual(expect.objectContaining(keyOf(problem)))
      expect(sameJson(edit(mended, fix.apply).design, mended)).toBe(true)
    }
  })
})

function keyOf({ rule, element, path }: ReturnType<typeof validate>[number]) {
  return { rule, element, path }
}

function designOf(file: string): Design {
  const imported = importFiles([{ name: file, text: readFileSync(`${folder}${file}`, 'utf8') }])
  if (!imported.ok) throw new Error(`${file}: ${imported.error.what}`)
  return imported.value.design
}
