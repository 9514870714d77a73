import { expect, it } from 'vitest'
import { testApp } from '../testing/app'
import { resetPrices, setHours, setPrice, setRegion, setUsage } from './edits'

it('what is entered is one undo step however many letters it takes, and what is taken back leaves nothing', async () => {
  const app = await testApp()
  for (const gb of [1, 12, 120]) setUsage(app, 'data', 'storedGb', gb)
  expect(app.design().estimate).toEqual({ usage: { data: { storedGb: 120 } } })
  app.undo()
  expect(app.design().estimate).toBeUndefined()
  app.redo()
  setUsage(app, 'data', 'storedGb', undefined)
  expect(app.design().estimate).toBeUndefined()
})

it('each assumption stands by itself', async () => {
  const app = await testApp()
  setHours(app, 200)
  setRegion(app, 'us-east-1')
  setUsage(app, 'web', 'tasks', 3)
  setUsage(app, 'web', 'hours', 100)
  setUsage(app, 'data', 'storedGb', 0)
  setUsage(app, 'web', 'tasks', undefined)
  expect(app.design().estimate).toEqual({
    hours: 200,
    region: 'us-east-1',
    usage: { web: { hours: 100 }, data: { storedGb: 0 } },
  })
})

it('prices of one’s own are taken back one by one, or all of a Region', async () => {
  const app = await testApp()
  setPrice(app, 'us-east-1', 'alb-hour', 1)
  setPrice(app, 'us-east-1', 'nat-hour', 2)
  setPrice(app, 'eu-west-1', 'nat-hour', 3)
  setPrice(app, 'us-east-1', 'alb-hour', undefined)
  expect(app.design().estimate?.prices).toEqual({
    'us-east-1': { 'nat-hour': 2 },
    'eu-west-1': { 'nat-hour': 3 },
  })
  resetPrices(app, 'us-east-1')
  expect(app.design().estimate).toEqual({ prices: { 'eu-west-1': { 'nat-hour': 3 } } })
})
