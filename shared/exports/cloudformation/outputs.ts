/** What people look for once a stack stands: addresses of load balancers, where images are pushed, names. */
import { own } from '../../basics/own'
import type { Design } from '../../design/design'
import { displayName } from '../../elements/kinds'
import type { StackResource } from './stack-types'

interface Told {
  readonly suffix: string
  readonly attribute: string
  readonly called: string
}

const TOLD: Readonly<Record<string, Told>> = {
  'AWS::ECS::Cluster': { suffix: 'Name', attribute: '', called: 'Name of cluster' },
  'AWS::ECS::Service': { suffix: 'Name', attribute: 'Name', called: 'Name of service' },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    suffix: 'DnsName',
    attribute: 'DNSName',
    called: 'Address of load balancer',
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    suffix: 'DnsName',
    attribute: 'DNSName',
    called: 'Address of load balancer',
  },
  'AWS::ECR::Repository': { suffix: 'Uri', attribute: 'RepositoryUri', called: 'Where to push images of' },
  'AWS::EFS::FileSystem': { suffix: 'Id', attribute: '', called: 'ID of file system' },
}

/** The outputs of a stack, by name. */
export function outputsOf(design: Design, resources: readonly StackResource[]): Record<string, unknown> {
  const outputs: Record<string, unknown> = {}
  for (const { type, logicalId, id, element } of resources) {
    const told = own(TOLD, type)
    const drawn = design.elements[element]
    if (!told || !drawn || id !== element) continue
    const { suffix, attribute, called } = told
    const Value = attribute === '' ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] }
    outputs[`${logicalId}${suffix}`] = { Description: `${called} ${displayName(element, drawn)}`, Value }
  }
  return outputs
}
