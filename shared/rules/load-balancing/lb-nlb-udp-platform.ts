import { UDP_PLATFORM, udpProtocols } from '../../aws/facts/load-balancers'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import type { Graph } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { onPlatformBelow, toLatestPlatform } from '../platform'
import { protocolOf } from '../ports'
import { defineRule } from '../rule'
import { behindNetworkBalancer, differing } from './examples'
import { servingMappings } from './served'

export const lbNlbUdpPlatform = defineRule({
  id: 'lb-nlb-udp-platform',
  severity: 'error',
  on: [serviceKind],
  needs: ['/platformVersion'],
  title: 'UDP reaches Fargate tasks from platform version 1.4.0 on',
  message: 'UDP reaches Fargate tasks from platform version {minimum} on; this service names {version}.',
  why: 'Older platform versions of Fargate on Linux know nothing of a Network Load Balancer’s UDP. Without a platform version AWS takes the newest one, which does.',
  sources: [
    { ref: 'DG-2023:load-balancer-types', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers || !onPlatformBelow({ id, spec, graph }, UDP_PLATFORM)) return
    if (!frontsOf(graph, id).some((front) => carriesUdp(graph, id, front))) return
    report({
      at: '/platformVersion',
      values: { minimum: UDP_PLATFORM, version: spec.platformVersion ?? '' },
      fix: toLatestPlatform(id),
    })
  },
  examples: () => ({
    valid: {
      'version 1.4.0': on(UDP_PLATFORM),
      'the newest one': on('LATEST'),
      'no version': behindNetworkBalancer('UDP', 53),
      'TCP on an older version': differing(behindNetworkBalancer('TCP', 53), {
        web: { platformVersion: '1.3.0' },
      }),
      'on Windows, whose versions count apart': differing(on('1.0.0'), {
        task: { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      }),
    },
    invalid: {
      'version 1.3.0': { design: on('1.3.0'), element: 'web', at: '/platformVersion' },
      'a group for TCP and UDP': {
        design: differing(behindNetworkBalancer('TCP_UDP', 53), { web: { platformVersion: '1.3.0' } }),
        element: 'web',
        at: '/platformVersion',
      },
    },
  }),
})

function on(platformVersion: string) {
  return differing(behindNetworkBalancer('UDP', 53), { web: { platformVersion } })
}

function carriesUdp(graph: Graph, service: string, front: Front): boolean {
  if (front.kind !== 'network') return false
  const protocol = specOf(graph, targetGroup, front.targetGroup)?.Protocol ?? ''
  const mappings = servingMappings(graph, service, front)
  return udpProtocols.includes(protocol) || mappings.some(({ mapping }) => protocolOf(mapping) === 'udp')
}
