/** Terraform takes the rule away by which AWS lets a new security group send anything; groups that keep it say so. */
import type { Deployment, Resource } from '../../deployment/deployment'
import { referTo } from '../../deployment/pieces'
import type { Workbench } from './made'

/** The security groups whose own rules stand in place of that one. */
export function closedGroups({ resources }: Deployment): ReadonlySet<string> {
  return new Set(
    resources.filter(({ type }) => type === 'ec2:RevokeSecurityGroupEgress').map(({ element }) => element),
  )
}

/** Adds that rule to a group that keeps it. */
export function openEgress(bench: Workbench, closed: ReadonlySet<string>, call: Resource): void {
  if (call.type !== 'ec2:CreateSecurityGroup' || closed.has(call.element)) return
  bench.add(
    { ...call, after: [] },
    'aws_vpc_security_group_egress_rule',
    { security_group_id: referTo(call.id, 'groupId'), ip_protocol: '-1', cidr_ipv4: '0.0.0.0/0' },
    'all',
  )
}
