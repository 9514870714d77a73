import { describe, expect, test } from 'vitest'
import { kinds } from '../../shared/elements/registry'
import { paletteGroups } from './palette-items'

const labels = (query: string) =>
  paletteGroups(query).flatMap((group) => group.items.map((item) => item.label))

describe('the palette', () => {
  test('offers every kind that isn’t hidden, and the container', () => {
    expect(labels('')).toHaveLength(kinds.filter((kind) => !kind.hidden).length + 1)
    expect(labels('')).toContain('Container')
  })
  test('finds by label, by other words and by several words in any order', () => {
    expect(labels('efs')).toContain('EFS file system')
    expect(labels('nfs')).toContain('EFS file system')
    expect(labels('balancer network')).toEqual(['Network Load Balancer'])
  })
  test('finds by Korean names in any language, without the Korean texts', () => {
    expect(labels('보안 그룹')).toEqual(['Security group'])
    expect(labels('ㅋㄹㅅㅌ')).toContain('Cluster')
    expect(labels('컨테이너')).toContain('Container')
    expect(labels('로드 밸런서')).toHaveLength(4)
  })
  test('says nothing when nothing fits', () => {
    expect(paletteGroups('zzz')).toEqual([])
  })
})
