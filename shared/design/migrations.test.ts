import { describe, expect, test } from 'vitest'
import { CURRENT, type Migration, migrate, migrations } from './migrations'

const steps: readonly Migration[] = [
  {
    from: 1,
    lift: ({ title, ...rest }) => ({ ...rest, format: 'fairlead/2', name: title }),
    before: { format: 'fairlead/1', title: 'x', kept: true },
    after: { format: 'fairlead/2', name: 'x', kept: true },
  },
  {
    from: 2,
    lift: (document) => ({ ...document, format: 'fairlead/3', threads: [] }),
    before: { format: 'fairlead/2', name: 'x' },
    after: { format: 'fairlead/3', name: 'x', threads: [] },
  },
]

describe('migrate', () => {
  test('the current format is left alone', () => {
    const document = { format: 'fairlead/1', anything: [1] }
    expect(migrate(document)).toEqual({ ok: true, value: document })
  })

  test('an older one is lifted step by step, and what no step knows stays', () => {
    expect(migrate({ format: 'fairlead/1', title: 'x', kept: true }, steps, 3)).toEqual({
      ok: true,
      value: { format: 'fairlead/3', name: 'x', kept: true, threads: [] },
    })
  })

  test('a newer one is refused with what to do', () => {
    expect(migrate({ format: 'fairlead/2' })).toMatchObject({
      ok: false,
      error: {
        code: 'format-newer',
        pointer: '/format',
        mend: 'Update Fairlead to open it. The file was not changed.',
      },
    })
  })

  test.each([undefined, 1, 'fairlead', 'fairlead/0', 'fairlead/1.5', 'other/1', null])(
    'format %j is not known',
    (format) => {
      expect(migrate({ format })).toMatchObject({ ok: false, error: { code: 'format-unknown' } })
    },
  )

  describe.each([
    ['the released formats', migrations, CURRENT],
    ['formats made up for this test', steps, 3],
  ])('the steps of %s', (_, some, current) => {
    test('lead from the first format to the current one without a gap', () => {
      expect(some.map(({ from }) => from)).toEqual(Array.from({ length: current - 1 }, (_, i) => i + 1))
    })

    test('make each “after” of its “before”, by one version, and leave “before” as it was', () => {
      for (const { from, lift, before, after } of some) {
        const untouched = structuredClone(before)
        expect(lift(before)).toEqual(after)
        expect(before).toEqual(untouched)
        expect([before.format, after.format]).toEqual([`fairlead/${from}`, `fairlead/${from + 1}`])
      }
    })

    test('keep what they do not know', () => {
      for (const { lift, before } of some) {
        expect(lift({ ...before, 'new member': [1] })).toMatchObject({ 'new member': [1] })
      }
    })
  })
})
