import { dualStackHost } from '../../elements/parts/image-name'
import { service as serviceKind } from '../../elements/service'
import { subnet as subnetKind } from '../../elements/subnet'
import { task as taskKind } from '../../elements/task'
import type { Graph } from '../../graph/graph'
import { subnetsOf } from '../../graph/network'
import { runOf } from '../../graph/runs'
import { specOf } from '../../graph/spec'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask, service } from '../examples'
import { setMembers } from '../fixes'
import { imagesOf, type PlacedImage, shownImage } from '../images'
import { isKnown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ECR } from './examples'

const AT = '/networkConfiguration/awsvpcConfiguration/subnets'

export const imageEcrIpv6Only = defineRule({
  id: 'image-ecr-ipv6-only',
  severity: 'warning',
  on: [serviceKind, taskKind],
  needs: ['/networkConfiguration/awsvpcConfiguration/subnets'],
  title: 'In IPv6-only subnets images come from the dual-stack host of ECR',
  message:
    'These subnets have no IPv4, and “{image}” is on a host of ECR that has no IPv6; pull it from {host}.',
  why: 'The usual host of a private registry answers over IPv4 only. ECR has a second one for both, which tasks without an IPv4 address need unless the network translates for them (DNS64 and NAT64).',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const named = spec.networkConfiguration?.awsvpcConfiguration?.subnets?.length ?? 0
    const definition = runOf(graph, id)?.taskDefinition
    if (named === 0 || definition === undefined || !hasIpv6Only(graph, id, named)) return
    const image = imagesOf(graph, definition).find(
      ({ ecr, name }) =>
        ecr && isKnown(ecr.region) && isKnown(ecr.account) && name.host !== dualStackHost(ecr),
    )
    if (!image?.ecr) return
    const host = dualStackHost(image.ecr)
    const values = { image: shownImage(graph, image), host }
    report({ at: AT, values, ...fromHost(definition, image, host) })
  },
  examples: () => ({
    valid: {
      'the dual-stack host': inIpv6('123456789012.dkr-ecr.eu-west-1.on.aws/web:1'),
      'a subnet with IPv4 as well': inIpv6(`${ECR}/web:1`, { Ipv6Native: false }),
      'an image from elsewhere': inIpv6('public.ecr.aws/nginx/nginx:1.27'),
    },
    invalid: {
      'the usual host': { design: inIpv6(`${ECR}/web:1`), element: 'web', at: AT },
      'a drawn repository': { design: inIpv6('@{repository.uri}:1'), element: 'web', at: AT },
    },
  }),
})

/** Are all its subnets drawn, and all without IPv4? */
function hasIpv6Only(graph: Graph, id: string, named: number): boolean {
  const subnets = subnetsOf(graph, id)
  return (
    subnets.length === named && subnets.every((one) => specOf(graph, subnetKind, one)?.Ipv6Native === true)
  )
}

/** The address of a drawn repository follows from the repository, so only a written one is changed. */
function fromHost(definition: string, image: PlacedImage, host: string): { readonly fix?: Fix } {
  const { text, written, at, name } = image
  if (text !== written || name.host === undefined) return {}
  return {
    fix: setMembers(say`Pull it from ${host}`, definition, { [at]: host + text.slice(name.host.length) }),
  }
}

function inIpv6(image: string, subnet: Readonly<Record<string, unknown>> = { Ipv6Native: true }) {
  return drawing({
    private: element('subnet', { Ipv6CidrBlock: '2001:db8:1234:1a00::/64', ...subnet }),
    repository: element('ecr-repository', { repositoryName: 'web' }),
    task: fargateTask({
      executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
      containerDefinitions: [container({ image })],
    }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['@{private}'] } },
    }),
  })
}
