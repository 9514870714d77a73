import { databaseOf } from '../../aws/facts/database-images'
import { isForWindows, roleOfImage } from '../../aws/facts/helper-images'
import { service as serviceKind } from '../../elements/service'
import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import type { Graph } from '../../graph/graph'
import { runsOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { behindBalancer, container, drawing, element, fargateTask, inSubnets, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { imagesOf, type PlacedImage } from '../images'
import { protocolOf } from '../ports'
import { type ContainerSpec, isAbsent, isWrittenIn, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { servingContainers } from './containers'

/** Ports that are hardly ever anything but HTTP. */
const WEB_PORTS = [
  { from: 80, to: 80 },
  { from: 3000, to: 3000 },
  { from: 8000, to: 8999 },
]

const FIRST = '/containerDefinitions/0/healthCheck'
const serving = container({ portMappings: [{ containerPort: 80 }] })

export const archNoHealthCheck = defineRule({
  id: 'arch-no-health-check',
  severity: 'advice',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings'],
  title: 'Without a load balancer a container that serves has a health check',
  message: 'ECS sees only whether container “{container}” runs, not whether it answers; add a health check.',
  why: 'ECS replaces a task whose essential container is unhealthy, and holds a deployment until new ones are healthy. Without a load balancer or a health check a task counts as good 40 seconds after its start, whatever it does.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const unchecked = servingContainers(spec).filter(({ at }) => !isWrittenIn(element, at, 'healthCheck'))
    if (unchecked.length === 0 || hasTrait(element, 'batch') || isChecked(graph, id)) return
    const images = imagesOf(graph, id)
    for (const { container: one, index, at, called } of unchecked) {
      const image = images.find((placed) => placed.index === index)
      const port = runsWindows(spec) === false ? httpPort(one, image) : undefined
      report({
        at: `${at}/healthCheck`,
        values: { container: called },
        ...(port !== undefined && {
          fix: setMembers(say`Check http://localhost:${port}/ with curl`, id, {
            [`${at}/healthCheck`]: { command: ['CMD-SHELL', `curl -f http://localhost:${port}/ || exit 1`] },
          }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a health check': drawing({
        task: fargateTask({
          containerDefinitions: [
            { ...serving, healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] } },
          ],
        }),
      }),
      'checked by a load balancer': behindBalancer(),
      'no port': drawing({ task: fargateTask() }),
      'a sidecar that may fail': drawing({
        task: fargateTask({
          containerDefinitions: [container(), { ...serving, name: 'metrics', essential: false }],
        }),
      }),
      'run once, by a standalone task': drawing({
        task: fargateTask({ containerDefinitions: [serving] }),
        nightly: element('task', {
          taskDefinition: '@{task}',
          launchType: 'FARGATE',
          networkConfiguration: inSubnets,
        }),
      }),
    },
    invalid: {
      'a service without a load balancer': {
        design: onFargate({}, { containerDefinitions: [serving] }),
        element: 'task',
        at: FIRST,
      },
      'a definition that nothing runs yet': {
        design: drawing({ task: fargateTask({ containerDefinitions: [serving] }) }),
        element: 'task',
        at: FIRST,
      },
      'a port that is no web server’s': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [container({ portMappings: [{ containerPort: 22 }] })],
          }),
        }),
        element: 'task',
        at: FIRST,
      },
      'a database, for which curl is no check': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              {
                name: 'db',
                image: 'public.ecr.aws/docker/library/postgres:16',
                portMappings: [{ containerPort: 5432 }],
              },
            ],
          }),
        }),
        element: 'task',
        at: FIRST,
      },
    },
  }),
})

/** Is every service that runs it checked by a load balancer? Nobody checks a task that runs once, either. */
function isChecked(graph: Graph, definition: string): boolean {
  const runs = runsOf(graph, definition)
  const services = runs.filter(({ kind }) => kind === 'service')
  if (runs.length === 0) return false
  return services.every(({ runner }) => !isAbsent(specOf(graph, serviceKind, runner)?.loadBalancers))
}

/** The first port where a web server surely answers; what others listen on, curl says nothing about. */
function httpPort({ portMappings = [] }: ContainerSpec, image: PlacedImage | undefined): number | undefined {
  const repository = image?.name.repository ?? ''
  const special =
    databaseOf(image?.text ?? '') !== undefined ||
    roleOfImage(repository) === 'helper' ||
    isForWindows(repository)
  const [first] = portMappings
  if (special || !first || protocolOf(first) !== 'tcp' || first.containerPort === undefined) return undefined
  const { appProtocol, containerPort } = first
  return appProtocol === 'http' ||
    WEB_PORTS.some(({ from, to }) => containerPort >= from && containerPort <= to)
    ? containerPort
    : undefined
}
