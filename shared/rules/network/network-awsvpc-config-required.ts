import { MAX_SUBNETS } from '../../aws/facts/awsvpc-limits'
import { valueAt } from '../../basics/json'
import { refer } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { elementsOfKind, type Graph, nameOf } from '../../graph/graph'
import { routing, vpcOf } from '../../graph/network'
import { runOf } from '../../graph/runs'
import { inWords, say, type Text } from '../../texts/text'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { givesOwnInterface, isAbsent, isUnknownAt } from '../reading'
import { defineRule } from '../rule'

const AT = '/networkConfiguration/awsvpcConfiguration'

export const networkAwsvpcConfigRequired = defineRule({
  id: 'network-awsvpc-config-required',
  severity: 'error',
  on: [serviceKind, taskKind],
  title: 'Tasks in awsvpc mode need subnets',
  message: 'Tasks of “{definition}” get network interfaces of their own (awsvpc); say in which subnets.',
  why: 'ECS creates a network interface for every such task, and can only do so in a subnet that it is told. CreateService and RunTask refuse a task definition in awsvpc mode without networkConfiguration.awsvpcConfiguration.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    { ref: 'E3052', checked: '2026-11-21' },
  ],
  check({ id, element, graph, report }) {
    if (givesOwnInterface(graph, id) !== true || !isAbsent(valueAt(element.spec, AT))) return
    if (isUnknownAt(element, AT)) return
    const subnets = subnetsFor(graph, id)
    const definition = runOf(graph, id)?.taskDefinition ?? id
    report({
      at: AT,
      values: { definition: nameOf(graph, definition) },
      ...(subnets.length > 0 && {
        fix: setMembers(say`Place the tasks in ${subnetsInWords(subnets)}`, id, {
          [`${AT}/subnets`]: subnets.map((subnet) => refer(subnet)),
        }),
      }),
    })
  },
  examples: () => ({
    valid: {
      'with subnets': drawing({
        task: fargateTask(),
        web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'bridge mode on EC2': drawing({ task: ec2Task(), web: service({ launchType: 'EC2' }) }),
      'no mode and no launch type: it can’t be told': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        web: service(),
      }),
      'a task definition that nothing runs': drawing({ task: fargateTask() }),
    },
    invalid: {
      'a service on Fargate': {
        design: drawing({ task: fargateTask(), web: service({ launchType: 'FARGATE' }) }),
        element: 'web',
        at: AT,
      },
      'a standalone task, beside subnets of a VPC': {
        design: drawing({
          network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
          'public-a': element('subnet', { VpcId: '@{network}', CidrBlock: '10.0.0.0/24' }),
          'private-a': element('subnet', { VpcId: '@{network}', CidrBlock: '10.0.1.0/24' }),
          'private-c': element('subnet', { VpcId: '@{network}', CidrBlock: '10.0.2.0/24' }),
          task: fargateTask(),
          nightly: element('task', { taskDefinition: '@{task}', launchType: 'FARGATE', count: 1 }),
        }),
        element: 'nightly',
        at: AT,
      },
      'an empty configuration': {
        design: drawing({
          task: ec2Task({ networkMode: 'awsvpc' }),
          web: service({ launchType: 'EC2', networkConfiguration: {} }),
        }),
        element: 'web',
        at: AT,
      },
    },
  }),
})

/**
 * The subnets drawn in the VPC of the cluster, or in the only VPC; none when there is a choice to make. Public subnets
 * are for load balancers, as long as there are others.
 */
function subnetsFor(graph: Graph, runner: string): readonly string[] {
  const cluster = runOf(graph, runner)?.cluster
  const home = (cluster === undefined ? undefined : vpcOf(graph, cluster)) ?? vpcOf(graph, runner)
  const all = elementsOfKind(graph, 'subnet').filter((id) => home === undefined || vpcOf(graph, id) === home)
  const others = all.filter((id) => !isPublic(graph, id))
  const subnets = others.length > 0 ? others : all
  const vpcs = new Set(subnets.map((id) => vpcOf(graph, id)))
  return vpcs.size === 1 && subnets.length <= MAX_SUBNETS ? subnets : []
}

/** By its routes, else by its name. */
function isPublic(graph: Graph, subnet: string): boolean {
  const route = routing(graph, subnet)
  return route === undefined ? /public/i.test(nameOf(graph, subnet)) : route === 'public'
}

function subnetsInWords(subnets: readonly string[]): Text {
  if (subnets.length > 3) return say`the ${subnets.length} subnets of the VPC`
  const names = subnets.map((id) => `“${id}”`)
  return names.length === 2 ? inWords(names, 'and') : names.join(', ')
}
