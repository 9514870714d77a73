import { describe, expect, it } from 'vitest'
import { compareDesigns } from '../../shared/review/compare/comparison'
import { english } from '../../shared/texts/text'
import { after, before } from '../testing/compared'
import { changesOf } from './changes'
import { fieldTitle, type Row, rowsOf, valueText } from './list-rows'

const comparison = compareDesigns(before, after)
const none: ReadonlySet<string> = new Set()
const rows = (told: Partial<Parameters<typeof rowsOf>[0]> = {}) =>
  rowsOf({
    comparison,
    changes: changesOf(comparison),
    problems: { appeared: [], mended: [] },
    cost: undefined,
    opened: none,
    ...told,
  })
const sectionsIn = (list: readonly Row[]) =>
  list.flatMap((row) => (row.what === 'section' ? row.section : []))

describe('the list', () => {
  it('has a section for each kind of thing that there is, in order', () =>
    expect(sectionsIn(rows())).toEqual(['elements', 'lines', 'problems']))

  it('has every field of what changed below its element', () => {
    const list = rows()
    const at = list.findIndex(({ id }) => id === 'element web-task')
    expect(list.slice(at, at + 3).map(({ id }) => id)).toEqual([
      'element web-task',
      'element web-task /spec/cpu',
      'element web-task /spec/containerDefinitions/name=web/image',
    ])
  })

  it('shows all of what came or went when it is opened', () => {
    const opened = rows({ opened: new Set(['element events']) })
    expect(opened.find(({ id }) => id === 'element events whole')).toMatchObject({
      field: { pointer: '', after: { QueueName: 'events' } },
    })
    expect(rows().some(({ id }) => id === 'element events whole')).toBe(false)
  })

  it('holds back the fields of an element that has very many, and says how many', () => {
    const fields = Array.from({ length: 40 }, (_, i) => ({ pointer: `/spec/f${i}`, after: i }))
    const changes = changesOf(comparison).map((change) =>
      change.key === 'element web-task' ? { ...change, fields } : change,
    )
    const list = rows({ changes })
    expect(list.find(({ what }) => what === 'more')).toMatchObject({ count: 28 })
    const all = rows({ changes, opened: new Set(['element web-task fields']) })
    expect(all.filter(({ id }) => id.startsWith('element web-task /'))).toHaveLength(40)
  })

  it('names each new and each mended problem, and says when there is neither', () => {
    const problem = {
      ...{ rule: 'r', severity: 'error', element: 'alb', path: '', message: 'Wrong.' },
    } as unknown as NonNullable<Parameters<typeof rowsOf>[0]['problems']>['appeared'][number]
    const told = rows({ problems: { appeared: [problem], mended: [problem] } })
    expect(told.flatMap((row) => (row.what === 'problem' ? row.state : []))).toEqual(['appeared', 'mended'])
    expect(rows().some(({ what }) => what === 'no-problems')).toBe(true)
    expect(rows({ problems: undefined }).some(({ what }) => what === 'checking')).toBe(true)
  })

  it('says what a change costs, and nothing where nothing costs anything', () => {
    const same = { before: 0, after: 0, change: 0 }
    const cost = { runners: [], clusters: [], shared: same, isAlike: true }
    expect(sectionsIn(rows({ cost: { ...cost, total: same } }))).not.toContain('cost')
    const total = { before: 10, after: 12, change: 2 }
    const runner = { element: 'web', ...total }
    const still = { element: 'shop', before: 1, after: 1, change: 0 }
    const told = rows({ cost: { ...cost, total, runners: [runner, still] } })
    expect(told.flatMap((row) => (row.what === 'cost' ? row.id : []))).toEqual(['cost total', 'cost web'])
  })
})

describe('words of the list', () => {
  it('call fields as the inspector does', () => {
    const [task] = changesOf(comparison).filter(({ key }) => key === 'element web-task')
    const titles = task?.fields.map((field) => english(fieldTitle(task, field)))
    expect(titles).toEqual(['Task CPU', 'Containers › web › Image URI'])
  })

  it('write texts as they are and all else as JSON, long ones in lines', () => {
    expect(valueText('/spec/family', 'a"b')).toBe('a"b')
    expect(valueText('/spec/desiredCount', 5)).toBe('5')
    expect(valueText('/spec/a', { a: [1] })).toBe('{"a":[1]}')
    expect(valueText('/spec/a', { name: 'x'.repeat(80) })).toContain('\n')
  })

  it('keep what looks like a secret to themselves', () =>
    expect(valueText('/spec/environment/name=DB_PASSWORD/value', 'hunter2hunter2')).not.toContain('hunter2'))
})
