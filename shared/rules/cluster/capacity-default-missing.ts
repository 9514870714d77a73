import { cluster as clusterKind } from '../../elements/cluster'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf, targetOf } from '../../graph/graph'
import { mayHaveInstances } from '../../graph/reach'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { definitionOf, isAbsent, isWritten, launchName } from '../reading'
import { defineRule, type Fix } from '../rule'
import { cluster, FARGATE, instances, share } from './examples'

const AT = '/launchType'

export const capacityDefaultMissing = defineRule({
  id: 'capacity-default-missing',
  severity: 'warning',
  on: [serviceKind, taskKind],
  title: 'Something says where tasks run',
  message:
    'Nothing says where “{name}” runs; set a launch type, or a default strategy on cluster “{cluster}”.',
  why: 'Without a launch type and a strategy ECS takes the default strategy of the cluster. Where there is none either, it looks for container instances, whatever the drawing means. AWS recommends a default strategy for every cluster.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutClusterCapacityProviders.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, graph, report }) {
    if (element.existing || isWritten(element, AT)) return
    if (!isAbsent(element.spec.capacityProviderStrategy)) return
    // StartTask names the instances themselves.
    if (isWritten(element, '/containerInstances')) return
    // The task sets of an external deployment controller say it.
    if (specOf(graph, serviceKind, id)?.deploymentController?.type === 'EXTERNAL') return
    const home = targetOf(graph, id, 'in-cluster')
    if (home === undefined || saysWhere(graph, home)) return
    const fix = launchFix(graph, id, home)
    report({
      at: AT,
      values: { name: nameOf(graph, id), cluster: nameOf(graph, home) },
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      'a launch type': inMain({ launchType: 'FARGATE' }),
      'a strategy': inMain({ capacityProviderStrategy: [share(FARGATE, 1)] }),
      'the cluster’s default strategy': inMain(
        {},
        {
          main: cluster({
            capacityProviders: [FARGATE],
            defaultCapacityProviderStrategy: [share(FARGATE, 1)],
          }),
        },
      ),
      'a cluster in AWS, whose default is not drawn': inMain(
        {},
        { main: element('cluster', {}, { existing: { name: 'main' } }) },
      ),
      'a service of which nothing but its name is drawn': inMain(
        {},
        { web: element('service', { cluster: '@{main}' }, { existing: { serviceName: 'web' } }) },
      ),
      'a task that is started on certain instances': drawing({
        main: cluster(),
        task: ec2Task(),
        hosts: instances(),
        job: element('task', {
          cluster: '@{main}',
          taskDefinition: '@{task}',
          containerInstances: ['@{hosts}'],
        }),
      }),
      'an external controller, whose task sets say it': inMain({
        taskDefinition: undefined,
        deploymentController: { type: 'EXTERNAL' },
      }),
    },
    invalid: {
      'a definition for Fargate': { design: inMain({}), element: 'web', at: AT },
      'a definition for EC2, in a cluster with instances': {
        design: inMain({ networkConfiguration: undefined }, { task: ec2Task(), hosts: instances() }),
        element: 'web',
        at: AT,
      },
      'a definition for EC2, in an empty cluster': {
        design: inMain({}, { task: ec2Task() }),
        element: 'web',
        at: AT,
      },
      'a definition for both': {
        design: inMain({}, { task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'] }) }),
        element: 'web',
        at: AT,
      },
      'a standalone task with an empty strategy': {
        design: drawing({
          main: cluster(),
          task: fargateTask(),
          nightly: element('task', {
            cluster: '@{main}',
            taskDefinition: '@{task}',
            capacityProviderStrategy: [],
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'nightly',
        at: AT,
      },
    },
  }),
})

function inMain(web: Parameters<typeof service>[0], rest: Parameters<typeof drawing>[0] = {}) {
  return drawing({
    main: cluster(),
    task: fargateTask(),
    web: service({ cluster: '@{main}', networkConfiguration: inSubnets, ...web }),
    ...rest,
  })
}

function saysWhere(graph: Graph, home: string): boolean {
  const element = graph.element(home)
  if (element?.kind !== clusterKind.kind || element.existing) return true
  return !isAbsent(element.spec.defaultCapacityProviderStrategy)
}

/** The launch type that the task definition is made for, if it is for one only and nothing speaks against it. */
function launchFix(graph: Graph, id: string, home: string): Fix | undefined {
  const definition = definitionOf(graph, id)?.spec
  const [only, ...others] = definition?.requiresCompatibilities ?? []
  const launch = (['FARGATE', 'EC2'] as const).find((one) => one === only)
  if (others.length > 0 || launch === undefined) return undefined
  const asService = specOf(graph, serviceKind, id)
  const spec = asService ?? specOf(graph, taskKind, id)
  const placed = !isAbsent(spec?.placementStrategy) || !isAbsent(spec?.placementConstraints)
  const networked = !isAbsent(spec?.networkConfiguration) && definition?.networkMode !== 'awsvpc'
  const fits =
    launch === 'FARGATE'
      ? !placed && asService?.schedulingStrategy !== 'DAEMON'
      : !networked && !spec?.platformVersion && mayHaveInstances(graph, home)
  if (!fits) return undefined
  return setMembers(say`Run it on ${launchName(launch)}, as the task definition says`, id, { [AT]: launch })
}
