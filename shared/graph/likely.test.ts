import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../design/design'
import { edit } from '../design/edit'
import { kindOf } from '../elements/kinds'
import { CONTAINER } from './add'
import { graphOf } from './graph'
import { kindsFor, nextKinds } from './likely'
import { likelyIn, likelyNext } from './likely-table'
import { addElement } from './new-element'

const graphWith = (...kinds: string[]) =>
  graphOf(
    edit(emptyDesign('likely'), (draft) => {
      for (const kind of kinds) addElement(draft, kind, kind)
    }).design,
  )
const next = (kind: string) => nextKinds(graphWith(kind), kind).map((each) => each.kind)

describe('what a line may lead to', () => {
  it('begins with what people connect most', () => {
    expect(next('service').slice(0, 3)).toEqual([
      'task-definition',
      'target-group',
      'application-load-balancer',
    ])
    expect(next('task-definition')[0]).toBe('ecr-repository')
    expect(next('users')[0]).toBe('application-load-balancer')
    expect(next('application-load-balancer')[0]).toBe('service')
  })

  it('is legal', () => {
    expect(next('service')).not.toContain('ecr-repository')
    expect(next('ecr-repository')).toEqual(['task-definition', 'kubernetes-workload', 'note'])
  })

  it('is no second one where only one can be', () => {
    const design = edit(emptyDesign('likely'), (draft) => {
      addElement(draft, 'service', 'web')
      if (draft.elements.web) draft.elements.web.spec.taskDefinition = '@{task}'
      addElement(draft, 'task-definition', 'task')
    }).design
    expect(nextKinds(graphOf(design), 'web').map(({ kind }) => kind)).not.toContain('task-definition')
  })

  it('is no frame that would be drawn around the element', () => {
    expect(next('service')).not.toContain('cluster')
  })
})

it('what may stand in a frame comes first, the most wanted of it foremost', () => {
  const kinds = kindsFor(graphWith('cluster'), 'cluster', ['sqs-queue', 'vpc', 'task', 'service'])
  expect(kinds.slice(0, 2)).toEqual(['service', 'task'])
})

it.each([...Object.entries(likelyNext), ...Object.entries(likelyIn)])(
  'the order for %s names kinds',
  (_, order) => {
    for (const kind of order) expect(kind === CONTAINER || kindOf(kind) !== undefined, kind).toBe(true)
  },
)
