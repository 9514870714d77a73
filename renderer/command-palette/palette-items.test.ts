import { beforeAll, describe, expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { commands } from '../commands/commands'
import { loadKorean } from '../strings/language'
import { type Found, paletteFor } from './palette-items'

const graph = graphOf({
  ...emptyDesign('Shop'),
  elements: {
    orders: { kind: 'service', spec: { serviceName: 'orders' } },
    files: { kind: 'efs-file-system', label: '주문 파일', spec: {} },
  },
})

const nameOf = (item: Found) =>
  item.kind === 'command'
    ? item.command.id
    : item.kind === 'add'
      ? `add ${item.item.item}`
      : `go to ${item.id}`

const groups = (typed: string, recent: readonly string[] = []) =>
  paletteFor(graph, typed, recent).map(({ id, items }) => [id, ...items.map(nameOf)])

const first = (typed: string, recent: readonly string[] = []) => groups(typed, recent)[0]?.[1]

describe('the command palette', () => {
  beforeAll(loadKorean)

  test('lists every command while nothing is typed, those used lately first', () => {
    expect(groups('').flat()).toHaveLength(commands.length + 1)
    expect(groups('', ['view.fit', 'edit.undo', 'gone.command'])[0]).toEqual([
      'recent',
      'view.fit',
      'edit.undo',
    ])
    expect(groups('', ['view.fit']).flat()).toHaveLength(commands.length + 2)
  })
  test('finds commands in English, Korean and by initials, whatever the language of the interface', () => {
    expect(first('undo')).toBe('edit.undo')
    expect(first('되돌')).toBe('edit.undo')
    expect(first('ㄷㄷㄹㄱ')).toBe('edit.undo')
    expect(first('자동정렬')).toBe('arrange.layout')
    expect(first('ㅈㄷㅈㄹ')).toBe('arrange.layout')
  })
  test('says by which name a command was found', () => {
    const [undo] = paletteFor(graph, '되돌', []).flatMap(({ items }) => items)
    expect(undo).toMatchObject({ otherTitle: '되돌리기' })
  })
  test('puts what was used lately before what fits alike', () => {
    expect(first('zoom', ['view.zoom-out'])).toBe('view.zoom-out')
  })
  test('offers elements to add, and those of the design to go to', () => {
    expect(groups('efs').flat()).toContain('add efs-file-system')
    expect(first('orders')).toBe('go to orders')
    expect(first('ㅈㅁㅍㅇ')).toBe('go to files')
  })
  test('has nothing for what nothing is called', () => {
    expect(groups('zzzzz')).toEqual([])
  })
  test('is quick with 5,000 elements', () => {
    const many = graphOf({
      ...emptyDesign('Large'),
      elements: Object.fromEntries(
        Array.from({ length: 5000 }, (_, i) => [
          `orders-${i}`,
          { kind: 'service', spec: { serviceName: `orders-api-${i}` } },
        ]),
      ),
    })
    paletteFor(many, 'warm', [])
    // A generous limit: what else the machine does only makes it slower. Alone it takes 20 ms.
    for (const typed of ['o', 'orders', 'odsapi', 'ㅅㅂㅅ']) {
      const times = [1, 2, 3].map(() => {
        const start = performance.now()
        paletteFor(many, typed, [])
        return performance.now() - start
      })
      expect(Math.min(...times), typed).toBeLessThan(250)
    }
  })
})
