/** Quick fixes that open a security group for another one. */

import { isObject } from '../basics/json'
import type { DesignDraft } from '../design/edit'
import { refer } from '../design/references'
import { securityGroup } from '../elements/security-group'
import type { PortRange } from './ports'

/** Lets one security group into another on some ports; a rule that is there already stays alone. */
export function admit(
  draft: DesignDraft,
  group: string,
  from: string,
  { first, last }: PortRange,
  protocol: 'tcp' | 'udp' = 'tcp',
): void {
  const element = draft.elements[group]
  if (element?.kind !== securityGroup.kind) return
  const rules: unknown = element.spec.SecurityGroupIngress ?? []
  if (!Array.isArray(rules)) return
  const SourceSecurityGroupId = refer(from)
  const there = rules.some(
    (rule) =>
      isObject(rule) &&
      rule.SourceSecurityGroupId === SourceSecurityGroupId &&
      rule.IpProtocol === protocol &&
      rule.FromPort === first &&
      rule.ToPort === last,
  )
  const rule = { IpProtocol: protocol, FromPort: first, ToPort: last, SourceSecurityGroupId }
  if (!there) element.spec.SecurityGroupIngress = [...rules, rule]
}
