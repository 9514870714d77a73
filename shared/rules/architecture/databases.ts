/** Databases among the containers, and containers that have little to do with each other. */
import { databaseOf } from '../../aws/facts/database-images'
import { roleOfImage } from '../../aws/facts/helper-images'
import { service as serviceKind } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import { runOf } from '../../graph/runs'
import { namesNeededBy } from '../container/container-names'
import { container, drawing, fargateTask, onFargate } from '../examples'
import { imagesOf, type PlacedImage } from '../images'
import type { TaskDefinitionSpec } from '../reading'
import { schedulingOf } from '../rollout'
import { defineRule, ruleFamily } from '../rule'
import { servingContainers } from './containers'

const web = container({ portMappings: [{ containerPort: 80 }] })
const db = {
  name: 'db',
  image: 'public.ecr.aws/docker/library/postgres:16',
  portMappings: [{ containerPort: 5432 }],
}

export const databases = ruleFamily([
  defineRule({
    id: 'arch-mixed-concerns',
    severity: 'advice',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/portMappings'],
    title: 'Applications that scale apart have task definitions of their own',
    message:
      'Containers “{first}” and “{second}” start, scale and fail together; give each a task definition and a service of its own.',
    why: 'The containers of a task are always side by side, in the same number. That is right for an application with its helpers, such as a proxy or a log router. Two applications, or one with its database, need different numbers and different deployments.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/application_architecture.html',
        checked: '2026-11-21',
      },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const serving = servingContainers(spec)
      if (serving.length < 2) return
      const images = imagesOf(graph, id)
      const applications = serving.flatMap(({ index, at, called }) => {
        const image = images.find((one) => one.index === index)
        return image && roleOfImage(image.name.repository) !== 'helper' ? [{ called, at, image }] : []
      })
      for (const [place, second] of applications.entries()) {
        const first = applications.slice(0, place).find((one) => areApart(spec, one.image, second.image))
        if (!first) continue
        report({ at: second.at, values: { first: first.called, second: second.called } })
        return
      }
    },
    examples: () => ({
      valid: {
        'an application with a proxy': withContainers(web, {
          name: 'proxy',
          image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29',
          portMappings: [{ containerPort: 9901 }],
        }),
        'a web server before its application': withContainers(web, {
          name: 'app',
          image: 'orders-api:1.4',
          portMappings: [{ containerPort: 8080 }],
        }),
        'a second container that nobody reaches': withContainers(web, { name: 'worker', image: 'worker:2' }),
        'two copies of one image': withContainers(
          { name: 'a', image: 'orders-api:1.4', portMappings: [{ containerPort: 80 }] },
          { name: 'b', image: 'orders-api:1.4', portMappings: [{ containerPort: 81 }] },
        ),
        'one that waits for the other': withContainers(
          { name: 'api', image: 'orders-api:1.4', portMappings: [{ containerPort: 80 }] },
          {
            name: 'ui',
            image: 'orders-ui:1.4',
            portMappings: [{ containerPort: 81 }],
            dependsOn: [{ containerName: 'api', condition: 'START' }],
          },
        ),
      },
      invalid: {
        'an application and its database': {
          design: withContainers(
            { name: 'api', image: 'orders-api:1.4', portMappings: [{ containerPort: 80 }] },
            db,
          ),
          element: 'task',
          at: '/containerDefinitions/1',
        },
        'a web server and a database': {
          design: withContainers(web, db),
          element: 'task',
          at: '/containerDefinitions/1',
        },
        'two applications': {
          design: withContainers(
            { name: 'orders', image: 'orders-api:1.4', portMappings: [{ containerPort: 80 }] },
            { name: 'users', image: 'users-api:7', portMappings: [{ containerPort: 81 }] },
          ),
          element: 'task',
          at: '/containerDefinitions/1',
        },
      },
    }),
  }),

  defineRule({
    id: 'arch-database-in-task',
    severity: 'advice',
    on: [serviceKind],
    title: 'A database does not become bigger by more copies',
    message:
      '{count} tasks with {database} are {count} databases that know nothing of each other; use Amazon RDS, Aurora or DynamoDB.',
    why: 'Each task of a service has its own storage, or all share one that the database wants for itself. Copies that keep the same data take replication, which a managed database brings along.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/application_architecture.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      const count = spec.desiredCount ?? 0
      if (count < 2 || schedulingOf(spec) !== 'REPLICA') return
      const definition = runOf(graph, id)?.taskDefinition
      const images = definition === undefined ? [] : imagesOf(graph, definition)
      const [database] = images.flatMap(({ text }) => databaseOf(text) ?? [])
      if (!database || database.inMemory) return
      report({ at: '/desiredCount', values: { count, database: database.name } })
    },
    examples: () => ({
      valid: {
        'one task with a database': onFargate({ desiredCount: 1 }, { containerDefinitions: [db] }),
        'three tasks of an application': onFargate({ desiredCount: 3 }),
        'a cache, of which each task may have its own': onFargate(
          { desiredCount: 3 },
          { containerDefinitions: [{ name: 'cache', image: 'public.ecr.aws/docker/library/redis:7' }] },
        ),
      },
      invalid: {
        'three tasks with a database': {
          design: onFargate({ desiredCount: 3 }, { containerDefinitions: [db] }),
          element: 'web',
          at: '/desiredCount',
        },
      },
    }),
  }),
])

function withContainers(...containerDefinitions: readonly object[]) {
  return drawing({ task: fargateTask({ containerDefinitions }) })
}

/** A database beside something else, or two applications of which neither is built on the other. */
function areApart(spec: TaskDefinitionSpec, a: PlacedImage, b: PlacedImage): boolean {
  if (a.index === b.index || a.name.repository === b.name.repository) return false
  const database = (image: PlacedImage) => databaseOf(image.text) !== undefined
  if (database(a) !== database(b)) return true
  // A web server before an application is a pair; before another web server it is not.
  if (database(a) || roleOfImage(a.name.repository) !== roleOfImage(b.name.repository)) return false
  return !isBuiltOn(spec, a.index, b.index) && !isBuiltOn(spec, b.index, a.index)
}

/** Does one container wait for the other, or use its network name or its volumes? */
function isBuiltOn({ containerDefinitions = [] }: TaskDefinitionSpec, upper: number, lower: number): boolean {
  const waiting = containerDefinitions[upper]
  return waiting !== undefined && namesNeededBy(waiting).includes(containerDefinitions[lower]?.name)
}
