import { afterEach, describe, expect, it } from 'vitest'
import { kinds } from '../../shared/elements/registry'
import korean from '../../shared/texts/ko/kinds.json'
import { i18n } from '../strings/strings'
import { kindNamer } from './kind-names'

afterEach(() => i18n.changeLanguage('en'))

describe('the names of kinds', () => {
  it('are there in Korean for every kind, and for nothing else', () => {
    expect(Object.keys(korean).sort()).toEqual([...kinds.map(({ label }) => label), 'Container'].sort())
  })

  it('come in both languages, that of the interface first', async () => {
    expect(kindNamer()('service')).toEqual(['Service', '서비스'])
    expect(kindNamer()('container')).toEqual(['Container', '컨테이너'])
    await i18n.changeLanguage('ko')
    expect(kindNamer()('service')).toEqual(['서비스', 'Service'])
  })

  it('are named by the same function while the language stays', () => {
    expect(kindNamer()).toBe(kindNamer())
  })
})
