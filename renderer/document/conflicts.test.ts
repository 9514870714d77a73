import { describe, expect, it } from 'vitest'
import type { Conflict, Design } from '../../shared/design/design'
import { container, drawing, element, fargateTask } from '../../shared/rules/examples'
import { type TestApp, testApp } from '../testing/app'
import { chooseSide, chooseSideForAll, conflictGroups, conflictWords, sideHeld, valueNow } from './conflicts'

const SECRET = 'hunter2-canary'

const image: Conflict = {
  of: 'element',
  id: 'task',
  pointer: '/spec/containerDefinitions/name=web/image',
  base: 'nginx:1.25',
  ours: 'nginx:1.26',
  theirs: 'nginx:1.27',
}
const password: Conflict = {
  of: 'element',
  id: 'task',
  pointer: '/spec/containerDefinitions/name=web/environment/name=PASSWORD/value',
  ours: SECRET,
  theirs: `${SECRET}-2`,
}
const queue: Conflict = { of: 'element', id: 'gone', pointer: '', base: element('sqs-queue', {}) }

const environment = [{ name: 'PASSWORD', value: SECRET }]
const merged: Design = {
  ...drawing({
    task: fargateTask({ containerDefinitions: [container({ image: 'nginx:1.26', environment })] }),
  }),
  conflicts: { image, password, queue },
}

async function opened(): Promise<TestApp> {
  const app = await testApp()
  app.load(merged, { name: 'shop.fairlead' })
  return app
}

const conflict = (app: TestApp, key: string) => {
  const found = conflictGroups(app.design())
    .flatMap(({ conflicts }) => conflicts)
    .find((one) => one.key === key)
  if (!found) throw new Error(`There is no conflict ${key}.`)
  return found
}
const imageIn = (app: TestApp) => valueNow(app.design(), image)

describe('conflicts', () => {
  it('are listed by what they are about', () => {
    expect(conflictGroups(merged).map(({ title, conflicts }) => [title, conflicts.length])).toEqual([
      ['Task definition “web”', 2],
      ['gone', 1],
    ])
  })

  it('say where in the words of the inspector', () => {
    expect(conflictWords(merged, image)).toBe('Containers › web › Image URI')
    expect(conflictWords(merged, queue)).toBe('the whole element')
    expect(conflictWords(merged, { of: 'design', pointer: '/region' })).toBe('region')
    expect(conflictWords(merged, { of: 'place', id: 'task', pointer: '' })).toBe('Position')
  })

  it('are settled in one step each', async () => {
    const app = await opened()
    chooseSide(app, conflict(app, 'image'), 'theirs')
    expect(imageIn(app)).toBe('nginx:1.27')
    expect(Object.keys(app.design().conflicts ?? {})).toEqual(['password', 'queue'])
    app.undo()
    expect(app.design()).toEqual(merged)
  })

  it('can keep what somebody wrote since', async () => {
    const app = await opened()
    expect(sideHeld(app.design(), image)).toBe('ours')
    app.edit('Change', (draft) => {
      const [first] = (draft.elements.task?.spec.containerDefinitions ?? []) as { image: string }[]
      if (first) first.image = 'nginx:1.28'
    })
    expect(sideHeld(app.design(), image)).toBeUndefined()
    chooseSide(app, conflict(app, 'image'), 'current')
    expect(imageIn(app)).toBe('nginx:1.28')
    expect(app.design().conflicts?.image).toBeUndefined()
  })

  it('are settled all at once', async () => {
    const app = await opened()
    chooseSideForAll(app, 'base')
    expect(imageIn(app)).toBe('nginx:1.25')
    expect(app.design().conflicts).toBeUndefined()
    app.undo()
    expect(app.design()).toEqual(merged)
  })

  it('and what is said of them, hold no value that may be a secret', async () => {
    const app = await opened()
    chooseSide(app, conflict(app, 'password'), 'theirs')
    const { said, history } = app.store.getState()
    const labels = history.past.map(({ label }) => label)
    expect(labels).toEqual(['Settle Containers › web › Environment variables › PASSWORD › Value'])
    expect(said?.text).toBe('2 conflicts left.')
    expect(JSON.stringify([labels, said])).not.toContain(SECRET)
  })
})
