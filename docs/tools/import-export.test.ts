import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exportFormats } from '../../shared/exports/registry'
import { importFormats } from '../../shared/imports/registry'
import { reportFormats } from '../../shared/review/report/formats'

test('the page of formats names every one, and none that is not there', () => {
  const page = readFileSync(new URL('../import-export.md', import.meta.url), 'utf8')
  const [, into = '', out = ''] = page.split(/^## (?:In|Out)$/m)
  const named = (part: string) =>
    [...part.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([a-z][\w-]*)`/g)].map(([, id]) => id),
    )
  expect(named(into).sort()).toEqual(importFormats.map(({ id }) => id).sort())
  expect(named(out).sort()).toEqual(
    [...exportFormats.map(({ id }) => id), 'svg', 'png', 'pdf', ...reportFormats].sort(),
  )
})
