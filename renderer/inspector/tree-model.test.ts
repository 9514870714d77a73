import { describe, expect, it } from 'vitest'
import { isObject, setAt, valueAt } from '../../shared/basics/json'
import { kinds } from '../../shared/elements/registry'
import { taskDefinition } from '../../shared/elements/task-definition'
import { clearAt, write } from './edits'
import { child, type Field, fieldsOf } from './form-model'
import { blankItem, parentOf, type TreeRow, type TreeView, treeRows } from './tree-model'
import { finderOf } from './tree-search'

const fields = fieldsOf(taskDefinition.spec)
const everything = { has: () => true } as unknown as ReadonlySet<string>
const closed: ReadonlySet<string> = new Set()
const spec = {
  family: 'orders',
  containerDefinitions: [{ name: 'api', command: ['serve'] }, { name: 'log' }],
  'x-vendor': { kept: true },
}
const rows = (view: Partial<TreeView> = {}) => treeRows(fields, spec, { open: closed, ...view })
const row = (pointer: string, view: Partial<TreeView> = { open: everything }) =>
  rows(view).find((one) => one.pointer === pointer) as TreeRow

describe('the rows', () => {
  it('closed are the members of the spec, set or not, and those that the schema does not know', () => {
    const top = rows()
    expect(new Set(top.map(({ level }) => level))).toEqual(new Set([1]))
    expect(top.map(({ field }) => field.key)).toEqual(
      expect.arrayContaining(['family', 'pidMode', 'x-vendor']),
    )
    expect(row('/family')).toMatchObject({ type: 'value', isSet: true, text: 'orders' })
    expect(row('/pidMode')).toMatchObject({ type: 'value', isSet: false, text: '' })
    expect(row('/x-vendor')).toMatchObject({ type: 'value', isSet: true, field: { type: 'other' } })
  })

  it('of a list are its items by their names, and the place for another one', () => {
    const open = new Set(['/containerDefinitions'])
    const inside = rows({ open }).filter(({ pointer }) => /^\/containerDefinitions\/\d$/.test(pointer))
    expect(inside.map(({ name, type }) => name ?? type)).toEqual(['api', 'log', 'new'])
    expect(row('/containerDefinitions')).toMatchObject({ type: 'list', text: 'api, log' })
    expect(inside[1]?.item).toEqual({ index: 1, count: 2 })
  })

  it('can be those only that are set', () => {
    const set = rows({ open: everything, onlySet: true })
    expect(set.map(({ pointer }) => pointer)).toEqual([
      '/family',
      '/containerDefinitions',
      '/containerDefinitions/0',
      '/containerDefinitions/0/name',
      '/containerDefinitions/0/command',
      '/containerDefinitions/0/command/0',
      '/containerDefinitions/1',
      '/containerDefinitions/1/name',
      '/x-vendor',
    ])
  })

  it('know what holds them', () => {
    const all = rows({ open: everything })
    const at = all.findIndex(({ pointer }) => pointer === '/containerDefinitions/1/name')
    expect(all[parentOf(all, at) ?? -1]?.pointer).toBe('/containerDefinitions/1')
    expect(parentOf(all, 0)).toBeUndefined()
  })
})

describe('a search', () => {
  const found = (typed: string) => {
    const finds = finderOf(typed)
    return finds ? rows({ finds }).map(({ pointer }) => pointer) : []
  }

  it('shows a field by its name or label, with what holds it', () => {
    expect(found('hostPort')).toContain('/containerDefinitions/0/portMappings/0/hostPort')
    expect(found('host port')).toEqual(found('hostPort'))
    expect(found('hostPort')).toEqual(
      expect.arrayContaining(['/containerDefinitions', '/containerDefinitions/0/portMappings']),
    )
    expect(found('hostPort')).not.toContain('/family')
  })

  it('finds what is inside a list without items', () => {
    expect(found('efs')).toEqual(expect.arrayContaining(['/volumes/0', '/volumes/0/efsVolumeConfiguration']))
  })

  it('a group that is called so shows all of its members; one that is only explained so does not', () => {
    expect(found('health check')).toEqual(
      expect.arrayContaining(
        ['interval', 'timeout', 'command'].map((key) => `/containerDefinitions/0/healthCheck/${key}`),
      ),
    )
    expect(found('hostPort')).not.toContain('/containerDefinitions/0/image')
  })

  it('finds members that the schema does not know; nothing typed is no search', () => {
    expect(found('vendor')).toEqual(['/x-vendor'])
    expect(finderOf('  ')).toBeUndefined()
  })
})

/** A value that fits a field. */
function sample(field: Field): unknown {
  if (field.type === 'whole') return 7
  if (field.type === 'decimal') return 0.5
  if (field.type === 'flag') return true
  if (field.type === 'map') return { a: 'b' }
  return field.type === 'other' ? { any: ['thing'] } : 'x'
}

/** Every place that a schema has, with the item of each list that would be the next one. */
function placesIn(members: readonly Field[], value: unknown, at = ''): { pointer: string; field: Field }[] {
  const inside = (field: Field, pointer: string, own: unknown): { pointer: string; field: Field }[] => {
    if (field.type === 'object') return placesIn(field.fields, own, pointer)
    if (field.type !== 'list') return [{ pointer, field }]
    const next = Array.isArray(own) ? own.length : 0
    return inside(field.item, child(pointer, next), undefined)
  }
  return members.flatMap((field) =>
    inside(field, child(at, field.key), isObject(value) ? valueAt(value, child('', field.key)) : undefined),
  )
}

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('every member of %s', (_, kind) => {
  const own = fieldsOf(kind.spec)
  const before = JSON.parse(JSON.stringify(kind.defaults('web'))) as Record<string, unknown>
  const places = placesIn(own, before)

  it('has a row', () => {
    const there = new Set(treeRows(own, before, { open: everything }).map(({ pointer }) => pointer))
    expect(places.map(({ pointer }) => pointer).filter((pointer) => !there.has(pointer))).toEqual([])
  })

  it('set there is in the spec; removed, nothing is left of it', () => {
    for (const { pointer, field } of places) {
      const after = structuredClone(before)
      // What is set already is replaced, and put back.
      const old = valueAt(before, pointer)
      write(after, pointer, sample(field))
      expect(valueAt(after, pointer), pointer).toEqual(sample(field))
      const shown = treeRows(own, after, { open: everything }).find((one) => one.pointer === pointer)
      expect(shown, pointer).toMatchObject({ type: 'value', isSet: true })
      if (old !== undefined) setAt(after, pointer, old)
      else removeWithItems(after, before, pointer)
      expect(after, pointer).toEqual(before)
    }
  })
})

/** As a hand does it: the value, then each item that came with it. */
function removeWithItems(spec: object, before: object, pointer: string): void {
  clearAt(spec, pointer)
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    if (valueAt(spec, at) !== undefined && valueAt(before, at) === undefined) clearAt(spec, at)
  }
}

describe('a new item', () => {
  it('of objects is an empty object; of texts it is what is typed', () => {
    const containers = fields.find(({ key }) => key === 'containerDefinitions')
    expect(containers?.type === 'list' && blankItem(containers.item)).toEqual({})
    expect(blankItem({ key: '', label: '', type: 'text' })).toBeUndefined()
  })
})
