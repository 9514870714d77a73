import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { design } from '../testing/arbitraries'
import { emptyDesign } from './design'
import { readBack, textToSave } from './file-text'
import { parseDesign, serialize } from './serialize'

/** A text in some style, and the design in it. */
const file = (text: string) => {
  const read = parseDesign(text)
  if (!read.ok) throw new Error('The test’s text is no design.')
  return { text, design: read.value }
}

describe('the text to save', () => {
  test.each([
    ['as Fairlead writes it', (text: string) => text],
    ['with a byte-order mark', (text: string) => `\uFEFF${text}`],
    ['with the line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['as another program formats it', (text: string) => JSON.stringify(JSON.parse(text), null, '\t')],
    ['in one line', (text: string) => JSON.stringify(JSON.parse(text))],
  ])('of an unchanged design %s: no byte differs', (_, style) => {
    fc.assert(
      fc.property(design, (original) => {
        const was = file(style(serialize(original)))
        // Read once more: what was opened, edited and undone need not be the same object.
        expect(textToSave(file(was.text).design, was)).toEqual({ ok: true, value: was.text })
      }),
      { numRuns: 60 },
    )
  })

  test('of a changed design keeps the mark and the line ends', () => {
    const was = file(`\uFEFF${serialize(emptyDesign('a')).replaceAll('\n', '\r\n')}`)
    const saved = textToSave({ ...was.design, name: 'a\nb' }, was)
    expect(saved).toEqual({ ok: true, value: was.text.replace('"a"', '"a\\nb"') })
  })

  test('of a new design is the canonical one', () => {
    const fresh = emptyDesign('new')
    expect(textToSave(fresh)).toEqual({ ok: true, value: serialize(fresh) })
  })
})

describe('what can’t be read back is not written', () => {
  test.each([
    ['a number that JSON has not', { spec: { cpu: Number.NaN } }, '/elements/a/spec/cpu'],
    ['a value that JSON has not', { spec: { at: new Date(0) } }, '/elements/a/spec/at'],
    ['an element without a spec', {}, '/elements/a'],
  ])('%s', (_, members, pointer) => {
    const broken = { ...emptyDesign('x'), elements: { a: { kind: 'note', ...members } } }
    const written = readBack(broken as ReturnType<typeof emptyDesign>)
    expect(written).toMatchObject({ ok: false, error: { mend: expect.stringContaining('save again') } })
    if (!written.ok) expect(written.error.pointer).toMatch(new RegExp(`^${pointer}`))
  })

  test('a member that is undefined is as good as absent', () => {
    const loose = { ...emptyDesign('x'), elements: { a: { kind: 'note', label: undefined, spec: {} } } }
    expect(readBack(loose as unknown as ReturnType<typeof emptyDesign>).ok).toBe(true)
  })
})
