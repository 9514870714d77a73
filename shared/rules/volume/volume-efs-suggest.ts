import { databaseOf } from '../../aws/facts/database-images'
import { volumeKinds } from '../../aws/facts/volumes'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait, type TraitId } from '../../elements/traits'
import { type Graph, nameOf, resolved } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { container, drawing, fargateTask, inSubnets, service } from '../examples'
import { runsOnFargate, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { addEfsVolume, takesEfs } from './add-efs'
import { efsVolume, fargateWith, shared } from './examples'
import { kindsOf, pathFor } from './volumes'

export const volumeEfsSuggest = defineRule({
  id: 'volume-efs-suggest',
  severity: 'advice',
  on: [taskDefinition],
  title: 'Data that outlives Fargate tasks, or that they share, is on EFS',
  message:
    'Task definition “{name}” keeps data that must outlive its tasks, but has no volume for it; add EFS.',
  variants: {
    shared: 'Tasks of “{name}” share files, but have no volume in common; add EFS.',
  },
  why: 'A Fargate task has a disk of its own that ends with it. EFS is one file system for all tasks in every Availability Zone, on Fargate and on EC2, and grows with what is stored.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const said = (trait: TraitId) => isSaidOfRun(graph, id, element, trait)
    const variant = said('shared-files') ? 'shared' : undefined
    if (!variant && !said('stateful')) return
    if (hasVolumeFor(spec, variant) || !runsOnFargate(graph, id) || !takesEfs(graph, id, spec)) return
    // Where the data belongs is known for a database: `volume-fargate-ephemeral-only` tells.
    if (spec.containerDefinitions?.some(({ image }) => databaseOf(resolved(graph, image ?? '')))) return
    const values = { name: nameOf(graph, id) }
    report({ at: '/volumes', values, fix: addEfs(id, spec), ...(variant && { variant }) })
  },
  examples: () => ({
    valid: {
      'with EFS': drawing({ shared, task: { ...fargateWith([efsVolume]), traits: ['stateful'] } }),
      'nothing said about its data': drawing({ task: fargateTask() }),
      'an EBS volume, for data that the tasks do not share': drawing({
        task: { ...fargateWith([{ name: 'data', configuredAtLaunch: true }]), traits: ['stateful'] },
      }),
    },
    invalid: {
      'keeps data on disk': {
        design: drawing({ task: { ...fargateTask(), traits: ['stateful'] } }),
        element: 'task',
        at: '/volumes',
      },
      'a service that shares files, on scratch space': {
        design: drawing({
          task: fargateWith([{ name: 'data' }]),
          web: {
            ...service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
            traits: ['shared-files'],
          },
        }),
        element: 'task',
        at: '/volumes',
      },
      'no container that is essential': {
        design: drawing({
          task: {
            ...fargateTask({
              containerDefinitions: [container({ essential: false }), container({ name: 'b' })],
            }),
            traits: ['stateful'],
          },
        }),
        element: 'task',
        at: '/volumes',
      },
    },
  }),
})

/** Of the task definition itself, or of something that runs it. */
function isSaidOfRun(graph: Graph, id: string, element: Element, trait: TraitId): boolean {
  if (hasTrait(element, trait)) return true
  return runsOf(graph, id).some(({ runner }) => hasTrait(graph.element(runner), trait))
}

/** A disk of each task's own keeps data, but shares none. */
function hasVolumeFor({ volumes }: TaskDefinitionSpec, shared: 'shared' | undefined): boolean {
  const kinds = (volumes ?? []).flatMap(kindsOf)
  return kinds.some((kind) => volumeKinds[kind].lives === 'longer' || (kind === 'ebs' && !shared))
}

/** The first essential container gets the data. */
function addEfs(id: string, spec: TaskDefinitionSpec): Fix {
  const wanted = `${id}-data`
  const essential = spec.containerDefinitions?.findIndex((one) => one.essential !== false) ?? 0
  return {
    title: 'Add an EFS file system, mounted and encrypted in transit',
    apply: (draft) => {
      const mount = { container: Math.max(0, essential), path: pathFor(spec, wanted) }
      addEfsVolume(draft, id, { name: wanted, wanted, mount })
    },
  }
}
