import { beforeEach, describe, expect, test } from 'vitest'
import { graphOf } from '../../shared/graph/graph'
import { english } from '../../shared/texts/text'
import { type TestApp, testApp } from '../testing/app'
import { connectOptions } from './connect-options'
import { moveInto, refusalOfMove } from './move-into'
import { pickState } from './pick-state'
import { pickConnection, pickDisconnection, pickFrame } from './picks'

let app: TestApp
const graph = () => graphOf(app.design())
const parentOf = (id: string) => graph().parent.get(id)
const items = () => pickState.getState().picking?.items ?? []

beforeEach(async () => {
  app = await testApp()
  app.edit('Draw', (draft) => {
    draft.elements.main = { kind: 'cluster', spec: { clusterName: 'main' } }
    draft.elements.api = { kind: 'service', spec: { serviceName: 'api', taskDefinition: '@{task}' } }
    draft.elements.task = {
      kind: 'task-definition',
      spec: { family: 'orders', taskRoleArn: '@{role}', containerDefinitions: [{ name: 'app' }] },
    }
    draft.elements.role = { kind: 'iam-role', spec: { RoleName: 'reader' } }
    draft.elements.files = { kind: 'efs-file-system', spec: { CreationToken: 'files' } }
    draft.layout.main = { x: 0, y: 0 }
    draft.layout.api = { x: 600, y: 0 }
  })
})

describe('moving from the outline', () => {
  test('puts an element into a frame, at a place there, as one step', () => {
    expect(moveInto(app, ['api'], 'main')).toBe(true)
    expect(parentOf('api')).toBe('main')
    // Where it stood on the canvas would have stretched the frame.
    expect(app.design().layout.api?.x).toBeLessThan(100)
    app.undo()
    expect(parentOf('api')).toBeUndefined()
    expect(app.design().layout.api).toEqual({ x: 600, y: 0 })
  })
  test('refuses with the reason, and changes nothing', () => {
    const before = app.design()
    expect(moveInto(app, ['role'], 'main')).toBe(false)
    expect(app.design()).toBe(before)
    expect(app.store.getState().notice?.text).toMatch(/can’t be placed in/)
  })
  test('refuses what is there already, and a frame in itself', () => {
    const refusal = (ids: string[], frame: string | undefined) =>
      english(refusalOfMove(graph(), 'logical', ids, frame) ?? '')
    expect(refusal(['api'], undefined)).toBe('It is there now.')
    expect(refusal(['api'], 'api')).toBe('An element can’t be placed in itself.')
  })
  test('lists the frames that can hold it first', () => {
    app.select(['api'])
    pickFrame(app)
    expect(items()[0]).toMatchObject({ title: 'main' })
    expect(items()[0]?.refused).toBeUndefined()
    expect(items().at(-1)?.refused).toBeDefined()
  })
})

describe('connecting from the outline', () => {
  test('offers what is likely first, and what no line leads to last', () => {
    const options = connectOptions(graph(), 'files')
    expect(options[0]).toMatchObject({ id: 'task', candidate: { meaning: 'mounts' } })
    expect(options.at(-1)?.refused).toBeDefined()
  })
  test('knows what is connected already', () => {
    expect(connectOptions(graph(), 'role').find(({ drawn }) => drawn)).toMatchObject({ id: 'task' })
  })
  test('draws what was chosen', () => {
    app.select(['files'])
    pickConnection(app)
    const [first] = items()
    expect(first).toMatchObject({ title: 'orders', detail: 'orders mounts files' })
    expect(first?.check?.()).toBeUndefined()
    first?.choose()
    expect(graph().connections.some(({ from, to }) => from === 'task' && to === 'files')).toBe(true)
  })
  test('takes away the line that was chosen, and no other', () => {
    app.select(['task'])
    pickDisconnection(app)
    items()
      .find(({ title }) => title === 'reader')
      ?.choose()
    expect(app.design().elements.task?.spec).not.toHaveProperty('taskRoleArn')
    expect(parentOf('task')).toBe('api')
  })
})
