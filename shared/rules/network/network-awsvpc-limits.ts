import { MAX_SECURITY_GROUPS, MAX_SUBNETS } from '../../aws/facts/awsvpc-limits'
import { toText } from '../../basics/convert'
import { referencesIn } from '../../design/references'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf } from '../../graph/graph'
import { areDifferentVpcs, vpcOf } from '../../graph/network'
import { drawing, ec2Task, element, fargateTask, service } from '../examples'
import { givesOwnInterface, isAbsent, isWritten } from '../reading'
import { defineRule } from '../rule'

const CONFIGURATION = '/networkConfiguration/awsvpcConfiguration'
const SUBNETS = `${CONFIGURATION}/subnets`
const GROUPS = `${CONFIGURATION}/securityGroups`

export const networkAwsvpcLimits = defineRule({
  id: 'network-awsvpc-limits',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/networkConfiguration/awsvpcConfiguration'],
  title: 'A network configuration names subnets and security groups of one VPC',
  message: 'The network configuration names no subnet; name at least one.',
  variants: {
    subnets: 'The network configuration names {count} subnets, and ECS takes {most}.',
    groups: 'The network configuration names {count} security groups, and ECS takes {most}.',
    vpc: '“{one}” is in another VPC than “{other}”; all subnets and security groups must be of one VPC.',
  },
  why: 'ECS makes each task’s network interface in one of the subnets and puts it into all of the security groups. A security group works in its own VPC only, and an interface takes no more than five.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    const configuration = spec.networkConfiguration?.awsvpcConfiguration
    // Without a configuration network-awsvpc-config-required speaks, with one too many network-config-not-awsvpc.
    if (configuration === undefined || isAbsent(configuration) || givesOwnInterface(graph, id) === false)
      return
    const { subnets = [], securityGroups = [] } = configuration
    const unsaid = !isWritten(element, SUBNETS) || Array.isArray(configuration.subnets)
    if (subnets.length === 0 && unsaid) report({ at: SUBNETS })
    for (const [at, count, most, variant] of [
      [SUBNETS, subnets.length, MAX_SUBNETS, 'subnets'],
      [GROUPS, securityGroups.length, MAX_SECURITY_GROUPS, 'groups'],
    ] as const) {
      if (count > most) report({ at, variant, values: { count, most } })
    }
    for (const { at, one, other } of strangers(graph, subnets, securityGroups)) {
      report({ at, variant: 'vpc', values: { one: nameOf(graph, one), other: nameOf(graph, other) } })
    }
  },
  examples: () => ({
    valid: {
      'sixteen subnets and five security groups': configured({
        subnets: numbered('subnet', 16),
        securityGroups: numbered('sg', 5),
      }),
      'all of one VPC': inVpcs({ subnets: ['@{a}', '@{b}'], securityGroups: ['@{guard}'] }),
      'a VPC that is drawn and an ID, which may be its own': inVpcs({ subnets: ['@{a}', '@{by-id}'] }),
      'a placeholder for the list': configured({ subnets: '{{subnets}}' }),
      'no configuration, which network-awsvpc-config-required reports': configured({}),
      'bridge mode, where network-config-not-awsvpc reports it': drawing({
        task: ec2Task(),
        web: service({
          launchType: 'EC2',
          networkConfiguration: { awsvpcConfiguration: { subnets: [], assignPublicIp: 'DISABLED' } },
        }),
      }),
    },
    invalid: {
      'no subnets': {
        design: configured({ subnets: [], assignPublicIp: 'DISABLED' }),
        element: 'web',
        at: SUBNETS,
      },
      'only security groups': {
        design: configured({ securityGroups: numbered('sg', 1) }),
        element: 'web',
        at: SUBNETS,
      },
      'seventeen subnets': {
        design: configured({ subnets: numbered('subnet', 17) }),
        element: 'web',
        at: SUBNETS,
      },
      'six security groups': {
        design: configured({ subnets: numbered('subnet', 1), securityGroups: numbered('sg', 6) }),
        element: 'web',
        at: GROUPS,
      },
      'a subnet of another VPC': {
        design: inVpcs({ subnets: ['@{a}', '@{foreign}'] }),
        element: 'web',
        at: `${SUBNETS}/1`,
      },
      'a security group of another VPC': {
        design: inVpcs({ subnets: ['@{foreign}'], securityGroups: ['@{guard}'] }),
        element: 'web',
        at: `${GROUPS}/0`,
      },
      'a subnet of another VPC, after one that may be in either': {
        design: inVpcs({ subnets: ['@{by-id}', '@{a}', '@{foreign}'] }),
        element: 'web',
        at: `${SUBNETS}/2`,
      },
    },
  }),
})

interface Stranger {
  readonly at: string
  readonly one: string
  /** One before it, in the other VPC. */
  readonly other: string
}

/** Subnets and security groups that are surely in another VPC than one before them. */
function strangers(graph: Graph, subnets: readonly string[], groups: readonly string[]): readonly Stranger[] {
  const found: Stranger[] = []
  const together: { readonly id: string; readonly vpc: string }[] = []
  for (const [list, texts] of [
    [SUBNETS, subnets],
    [GROUPS, groups],
  ] as const) {
    for (const [i, text] of texts.entries()) {
      const one = referencesIn(text)[0]?.id
      const vpc = one === undefined ? undefined : vpcOf(graph, one)
      if (one === undefined || vpc === undefined) continue
      const other = together.find((before) => areDifferentVpcs(graph, before.vpc, vpc))
      if (other) found.push({ at: `${list}/${i}`, one, other: other.id })
      else together.push({ id: one, vpc })
    }
  }
  return found
}

function configured(awsvpcConfiguration: Readonly<Record<string, unknown>>) {
  return drawing({
    task: fargateTask(),
    web: service({ launchType: 'FARGATE', networkConfiguration: { awsvpcConfiguration } }),
  })
}

function numbered(kind: string, count: number) {
  return Array.from({ length: count }, (_, i) => `${kind}-0a1b2c3d4e5f600${toText(i + 10)}`)
}

function inVpcs(awsvpcConfiguration: Readonly<Record<string, unknown>>) {
  return drawing({
    home: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    abroad: element('vpc', { CidrBlock: '10.1.0.0/16' }),
    a: element('subnet', { VpcId: '@{home}', CidrBlock: '10.0.1.0/24' }),
    b: element('subnet', { VpcId: '@{home}', CidrBlock: '10.0.2.0/24' }),
    foreign: element('subnet', { VpcId: '@{abroad}', CidrBlock: '10.1.1.0/24' }),
    'by-id': element('subnet', { VpcId: 'vpc-0a1b2c3d4e5f60001', CidrBlock: '10.0.3.0/24' }),
    guard: element('security-group', { GroupName: 'guard', Description: 'guard', VpcId: '@{home}' }),
    task: fargateTask(),
    web: service({ launchType: 'FARGATE', networkConfiguration: { awsvpcConfiguration } }),
  })
}
