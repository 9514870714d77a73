import { beforeEach, describe, expect, test } from 'vitest'
import { menuOf } from '../document/connect-host'
import { type TestApp, testApp } from '../testing/app'
import { enabled } from './command'
import { command, commands } from './commands'
import { stepOf, stepsOf } from './shortcut'

describe('the list of commands', () => {
  test('has no id and no shortcut twice', () => {
    const ids = commands.map((c) => c.id)
    const keys = commands.flatMap((c) => c.keys ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })
  test('has its modifiers in the order in which a press is read, so that each shortcut can be pressed', () => {
    for (const { id, keys = [] } of commands) {
      for (const step of keys.flatMap(stepsOf)) {
        const parts = step.split('+')
        const held = (name: string) => parts.slice(0, -1).includes(name)
        const press = {
          ...{ code: parts.at(-1) ?? '', ctrlKey: held('Mod'), metaKey: false },
          ...{ altKey: held('Alt'), shiftKey: held('Shift') },
        }
        expect(stepOf(press, 'linux'), id).toBe(step)
      }
    }
  })
  test('can be reached: each one has a menu or a shortcut', () => {
    for (const { id, menu, keys } of commands) expect(menu ?? keys?.[0], id).toBeDefined()
  })
  test('becomes the native menu, with what can be used now', async () => {
    const app = await testApp()
    const edit = menuOf(app).find((menu) => menu.label === 'Edit')
    expect(edit?.items.find((item) => item.id === 'edit.undo')).toMatchObject({
      accelerator: 'CmdOrCtrl+Z',
      enabled: false,
      role: 'undo',
    })
  })
})

describe('editing', () => {
  let app: TestApp
  const run = async (id: string) => command(id).run(app)
  const ids = () => Object.keys(app.design().elements)

  beforeEach(async () => {
    app = await testApp()
    app.edit('Draw', (draft) => {
      draft.elements.web = { kind: 'cluster', spec: { clusterName: 'web' } }
      draft.elements.api = {
        kind: 'service',
        spec: { serviceName: 'api', cluster: '@{web}', taskDefinition: '@{task}' },
      }
      draft.elements.task = {
        kind: 'task-definition',
        spec: { family: 'api', containerDefinitions: [{ name: 'app' }] },
      }
      draft.elements.role = { kind: 'iam-role', spec: { RoleName: 'role' } }
      draft.elements.other = { kind: 'task-definition', spec: { family: 'other', taskRoleArn: '@{role}' } }
      draft.layout.web = { x: 0, y: 0 }
      draft.layout.api = { x: 16, y: 48 }
    })
  })

  test('delete takes along what is drawn in the element, and every reference to it', async () => {
    app.select(['api', 'role'])
    await run('edit.delete')
    expect(ids()).toEqual(['web', 'other'])
    expect(app.design().elements.other?.spec).toEqual({ family: 'other' })
    app.undo()
    expect(ids()).toHaveLength(5)
    expect(app.store.getState().selection.ids).toEqual(new Set(['api', 'role']))
  })
  test('a cluster that holds something is asked about, as AWS deletes an empty one only', async () => {
    const ask = async (index: number) => {
      app.select(['web'])
      await run('edit.delete')
      const { overlay } = app.store.getState()
      if (overlay?.kind !== 'choices') throw new Error('nothing was asked')
      expect(overlay.title).toBe('Cluster “web” still has 1 service')
      overlay.choices[index]?.choose()
    }
    await ask(0)
    expect(ids()).toEqual(['role', 'other'])
    app.undo()
    await ask(1)
    expect(ids()).toEqual(['api', 'task', 'role', 'other'])
    expect(app.design().elements.api?.spec).not.toHaveProperty('cluster')
  })
  test('nobody is asked when everything is selected, or the cluster is empty', async () => {
    app.select(['web', 'api'])
    await run('edit.delete')
    expect(app.store.getState().overlay).toBeUndefined()
    expect(ids()).toEqual(['role', 'other'])
  })
  test('deleting a line removes only the relation', async () => {
    app.select(['other#/taskRoleArn'])
    await run('edit.delete')
    expect(ids()).toHaveLength(5)
    expect(app.design().elements.other?.spec).toEqual({ family: 'other' })
  })
  test('duplicate gives new ids and free names, and keeps the copy in its cluster', async () => {
    app.select(['api'])
    await run('edit.duplicate')
    expect(app.design().elements['api-2']?.spec).toMatchObject({
      serviceName: 'api-2',
      cluster: '@{web}',
      taskDefinition: '@{task-2}',
    })
    expect(app.store.getState().selection.ids).toEqual(new Set(['api-2']))
    app.undo()
    expect(ids()).toHaveLength(5)
  })
  test('arrow keys move by a grid step; a burst is one undo step', async () => {
    app.select(['web'])
    await run('arrange.right')
    await run('arrange.right')
    await run('arrange.down')
    expect(app.design().layout.web).toEqual({ x: 16, y: 8 })
    app.undo()
    expect(app.design().layout.web).toEqual({ x: 0, y: 0 })
  })
  test('a locked element stays where it is', async () => {
    app.select(['web'])
    await run('arrange.lock')
    await run('arrange.right')
    expect(app.design().layout.web).toEqual({ x: 0, y: 0 })
  })
  test('what can’t be used says why', () => {
    app.select([])
    expect(command('edit.delete').when?.(app)).toBe('Nothing is selected.')
    expect(enabled(command('edit.undo'), app)).toBe(true)
  })
})

describe('sizes and lines with keys', () => {
  test('a frame gets wider by two grid steps, and a burst is one step back', async () => {
    const app = await testApp()
    app.edit('Draw', (draft) => {
      draft.elements.group = { kind: 'frame', label: 'Group', spec: {} }
      draft.layout.group = { x: 0, y: 0, width: 320, height: 200 }
    })
    app.select(['group'])
    await command('resize.wider').run(app)
    await command('resize.wider').run(app)
    expect(app.design().layout.group).toMatchObject({ x: 0, width: 352, height: 200 })
    app.undo()
    expect(app.design().layout.group).toMatchObject({ width: 320 })
  })
  test('arrow keys bend the selected line where it lies across them', async () => {
    const app = await testApp()
    app.edit('Draw', (draft) => {
      draft.elements.users = { kind: 'users', label: 'Users', spec: {} }
      draft.elements.queue = { kind: 'sqs-queue', spec: { QueueName: 'queue' } }
      draft.connections.send = { from: 'users', to: 'queue', meaning: 'traffic' }
      draft.layout.users = { x: 0, y: 0 }
      draft.layout.queue = { x: 600, y: 400 }
    })
    app.select(['send'])
    await command('arrange.right').run(app)
    expect(app.design().routes?.send?.points).toHaveLength(1)
    app.undo()
    expect(app.design().routes).toBeUndefined()
  })
})
