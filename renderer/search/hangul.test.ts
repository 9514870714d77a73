import { describe, expect, test } from 'vitest'
import { initialOf, isConsonant, spreadConsonants, strokesOf, unbindLast } from './hangul'

describe('Hangul', () => {
  test('a syllable has an initial', () => {
    expect([...'서비스 api'].map(initialOf).join('')).toBe('ㅅㅂㅅ api')
    expect([...'까힣'].map(initialOf).join('')).toBe('ㄲㅎ')
  })
  test('a syllable is the strokes that type it', () => {
    expect(strokesOf('값')).toBe('ㄱㅏㅂㅅ')
    expect(strokesOf('과')).toBe('ㄱㅗㅏ')
    expect(strokesOf('힣')).toBe('ㅎㅣㅎ')
    expect(strokesOf('a')).toBe('a')
  })
  test('initials that the input method joined are taken apart', () => {
    expect(spreadConsonants('ㄳㅂㅅ')).toBe('ㄱㅅㅂㅅ')
    expect(spreadConsonants('ㅀㅄ')).toBe('ㄹㅎㅂㅅ')
    expect(spreadConsonants('ㄲㄸㅃㅆㅉ')).toBe('ㄲㄸㅃㅆㅉ')
  })
  test('a final consonant may begin the next syllable', () => {
    expect(unbindLast('섭')).toBe('서ㅂ')
    expect(unbindLast('삯')).toBe('삭ㅅ')
    expect(unbindLast('서')).toBeUndefined()
    expect(unbindLast('')).toBeUndefined()
  })
  test('lone consonants are told from vowels and letters', () => {
    expect([...'ㄱㅎㅏa가'].map(isConsonant)).toEqual([true, true, false, false, false])
  })
})
