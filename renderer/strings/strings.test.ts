import { afterEach, describe, expect, test } from 'vitest'
import { languageFor } from '../../shared/texts/language'
import { en } from './en/en'
import { ko } from './ko/ko'
import { i18n, t } from './strings'

interface Texts {
  readonly [key: string]: string | Texts
}

/** `palette.search` → its text. */
function flat(texts: Texts, before = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g))].sort()

describe('the Korean catalogue', () => {
  const english = new Map(flat(en))
  const korean = new Map(flat(ko))
  /** Korean has one form for any number. */
  const wanted = [...english.keys()].filter((key) => !key.endsWith('_one'))

  test('has every text, and no other', () => {
    expect([...korean.keys()].sort()).toEqual(wanted.sort())
  })
  test.each(wanted)('%s has the placeholders of the English text', (key) => {
    expect(placeholders(korean.get(key) ?? '')).toEqual(placeholders(english.get(key) ?? ''))
  })
  test('is in Korean', () => {
    const names = /^(Fairlead|Fargate|EC2|JSON|SVG|PNG|PDF|YYYY-MM-DD|ID|ARN)?$/
    const left = [...korean].filter(([, text]) => {
      const words = text.replace(/\{\{\w+\}\}/g, '').replace(/[\s\p{P}\p{S}]+$|^[\s\p{P}\p{S}]+/gu, '')
      return !/[가-힣]/.test(words) && !names.test(words)
    })
    expect(left).toEqual([])
  })
})

describe('a Korean text', () => {
  afterEach(() => i18n.changeLanguage('en'))

  test('has the particle that fits what stands before it', async () => {
    i18n.addResourceBundle('ko', 'app', ko)
    await i18n.changeLanguage('ko')
    expect(t('inspector.copied', { text: '주문' })).toBe('“주문”을 복사했습니다.')
    expect(t('inspector.copied', { text: '결제 서버' })).toBe('“결제 서버”를 복사했습니다.')
  })
})

describe('the language', () => {
  test('is the one that was chosen', () => expect(languageFor('en', ['ko-KR'])).toBe('en'))
  test('else Korean where the system prefers it to English', () => {
    expect(languageFor(undefined, ['ko-KR', 'en-US'])).toBe('ko')
    expect(languageFor(undefined, ['en-US', 'ko'])).toBe('en')
    expect(languageFor(undefined, ['de-DE', 'ko', 'en'])).toBe('ko')
  })
  test('else English', () => expect(languageFor(undefined, ['de-DE'])).toBe('en'))
})
