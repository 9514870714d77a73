import { service } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { missingContainers } from '../container/container-names'
import { drawing, ec2Task, element, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent, launchesAmong, type TaskDefinitionSpec } from '../reading'
import { getsTraffic } from '../rollout'
import { defineRule } from '../rule'
import { volumesOfKind } from '../volume/volumes'
import { isDrawnWhole } from './drawn'
import { isMisspelt } from './strangers'

export const taskdefContainersRequired = defineRule({
  id: 'taskdef-containers-required',
  severity: 'error',
  on: [taskDefinition],
  title: 'A task definition has at least one container',
  message: 'This task definition has no container; add one.',
  why: 'A task is its containers: they are what is started, and without one there is nothing to run. RegisterTaskDefinition refuses an empty list.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (!isAbsent(element.spec.containerDefinitions) || !isDrawnWhole(element)) return
    if (isMisspelt(element.spec, 'containerDefinitions')) return
    // Where no task size is needed, the container has to say how much memory it gets.
    const sized = launchesAmong(graph, id, ['EC2', 'EXTERNAL']).length === 0
    const first = { name: 'app', image: '<image>', essential: true, ...(sized ? {} : { memory: 512 }) }
    const fix = setMembers('Add a container', id, { '/containerDefinitions': [first] })
    report({ at: '/containerDefinitions', ...(!isCountedOn(graph, id, spec) && { fix }) })
  },
  examples: () => ({
    valid: {
      'one container': drawing({ task: fargateTask() }),
      'a misspelt member, which taskdef-unknown-member mends': drawing({
        task: fargateTask({ containerDefinitions: undefined, containerDefs: [{ name: 'web' }] }),
      }),
      'a placeholder for all of them': drawing({
        task: fargateTask({ containerDefinitions: '<containers>' }),
      }),
      'a registered definition of which nothing else is drawn': drawing({
        task: element(
          'task-definition',
          { family: 'web' },
          { existing: { arn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7' } },
        ),
      }),
    },
    invalid: {
      'left out': {
        design: drawing({ task: fargateTask({ containerDefinitions: undefined }) }),
        element: 'task',
        at: '/containerDefinitions',
      },
      'an empty list, on EC2': {
        design: drawing({ task: ec2Task({ containerDefinitions: [] }) }),
        element: 'task',
        at: '/containerDefinitions',
      },
    },
  }),
})

/** Does anything count on a container that just any new one would not be? */
function isCountedOn(graph: Graph, id: string, spec: TaskDefinitionSpec): boolean {
  return (
    missingContainers(graph, id, spec).length > 0 ||
    volumesOfKind(spec, 'ebs').length > 0 ||
    runsOf(graph, id).some(({ runner }) => getsTraffic(specOf(graph, service, runner) ?? {}))
  )
}
