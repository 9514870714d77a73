/** A Network Load Balancer is one that the Service itself asks for. */
import { setAt, valueAt } from '../../basics/json'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { became } from '../conversion'
import { attributes, given, healthAnnotations, joined } from './annotations'
import { balancerSource, tellBalancer } from './balancer'
import { type Entrance, HEALTH } from './entrance'
import type { Making } from './making'

const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-'

/** Makes the Service one with a load balancer; tells that it is reached in the place of the drawn one. */
export function networkBalancer(
  making: Making,
  entrances: readonly Entrance[],
  service: string,
  replaced: string[],
): Readonly<Record<string, string>> {
  const [first] = entrances
  const [balancer] = first?.front.loadBalancers ?? []
  const id = service.slice(2, -1)
  const manifest = making.made[id]?.spec
  if (!first || !manifest) return {}
  const from = balancer === undefined ? undefined : balancerSource(making, balancer, replaced)
  const annotations = given({
    [`${PREFIX}scheme`]: textAt(from?.spec, '/Scheme') === 'internal' ? 'internal' : 'internet-facing',
    [`${PREFIX}nlb-target-type`]: 'ip',
    [`${PREFIX}subnets`]: joined(from?.spec.Subnets),
    [`${PREFIX}security-groups`]: joined(from?.spec.SecurityGroups),
    [`${PREFIX}attributes`]: from && attributes(from.spec, '/Attributes'),
    [`${PREFIX}ssl-cert`]: joined(
      objectsAt(from?.spec, '/Listeners')
        .flatMap(([, listener]) => objectsAt(listener, '/Certificates'))
        .map(([, { CertificateArn }]) => CertificateArn),
    ),
    ...(first.targetGroup ? health(first.targetGroup) : {}),
  })
  setAt(manifest, '/metadata/annotations', annotations)
  setAt(manifest, '/spec/type', 'LoadBalancer')
  setAt(manifest, '/spec/loadBalancerClass', 'service.k8s.aws/nlb')
  if (!from || balancer === undefined) return {}
  tellBalancer(making, from, 'Service', PREFIX)
  for (const { front } of entrances) {
    for (const { listener, loadBalancer } of front.listeners) {
      if (loadBalancer === balancer)
        became(making.tracker, from, `/Listeners/${listener}/DefaultActions`, [
          'Service',
          '/spec/ports',
          valueAt(manifest, '/spec/ports'),
        ])
    }
  }
  return { [balancer]: id }
}

/** Its annotations are spelled a little differently. */
function health(group: Parameters<typeof healthAnnotations>[1]): Record<string, string> {
  const names: typeof HEALTH = HEALTH.map(([member, name]) => {
    const short = name
      .replace('-seconds', '')
      .replace('-count', '')
      .replace(/^(un)?healthy/, 'healthcheck-$1healthy')
    return [member, short === 'success-codes' ? 'healthcheck-success-codes' : short]
  })
  return healthAnnotations(PREFIX, group, names)
}
