/** What holds of every estimate, of whatever a file may hold. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Design } from '../design/design'
import { kinds } from '../elements/registry'
import { drawing, element, onFargate } from '../rules/examples'
import { design as anyDesign, json } from '../testing/arbitraries'
import { prices } from '../testing/prices'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { english } from '../texts/text'
import { type Estimate, estimateOf } from './estimate'

const sound = ({ monthly, range, items, clusters, runners, shared }: Estimate) => {
  for (const amount of [monthly, range.least, range.most, ...items.map((item) => item.monthly)]) {
    expect(Number.isFinite(amount)).toBe(true)
    expect(amount).toBeGreaterThanOrEqual(0)
  }
  const parts = [...clusters, ...runners, shared].reduce((sum, part) => sum + part.monthly, 0)
  expect(parts).toBeCloseTo(monthly, 4)
  for (const { formula } of items) expect(english(formula)).not.toMatch(/NaN|Infinity|undefined/)
}

it('is of all that it is made of, never negative and never no number', () => {
  fc.assert(
    fc.property(anyDesign, (design) => sound(estimateOf({ ...design, region: 'us-east-1' }, prices))),
    { numRuns: runs(60, 2000) },
  )
})

it('stays so whatever the specs of the kinds hold', () => {
  const spec = fc.dictionary(fc.string({ maxLength: 8 }), json, { maxKeys: 4 })
  const wild = fc.record({
    kind: fc.constantFrom(...kinds.map(({ kind }) => kind)),
    spec: fc.oneof(
      spec,
      fc.record({
        Size: json,
        desiredCount: json,
        MinCount: json,
        Subnets: json,
        cpu: json,
        volumeConfigurations: json,
      }),
    ),
  })
  fc.assert(
    fc.property(fc.array(wild, { maxLength: 6 }), fc.double(), (elements, figure) => {
      const all = Object.fromEntries(elements.map((one, i) => [`e${i}`, one as Design['elements'][string]]))
      const usage = Object.fromEntries(Object.keys(all).map((id) => [id, { hours: figure, tasks: figure }]))
      sound(estimateOf({ ...drawing(all), region: 'us-east-1', estimate: { usage } }, prices))
    }),
    { numRuns: runs(80, 3000) },
  )
})

it('grows with the number of tasks, evenly', () => {
  const of = (desiredCount: number) =>
    estimateOf({ ...onFargate({ desiredCount }), region: 'us-east-1' }, prices).monthly
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (count) => {
      expect(of(count)).toBeCloseTo(count * of(1), 6)
    }),
    { numRuns: runs(50, 500) },
  )
})

it.each(Object.entries(templates))(
  'the template %s is estimated, or it is said what is missing',
  (_, design) => {
    const estimate = estimateOf(design, prices)
    expect(estimate.region).toBe('ap-northeast-2')
    expect(estimate.items.length + estimate.gaps.length).toBeGreaterThan(0)
    const told = new Set([...estimate.items, ...estimate.gaps].map(({ element: id }) => id))
    for (const [id, { kind }] of Object.entries(design.elements))
      if (kind === 'application-load-balancer' || kind === 'efs-file-system')
        expect(told.has(id), id).toBe(true)
  },
)

it('an element of every kind is estimated or left out without a fault', () => {
  for (const { kind } of kinds) sound(estimateOf(drawing({ one: element(kind) }), prices))
})
