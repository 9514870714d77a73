import type { Element } from '../../design/design'
import { refer } from '../../design/references'
import { cluster as clusterKind } from '../../elements/cluster'
import { containerInstance } from '../../elements/container-instance'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf, onlyDrawn } from '../../graph/graph'
import { homesOf } from '../../graph/homes'
import { frameOf } from '../../graph/network'
import { eksClusterOf } from '../../graph/pods'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, inSubnets, link, service } from '../examples'
import { setMembers } from '../fixes'
import { isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { keepCluster } from './keep-cluster'

const AT = '/cluster'
const main = element('cluster', { clusterName: 'main' })

export const clusterServiceOutside = defineRule({
  id: 'cluster-service-outside',
  severity: 'error',
  on: [serviceKind, taskKind, containerInstance],
  title: 'Services, tasks and container instances are in exactly one cluster',
  message: '“{name}” is in no cluster; drop it onto the one that it belongs to.',
  variants: { several: '“{name}” would be in clusters “{first}” and “{second}”; keep one of them.' },
  why: 'A cluster is where ECS runs things: every service, task and container instance is registered with one, and with one only. Left out, AWS takes the cluster named default, which a design should not leave to chance. A task definition is different: it belongs to no cluster, and may run in many.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterContainerInstance.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, graph, report }) {
    const [first, second] = homesOf(graph, id)
    if (first === undefined) {
      // In an EKS cluster it is eks-node-in-ecs.
      if (isElsewhere(element) || eksClusterOf(graph, id) !== undefined) return
      return report({ at: AT, values: { name: nameOf(graph, id) }, ...moveIn(graph, id) })
    }
    // Of instances capacity-instance-multi-cluster says it.
    if (second === undefined || element.kind === containerInstance.kind) return
    const values = { name: nameOf(graph, id), first: nameOf(graph, first), second: nameOf(graph, second) }
    const fix = keepCluster(graph, id, first)
    report({ at: AT, variant: 'several', values, ...(fix && { fix }) })
  },
  examples: () => ({
    valid: {
      'a service in an EKS cluster, which eks-node-in-ecs reports': drawing({
        shop: element('eks-cluster', { name: 'shop' }),
        task: fargateTask(),
        web: { ...service({ launchType: 'FARGATE', networkConfiguration: inSubnets }), inside: 'shop' },
      }),
      'all in one cluster': drawing({
        main,
        task: fargateTask(),
        web: onFargate({ cluster: '@{main}' }),
        nightly: nightly({ cluster: '@{main}' }),
        hosts: element('container-instance', { cluster: '@{main}' }),
      }),
      'a task definition outside every cluster': drawing({ main, task: fargateTask() }),
      'a cluster that is not drawn': drawing({ task: fargateTask(), web: onFargate({ cluster: 'prod' }) }),
      'a service that is in AWS already': drawing({
        task: fargateTask(),
        web: element('service', {}, { existing: { serviceName: 'web' } }),
      }),
      'instances that join by their user data': drawing({
        hosts: element('container-instance', { UserData: 'echo ECS_CLUSTER=main >> /etc/ecs/ecs.config' }),
      }),
      'an EC2 instance that is no container instance': drawing({
        bastion: element('container-instance', { agentConnected: false }, { label: 'bastion' }),
      }),
    },
    invalid: {
      'a service on the canvas, beside the only cluster': {
        design: drawing({ main, task: fargateTask(), web: onFargate({}) }),
        element: 'web',
        at: AT,
      },
      'a task, with two clusters to choose from': {
        design: drawing({
          main,
          other: element('cluster', { clusterName: 'other' }),
          task: fargateTask(),
          nightly: nightly({}),
        }),
        element: 'nightly',
        at: AT,
      },
      'instances in none': {
        design: drawing({ hosts: element('container-instance', { agentConnected: true }) }),
        element: 'hosts',
        at: AT,
      },
      'a service in two': {
        design: drawing(
          {
            main,
            other: element('cluster', { clusterName: 'other' }),
            task: fargateTask(),
            web: onFargate({ cluster: '@{main}' }),
          },
          { second: link('web', 'in-cluster', 'other') },
        ),
        element: 'web',
        at: AT,
      },
    },
  }),
})

function onFargate(spec: Element['spec']) {
  return service({ launchType: 'FARGATE', networkConfiguration: inSubnets, ...spec })
}

function nightly(spec: Element['spec']) {
  return element('task', {
    taskDefinition: '@{task}',
    launchType: 'FARGATE',
    networkConfiguration: inSubnets,
    ...spec,
  })
}

/** Is the cluster said in a way that draws no line? An instance without the agent is a machine like any other. */
function isElsewhere(element: Element): boolean {
  if (element.existing || isWritten(element, AT)) return true
  if (element.kind !== containerInstance.kind) return false
  const joins = ['/capacityProviderName', '/UserData', '/LaunchTemplate']
  return element.spec.agentConnected === false || joins.some((pointer) => isWritten(element, pointer))
}

/** Into the cluster that it is drawn in already, or the only one. */
function moveIn(graph: Graph, id: string): { readonly fix?: Fix } {
  const home = frameOf(graph, id, clusterKind.kind) ?? onlyDrawn(graph, clusterKind.kind)
  if (home === undefined) return {}
  const title = say`Move it into cluster “${nameOf(graph, home)}”`
  return { fix: setMembers(title, id, { [AT]: refer(home) }) }
}
