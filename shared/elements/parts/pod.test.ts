import { describe, expect, test } from 'vitest'
import { type Design, type Element, emptyDesign } from '../../design/design'
import { edit } from '../../design/edit'
import { candidates, connect, disconnect, placement } from '../../graph/connect'
import { graphOf } from '../../graph/graph'
import { english, type Text } from '../../texts/text'

const pod = (image?: string) => ({ containers: [{ name: 'app', ...(image !== undefined && { image }) }] })

const design = (spec: Element['spec']): Design => ({
  ...emptyDesign('pods'),
  elements: {
    app: { kind: 'kubernetes-workload', spec },
    repo: { kind: 'ecr-repository', spec: { repositoryName: 'app' } },
  },
})

const pulls = (before: Design) => {
  const offered = candidates(graphOf(before), 'repo', 'app')
  let reason: Text | undefined
  const { design: after } = edit(before, (draft) => {
    if (offered[0]) reason = connect(draft, offered[0])
  })
  return { offered, reason: reason === undefined ? undefined : english(reason), after }
}

describe('an image', () => {
  test.each([
    ['Deployment', (spec: object) => ({ template: { spec } })],
    ['CronJob', (spec: object) => ({ jobTemplate: { spec: { template: { spec } } } })],
    ['Pod', (spec: object) => spec],
  ])('goes to where a %s keeps its containers, and comes back out', (kind, within) => {
    const before = design({ kind, spec: within(pod()) })
    const { offered, after } = pulls(before)
    expect(offered).toHaveLength(1)
    expect(after.elements.app?.spec).toEqual({ kind, spec: within(pod('@{repo.uri}:latest')) })
    const [line] = graphOf(after).connections
    expect(line).toMatchObject({ from: 'app', to: 'repo', meaning: 'pulls' })
    expect(edit(after, (draft) => line && disconnect(draft, line)).design).toEqual(before)
  })

  test('that somebody typed is not overwritten', () => {
    expect(pulls(design({ kind: 'Pod', spec: pod('nginx:1.27') })).reason).toMatch(/without an image/)
  })
})

test('a workload belongs to an EKS cluster, and an ECS service does not', () => {
  const graph = graphOf({
    ...emptyDesign('clusters'),
    elements: { ecs: { kind: 'cluster', spec: {} }, eks: { kind: 'eks-cluster', spec: {} } },
  })
  const may = (kind: string, frame: string) => placement(graph, { id: 'new', kind }, frame).ok
  expect([may('kubernetes-workload', 'eks'), may('kubernetes-workload', 'ecs')]).toEqual([true, false])
  expect([may('service', 'eks'), may('service', 'ecs')]).toEqual([false, true])
  expect([may('eks-node-group', 'eks'), may('eks-node-group', 'ecs')]).toEqual([true, false])
})
