import { expect, it } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { validate } from '../../shared/rules/validate'
import { memoryHost } from '../hosts/memory-host'
import { createApp, designOf } from '../store'
import { fixAll } from './fix-all'

const RULE = 'log-driver-fargate'

it('fixes every problem of a rule, several in one element too, in one undo step', async () => {
  const host = memoryHost()
  const app = createApp(host, await host.info())
  const wrong = { logConfiguration: { logDriver: 'json-file' } }
  const spec = {
    family: 'orders',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [
      { name: 'a', image: 'a', ...wrong },
      { name: 'b', image: 'b', ...wrong },
    ],
  }
  const elements = {
    first: { kind: 'task-definition', spec },
    second: { kind: 'task-definition', spec: structuredClone(spec) },
  }
  app.load({ ...emptyDesign('Orders'), elements }, { name: 'orders' })
  const before = designOf(app.store.getState())
  const open = () => validate(designOf(app.store.getState())).filter((p) => p.rule === RULE)
  expect(open()).toHaveLength(4)

  expect(fixAll(app, RULE, 'Fix all 4')).toEqual({ done: 4, left: 0 })
  expect(open()).toEqual([])
  expect(app.store.getState().history.past.map((step) => step.label)).toEqual(['Fix all 4'])

  app.undo()
  expect(designOf(app.store.getState())).toEqual(before)
})
