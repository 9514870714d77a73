import { afterEach, expect, it } from 'vitest'
import { i18n } from '../strings/strings'
import { whenOf } from './when'

const at = (day: number, hour: number) => new Date(2026, 4, day, hour, 5).getTime()
const now = at(20, 15)

afterEach(() => i18n.changeLanguage('en'))

it.each([
  [at(20, 14), 'today 14:05'],
  [at(19, 23), 'yesterday 23:05'],
  [at(18, 9), 'Mon 18 May 09:05'],
  [new Date(2025, 11, 31, 9, 5).getTime(), 'Wed, 31 Dec 2025 09:05'],
])('%d is %s', (time, said) => expect(whenOf(time, now)).toBe(said))

it('is said in Korean too', async () => {
  await i18n.changeLanguage('ko')
  expect(whenOf(at(19, 9), now)).toBe('어제 09:05')
  expect(whenOf(at(18, 9), now)).toMatch(/^5월 18일.*09:05$/)
})
