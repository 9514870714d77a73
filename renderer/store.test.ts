import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../shared/design/design'
import { stateOf } from '../shared/design/history'
import { isDirty } from './store'
import { testApp } from './testing/app'

describe('the store', () => {
  test('a design is dirty after an edit and clean again after undoing it', async () => {
    const app = await testApp()
    expect(isDirty(app.store.getState())).toBe(false)
    app.edit('Rename', (draft) => {
      draft.name = 'Orders'
    })
    expect(isDirty(app.store.getState())).toBe(true)
    app.undo()
    expect(isDirty(app.store.getState())).toBe(false)
  })
  test('an edit that is no act of the user’s leaves no step and no dirt', async () => {
    const app = await testApp()
    app.edit('Arrange', (draft) => Object.assign(draft.layout, { a: { x: 1, y: 1 } }), { record: 'skip' })
    expect(app.store.getState().history.past).toHaveLength(0)
    expect(isDirty(app.store.getState())).toBe(false)
  })
  test('an edit that could be saved but not opened again is refused, and says why', async () => {
    const app = await testApp()
    app.edit('Rename', (draft) => {
      draft.name = 'x'.repeat(256)
    })
    expect(app.design().name).not.toContain('xx')
    expect(app.store.getState().notice?.text).toContain('at most 255')
  })
  test('edits with one merge key are one step until they are sealed', async () => {
    const app = await testApp()
    const rename = (name: string) =>
      app.edit('Rename', (draft) => Object.assign(draft, { name }), { mergeKey: 'name' })
    rename('O')
    rename('Or')
    app.seal()
    rename('Ord')
    app.undo()
    expect(app.design().name).toBe('Or')
    app.undo()
    expect(app.design().name).toBe('Untitled')
  })
  test('what is saved stays saved when its step is sealed', async () => {
    const app = await testApp()
    app.edit('Rename', (draft) => Object.assign(draft, { name: 'Orders' }), { mergeKey: 'name' })
    app.patch({ saved: stateOf(app.store.getState().history) })
    app.seal()
    expect(isDirty(app.store.getState())).toBe(false)
    app.edit('Rename', (draft) => Object.assign(draft, { name: 'Shop' }), { mergeKey: 'name' })
    app.seal()
    expect(isDirty(app.store.getState())).toBe(true)
  })
  test('an element that changes its frame by an edit of JSON stays where it was on the screen', async () => {
    const app = await testApp()
    app.edit('Draw', (draft) => {
      draft.elements.web = { kind: 'cluster', spec: {} }
      draft.elements.api = { kind: 'service', spec: {} }
      draft.layout.web = { x: 100, y: 200 }
      draft.layout.api = { x: 150, y: 260 }
    })
    app.edit('Edit JSON', (draft) => {
      const api = draft.elements.api
      if (api) api.spec.cluster = '@{web}'
    })
    expect(app.design().layout.api).toEqual({ x: 50, y: 60 })
    app.undo()
    expect(app.design().layout.api).toEqual({ x: 150, y: 260 })
  })
  test('loading replaces everything, history included', async () => {
    const app = await testApp()
    app.edit('Rename', (draft) => Object.assign(draft, { name: 'Old' }))
    app.load(emptyDesign('New'), { name: 'new.fairlead' })
    expect(app.design().name).toBe('New')
    expect(app.store.getState().history.past).toHaveLength(0)
  })
})
