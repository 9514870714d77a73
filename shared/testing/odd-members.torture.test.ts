/** All that is made of a design, of designs with something in one place that nobody expects there. */
import { describe, expect, test } from 'vitest'
import { convert, otherSide } from '../convert/convert'
import { costDifference } from '../cost/difference'
import { estimateOf } from '../cost/estimate'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { exportFormats } from '../exports/registry'
import { sceneOf } from '../figures/scene'
import { graphOf } from '../graph/graph'
import { roleAnswers } from '../graph/role-lens'
import { mergeDesigns } from '../merge/merge'
import { compareDesigns } from '../review/compare/comparison'
import { paintMarkdown } from '../review/report/markdown/paint'
import { reportOf } from '../review/report/report-of'
import { validate } from '../rules/validate'
import { korean } from '../texts/ko/korean'
import { translator } from '../texts/translate'
import { whatIf } from '../what-if/what-if'
import { oddValues, withOddMembers } from './odd-members'
import { prices } from './prices'
import { figure, runs } from './runs'
import { templates } from './templates'
import { validDesigns } from './valid-designs'

const words = translator(korean)
const idsOf = ({ elements }: Design) => Object.keys(elements)

const works: Readonly<Record<string, (design: Design, sound: Design) => unknown>> = {
  ...Object.fromEntries(exportFormats.map((format) => [`export to ${format.id}`, format.export])),
  'the fixes': (design) => {
    for (const { fix } of validate(design)) if (fix) edit(design, fix.apply)
  },
  'the drawing': (design) => sceneOf(design),
  'the estimate': (design, sound) => costDifference(estimateOf(sound, prices), estimateOf(design, prices)),
  'the comparison': (design, sound) => [compareDesigns(sound, design), compareDesigns(design, sound)],
  'the report': (design) =>
    paintMarkdown(reportOf(design, { words, language: 'ko', today: '2026-11-27', prices })),
  'what roles may do': (design) => idsOf(design).map((id) => roleAnswers(graphOf(design), id)),
  'the other orchestrator': (design) =>
    idsOf(design)
      .filter((id) => otherSide(graphOf(design), id))
      .map((id) => convert(design, id)),
  'another launch type': (design) => [whatIf(design, 'FARGATE'), whatIf(design, 'EC2')],
  'a merge': (design, sound) => [mergeDesigns(sound, design, sound), mergeDesigns(sound, sound, design)],
}

const designs = [...Object.values(templates), ...Object.values(validDesigns)]
/** There are some 800 places; every so manieth is tried. */
const step = runs(60, 1)

describe('nothing fails on a member of a shape that nobody expects', () => {
  test.each(Object.entries(oddValues))('%s', { timeout: 1_200_000 }, (name, odd) => {
    const failures: string[] = []
    let places = 0
    for (const { design, sound, place } of withOddMembers(designs, odd, (number) => number % step === 0)) {
      places++
      for (const [work, run] of Object.entries(works)) {
        try {
          run(design, sound)
        } catch (error) {
          failures.push(`${work}, ${place}: ${error}`)
        }
      }
    }
    expect(places).toBeGreaterThan(0)
    expect(failures).toEqual([])
    figure('R15', `${name} in ${places} places: 0 failures`)
  })
})
