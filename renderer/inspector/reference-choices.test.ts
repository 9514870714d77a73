import { describe, expect, it } from 'vitest'
import { type Design, emptyDesign } from '../../shared/design/design'
import { edit } from '../../shared/design/edit'
import { knownKind } from '../../shared/elements/kinds'
import { graphOf } from '../../shared/graph/graph'
import { choicesAt, chooseAt, relationsAt, soleReference } from './reference-choices'

const IMAGE = '/containerDefinitions/0/image'
const SECRET = '/containerDefinitions/0/secrets/0/valueFrom'
const task = knownKind('task-definition')

function design(spec: Record<string, unknown>): Design {
  return {
    ...emptyDesign('Orders'),
    elements: {
      'orders-task': { kind: 'task-definition', spec },
      'orders-repo': { kind: 'ecr-repository', spec: { repositoryName: 'orders' } },
      'docker-hub': { kind: 'image-registry', spec: { host: 'docker.io' } },
      'task-role': { kind: 'iam-role', spec: { RoleName: 'orders-task' } },
      'db-password': { kind: 'secret', spec: { Name: 'prod/db-password' } },
    },
  }
}

/** The spec after choosing an element at a place. */
function chosen(spec: Record<string, unknown>, pointer: string, id: string, row?: string) {
  const before = design(spec)
  const choice = choicesAt(graphOf(before), task, pointer, 'orders-task').find((c) => c.id === id)
  if (!choice) throw new Error(`${id} is not offered at ${pointer}.`)
  return edit(before, chooseAt(before, 'orders-task', pointer, choice, row)).design.elements['orders-task']
    ?.spec
}

describe('what is offered', () => {
  it('elements of the kinds that the relations name, by the names people see', () => {
    const graph = graphOf(design({ family: 'orders' }))
    const names = (pointer: string) => choicesAt(graph, task, pointer, 'orders-task').map((c) => c.name)
    expect(names('/taskRoleArn')).toEqual(['orders-task'])
    expect(names(IMAGE)).toContain('orders')
    expect(names(SECRET)).toEqual(['prod/db-password'])
    expect(names('/family')).toEqual([])
  })

  it('nothing where no relation of the kind fits', () => {
    expect(relationsAt(task, '/family')).toEqual([])
    expect(relationsAt(task, IMAGE).map((r) => r.to)).toEqual([['ecr-repository'], ['image-registry']])
  })
})

describe('what is written', () => {
  const row = '/containerDefinitions/0'

  it('a reference where the whole value is one', () => {
    expect(chosen({ family: 'orders' }, '/taskRoleArn', 'task-role')).toEqual({
      family: 'orders',
      taskRoleArn: '@{task-role}',
    })
  })

  it('a repository with a tag, also over an image that was typed', () => {
    const written = (image?: string) =>
      chosen(
        { containerDefinitions: [{ name: 'api', ...(image === undefined ? {} : { image }) }] },
        IMAGE,
        'orders-repo',
        row,
      )
    const expected = { containerDefinitions: [{ name: 'api', image: '@{orders-repo.uri}:latest' }] }
    expect(written()).toEqual(expected)
    expect(written('nginx:1.27')).toEqual(expected)
  })

  it('a registry before the image that is there', () => {
    const spec = { containerDefinitions: [{ name: 'api', image: 'nginx:1.27' }] }
    expect(chosen(spec, IMAGE, 'docker-hub', row)).toEqual({
      containerDefinitions: [{ name: 'api', image: '@{docker-hub}nginx:1.27' }],
    })
  })

  it('in its own line of a list, not in a new one', () => {
    const spec = { containerDefinitions: [{ name: 'api', secrets: [{ name: 'DB', valueFrom: 'typed' }] }] }
    expect(chosen(spec, SECRET, 'db-password', row)).toEqual({
      containerDefinitions: [{ name: 'api', secrets: [{ name: 'DB', valueFrom: '@{db-password}' }] }],
    })
  })

  it('in the container it was chosen for, not in the first one', () => {
    const spec = { containerDefinitions: [{ name: 'a' }, { name: 'b' }] }
    expect(chosen(spec, '/containerDefinitions/1/image', 'orders-repo', '/containerDefinitions/1')).toEqual({
      containerDefinitions: [{ name: 'a' }, { name: 'b', image: '@{orders-repo.uri}:latest' }],
    })
  })
})

it('knows a text that is one reference from one that holds it', () => {
  expect(soleReference('@{orders-repo.uri}')).toEqual({ id: 'orders-repo', attribute: 'uri' })
  expect(soleReference('@{task-role}')).toEqual({ id: 'task-role' })
  expect(soleReference('@{orders-repo.uri}:1.4')).toBeUndefined()
  expect(soleReference('@@{not-one}')).toBeUndefined()
  expect(soleReference(12)).toBeUndefined()
})
