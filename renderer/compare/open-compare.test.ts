import { beforeEach, describe, expect, it } from 'vitest'
import { enabled, usableNow } from '../commands/command'
import { command } from '../commands/commands'
import { type TestApp, testApp } from '../testing/app'
import { after, before } from '../testing/compared'
import { shownChanges } from './comparing'
import { goToChange } from './navigate'
import {
  closeCompare,
  openCompare,
  showAllStatuses,
  showForm,
  summaryOf,
  swapSides,
  toggleStatus,
} from './open-compare'

let app: TestApp
const comparing = () => {
  const found = app.store.getState().comparing
  if (!found) throw new Error('Nothing is compared.')
  return found
}
/** Both drawn as a network before. */
const networked = {
  before: { ...before, networkLayout: before.layout },
  after: { ...after, networkLayout: after.layout },
}
const shown = () => shownChanges(comparing()).map(({ key, status }) => `${status} ${key}`)

beforeEach(async () => {
  app = await testApp()
  await openCompare(app, { before, after, names: { before: 'old', after: 'new' } })
})

describe('comparing', () => {
  it('counts what changed', () => expect(summaryOf(comparing())).toBe('1 added · 2 removed · 2 changed'))

  it('says so when both mean the same', async () => {
    const moved = { ...before, layout: after.layout }
    await openCompare(app, { before, after: moved, names: { before: 'old', after: 'moved' } })
    expect(summaryOf(comparing())).toBe('They mean the same')
  })

  it('hides what only moved, until it is asked for', () => {
    expect(shown()).not.toContain('moved element log')
    toggleStatus(app, 'moved')
    expect(shown()).toContain('moved element log')
    toggleStatus(app, 'removed')
    expect(shown().some((key) => key.startsWith('removed'))).toBe(false)
    showAllStatuses(app)
    expect(shown()).toHaveLength(6)
  })

  it('walks the changes that are shown, around the end, and says which one it is', () => {
    goToChange(app, 1)
    expect(comparing().current).toBe('element web-task')
    expect(app.store.getState().said?.text).toBe('1 of 5. Changed: Task definition “web”, 2 fields')
    goToChange(app, -1)
    expect(comparing().current).toBe(shownChanges(comparing()).at(-1)?.key)
  })

  it('swaps the sides: what was added was removed', async () => {
    await swapSides(app)
    expect(comparing().names).toEqual({ before: 'new', after: 'old' })
    expect(shown()).toContain('removed element events')
    expect(shown()).toContain('added element table')
    await swapSides(app)
    expect(shown()).toContain('added element events')
  })

  it('draws the nesting that was in sight, and the other one on request; the canvas keeps its own', async () => {
    expect(comparing().nesting).toBe('logical')
    closeCompare(app)
    app.patch({ nesting: 'network' })
    await openCompare(app, { ...networked, names: { before: 'old', after: 'new' } })
    expect(comparing().nesting).toBe('network')
    await command('lens.nesting').run(app)
    expect(comparing().nesting).toBe('logical')
    expect(app.store.getState().said?.text).toBe('Drawn by clusters and services.')
    closeCompare(app)
    expect(app.store.getState().nesting).toBe('network')
  })

  it('remembers the form for the next time', async () => {
    showForm(app, 'sides')
    closeCompare(app)
    await openCompare(app, { before, after, names: { before: 'old', after: 'new' } })
    expect(comparing().form).toBe('sides')
  })
})

describe('the open design meanwhile', () => {
  it('can’t be changed, by commands or otherwise, and says why', () => {
    const { elements } = app.design()
    app.edit('Draw', (draft) => {
      draft.elements.web = { kind: 'cluster', spec: {} }
    })
    expect(app.design().elements).toBe(elements)
    expect(app.store.getState().notice?.text).toMatch(/can’t be changed while it is compared/)
    expect(usableNow(command('edit.paste'), app)).toMatch(/can’t be changed/)
    expect(enabled(command('file.save'), app)).toBe(true)
  })

  it('is as it was when the comparison is left', () => {
    closeCompare(app)
    app.edit('Draw', (draft) => {
      draft.elements.web = { kind: 'cluster', spec: {} }
    })
    expect(Object.keys(app.design().elements)).toEqual(['web'])
  })

  it('is left by Escape’s command, and by opening another design', async () => {
    await command('select.out').run(app)
    expect(app.store.getState().comparing).toBeUndefined()
    await openCompare(app, { before, after, names: { before: 'old', after: 'new' } })
    app.load(before, { name: 'Other' })
    expect(app.store.getState().comparing).toBeUndefined()
  })
})
