import { type Database, databaseOf } from '../../aws/facts/database-images'
import { volumeKinds } from '../../aws/facts/volumes'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask } from '../examples'
import { imagesOf } from '../images'
import {
  type ContainerSpec,
  containerName,
  runsOnFargate,
  runsWindows,
  type TaskDefinitionSpec,
} from '../reading'
import { defineRule, type Fix } from '../rule'
import { addEfsVolume, takesEfs } from './add-efs'
import { efsVolume, shared } from './examples'
import { kindsOf } from './volumes'

const image = 'public.ecr.aws/docker/library/postgres:16'
const dataAt = (sourceVolume: string) => [{ sourceVolume, containerPath: '/var/lib/postgresql/data' }]

export const volumeFargateEphemeralOnly = defineRule({
  id: 'volume-fargate-ephemeral-only',
  severity: 'advice',
  on: [taskDefinition],
  title: 'A database on Fargate keeps its data on a file system',
  message:
    'Container “{container}” runs {database} on storage that ends with the task; mount an EFS volume, or use a managed database.',
  why: 'The disk of a Fargate task is deleted when the task stops, and a service replaces its tasks at every deployment and failure. A file system keeps the data; Amazon RDS, DocumentDB or ElastiCache keep it and look after the database, too.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    if (hasTrait(element, 'test') || runsWindows(spec)) return
    for (const { text, index } of imagesOf(graph, id)) {
      const database = databaseOf(text)
      const one = spec.containerDefinitions?.[index]
      if (!database || !one || !writesToDisk(database, one) || keepsData(spec, one)) continue
      if (!runsOnFargate(graph, id)) return
      const fix = keepOnEfs(graph, id, spec, index, database)
      report({
        at: `/containerDefinitions/${index}/mountPoints`,
        values: { container: containerName(one.name, index), database: database.name },
        ...(fix && { fix }),
      })
    }
  },
  examples: () => ({
    valid: {
      'data on EFS': drawing({
        shared,
        task: fargateTask({
          volumes: [efsVolume],
          containerDefinitions: [container({ image, mountPoints: dataAt('data') })],
        }),
      }),
      'a database for tests': drawing({
        task: { ...fargateTask({ containerDefinitions: [container({ image })] }), traits: ['test'] },
      }),
      'Redis as a cache, in memory': drawing({
        task: fargateTask({ containerDefinitions: [container({ image: 'redis:7' })] }),
      }),
      'a program that is not a database, only called so': drawing({
        task: fargateTask({
          containerDefinitions: [container({ name: 'postgres', image: 'example/api:1' })],
        }),
      }),
    },
    invalid: {
      'no volume': {
        design: drawing({ task: fargateTask({ containerDefinitions: [container({ image })] }) }),
        element: 'task',
        at: '/containerDefinitions/0/mountPoints',
      },
      'scratch space, and a version that is not known': {
        design: drawing({
          repository: element('ecr-repository', { repositoryName: 'postgres' }),
          role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
          task: fargateTask({
            executionRoleArn: '@{role}',
            volumes: [{ name: 'data' }],
            containerDefinitions: [
              container({ image: '@{repository.uri}:latest', mountPoints: dataAt('data') }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/mountPoints',
      },
      'Redis that writes to disk': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container({ image: 'redis:7', command: ['redis-server', '--appendonly', 'yes'] }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/mountPoints',
      },
    },
  }),
})

/** Redis and its kin keep a copy on disk when they are told to save, or to append what happens to a file. */
function writesToDisk({ inMemory }: Database, { entryPoint = [], command = [] }: ContainerSpec): boolean {
  return !inMemory || /--appendonly\s+yes|--save\s+["']?\d/.test([...entryPoint, ...command].join(' '))
}

/** Does it mount anything that outlives the task? What it mounts from elsewhere can't be told. */
function keepsData({ volumes }: TaskDefinitionSpec, { mountPoints, volumesFrom }: ContainerSpec): boolean {
  if (volumesFrom && volumesFrom.length > 0) return true
  return (mountPoints ?? []).some(({ sourceVolume }) => {
    const volume = volumes?.find(({ name }) => name === sourceVolume)
    // An EBS volume, too, can be kept, and has rules of its own.
    return !volume || kindsOf(volume).some((kind) => kind === 'ebs' || volumeKinds[kind].lives === 'longer')
  })
}

function keepOnEfs(
  graph: Graph,
  id: string,
  spec: TaskDefinitionSpec,
  index: number,
  { name, folder }: Database,
): Fix | undefined {
  const taken = spec.containerDefinitions?.[index]?.mountPoints?.some(
    (point) => point.containerPath === folder,
  )
  if (folder === undefined || taken || !takesEfs(graph, id, spec)) return undefined
  const wanted = `${id}-data`
  return {
    title: say`Keep ${folder} on a new EFS file system`,
    apply: (draft) => {
      addEfsVolume(draft, id, { name: `${name} data`, wanted, mount: { container: index, path: folder } })
    },
  }
}
