import { describe, expect, it } from 'vitest'
import { edit } from '../../design/edit'
import { container, drawing, element, fargateTask, service } from '../examples'
import { freeContainerName, renameContainerFix } from './container-names'

describe('a free name for a container', () => {
  const spec = { containerDefinitions: [{ name: 'app' }, { name: 'app-2' }] }

  it.each([
    ['nginx', 'nginx'],
    [' my.app ', 'my-app'],
    ['app', 'app-3'],
    ['a'.repeat(300), 'a'.repeat(255)],
    ['…', undefined],
  ])('%j becomes %j', (wish, name) => expect(freeContainerName(spec, wish)).toBe(name))
})

it('a renamed container keeps what refers to it', () => {
  const before = drawing({
    task: fargateTask({
      proxyConfiguration: { containerName: 'my.app' },
      containerDefinitions: [
        container({ name: 'my.app' }),
        container({
          name: 'other',
          dependsOn: [{ containerName: 'my.app', condition: 'START' }],
          links: ['my.app:app', 'my.app', 'db'],
          volumesFrom: [{ sourceContainer: 'my.app' }],
        }),
      ],
    }),
    web: service({
      loadBalancers: [{ containerName: 'my.app', containerPort: 80 }],
      serviceRegistries: [{ containerName: 'my.app' }],
    }),
    job: element('task', {
      taskDefinition: '@{task}',
      overrides: { containerOverrides: [{ name: 'my.app', command: ['run'] }] },
    }),
    stranger: service({ taskDefinition: 'other:1', loadBalancers: [{ containerName: 'my.app' }] }),
  })
  const { elements } = edit(before, renameContainerFix('task', 0, 'my.app', 'my-app').apply).design
  expect(JSON.stringify([elements.task, elements.web, elements.job])).not.toContain('my.app')
  expect(elements.task?.spec).toMatchObject({
    proxyConfiguration: { containerName: 'my-app' },
    containerDefinitions: [
      { name: 'my-app' },
      { dependsOn: [{ containerName: 'my-app' }], links: ['my-app:app', 'my-app', 'db'] },
    ],
  })
  expect(elements.stranger).toEqual(before.elements.stranger)
})
