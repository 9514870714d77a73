import { armSaving, monthlyStoragePrice, muchStorage } from '../../aws/facts/fargate-prices'
import { ephemeralStorage } from '../../aws/facts/task-limits'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import { type Graph, outgoing } from '../../graph/graph'
import { drawing, ec2Task, element as elementOf, fargateTask } from '../examples'
import { isAbsent, runsOnFargate, runsWindows } from '../reading'
import { defineRule, ruleFamily } from '../rule'

/** What a task definition makes dearer than it needs to be on Fargate. */
export const fargateCosts = ruleFamily([
  defineRule({
    id: 'cost-arm',
    severity: 'advice',
    on: [taskDefinition],
    title: 'Linux tasks on Fargate cost less on ARM64',
    message: 'On ARM64 these tasks would cost about {percent} % less; switch if the images are built for it.',
    why: 'Fargate’s Graviton processors are cheaper for the same size. Images must be built for ARM64; most public ones are built for both architectures.',
    sources: [
      { ref: 'API:RuntimePlatform.cpuArchitecture', checked: '2026-11-26' },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      const architecture = spec.runtimePlatform?.cpuArchitecture
      if (!isAbsent(architecture) && architecture !== 'X86_64') return
      if (runsWindows(spec) !== false || !runsOnFargate(graph, id) || needsX86(graph, id)) return
      report({ at: '/runtimePlatform', values: { percent: armSaving } })
    },
    examples: () => ({
      valid: {
        'on ARM64': drawing({ task: fargateTask({ runtimePlatform: { cpuArchitecture: 'ARM64' } }) }),
        'on EC2, where the instance decides the price': drawing({ task: ec2Task() }),
        'an image that is known to be for x86-64 only': drawing({
          repository: elementOf('ecr-repository', { repositoryName: 'web' }, { traits: ['x86-image'] }),
          role: elementOf('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
          task: fargateTask({
            executionRoleArn: '@{role}',
            containerDefinitions: [{ name: 'web', image: '@{repository.uri}:1' }],
          }),
        }),
      },
      invalid: {
        'no architecture, which means x86-64': {
          design: drawing({ task: fargateTask() }),
          element: 'task',
          at: '/runtimePlatform',
        },
        'x86-64': {
          design: drawing({ task: fargateTask({ runtimePlatform: { cpuArchitecture: 'X86_64' } }) }),
          element: 'task',
          at: '/runtimePlatform',
        },
      },
    }),
  }),
  defineRule({
    id: 'cost-ephemeral',
    severity: 'advice',
    on: [taskDefinition],
    needs: ['/ephemeralStorage'],
    title: 'Much ephemeral storage costs something for every task',
    message:
      'Every task pays for the {extra} GiB above the {included} that are included, about {price} US dollars a month by the list price of us-east-1; take no more than it needs.',
    why: 'Fargate bills ephemeral storage by the size that is asked for, used or not, for each task as long as it runs.',
    sources: [
      { ref: 'API:EphemeralStorage', checked: '2026-11-26' },
      { ref: 'ACR:task-definition-authoring', checked: '2026-11-21' },
    ],
    check({ id, spec, graph, report }) {
      const size = spec.ephemeralStorage?.sizeInGiB
      if (size === undefined || size <= muchStorage || size > ephemeralStorage.max) return
      if (!runsOnFargate(graph, id)) return
      const { included } = ephemeralStorage
      const price = Math.round(monthlyStoragePrice(size))
      report({ at: '/ephemeralStorage/sizeInGiB', values: { extra: size - included, included, price } })
    },
    examples: () => ({
      valid: {
        'a little more than is included': withStorage(21),
        'just not much': withStorage(100),
        'more than there can be, of which taskdef-ephemeral-range tells': withStorage(201),
      },
      invalid: {
        'all that there is': { design: withStorage(200), element: 'task', at: '/ephemeralStorage/sizeInGiB' },
        'a GiB more': { design: withStorage(101), element: 'task', at: '/ephemeralStorage/sizeInGiB' },
      },
    }),
  }),
])

function withStorage(sizeInGiB: number) {
  return drawing({ task: fargateTask({ ephemeralStorage: { sizeInGiB } }) })
}

/** Does it pull from a repository whose images are known to be for x86-64, and not for ARM64? */
function needsX86(graph: Graph, id: string): boolean {
  return outgoing(graph, id, 'pulls').some(({ to }) => {
    const repository = graph.element(to)
    return hasTrait(repository, 'x86-image') && !hasTrait(repository, 'arm-image')
  })
}
