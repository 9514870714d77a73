import { expect, test, vi } from 'vitest'
import { type TestApp, testApp } from '../testing/app'
import { importAsNew, importInto } from './import'
import { loadFile } from './open'

const task = (image: string) =>
  JSON.stringify({ family: 'orders', containerDefinitions: [{ name: 'api', image }] })

/** What the app shows of a file before anything changes. */
async function preview(app: TestApp, text: string) {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  await loadFile(app, { id: '1', name: 'orders.json', text })
  const { overlay } = app.store.getState()
  if (overlay?.kind !== 'import') throw new Error('Nothing is shown.')
  return overlay.preview
}

test('a file of another tool is shown first, and opened as a design of its own', async () => {
  const app = await testApp()
  const shown = await preview(app, task('nginx:1'))
  expect(Object.keys(app.design().elements)).toEqual([])
  await importAsNew(app, shown)
  expect(Object.keys(app.design().elements)).toEqual(['orders-task', 'docker-hub'])
  expect(app.store.getState().file.name).toBe('orders')
})

test('or put into the open design, which one undo takes back', async () => {
  const app = await testApp()
  await importAsNew(app, await preview(app, task('nginx:1')))
  const before = app.design()
  await importInto(app, await preview(app, task('nginx:2')))
  expect(app.design().elements['orders-task']?.spec).toMatchObject({
    containerDefinitions: [{ image: '@{docker-hub}nginx:2' }],
  })
  app.undo()
  expect(app.design()).toEqual(before)
})

test('with what a template says beside its resources, which one undo takes back, too', async () => {
  const app = await testApp()
  await importAsNew(app, await preview(app, task('nginx:1')))
  const before = app.design()
  const template = {
    Parameters: { Stage: { Type: 'String' } },
    Resources: { Main: { Type: 'AWS::ECS::Cluster', Properties: { ClusterName: 'main' } } },
  }
  await importInto(app, await preview(app, JSON.stringify(template)))
  expect(app.design().imported).toEqual({ cloudFormation: { Parameters: template.Parameters } })
  app.undo()
  expect(app.design()).toEqual(before)
})

test('what is there already changes nothing, and is no step', async () => {
  const app = await testApp()
  await importAsNew(app, await preview(app, task('nginx:1')))
  const before = app.store.getState().history
  await importInto(app, await preview(app, task('nginx:1')))
  expect(app.store.getState().history).toBe(before)
  expect(app.store.getState().notice?.text).toBe('Everything in it is in the design already.')
})
