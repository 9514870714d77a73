/** VPC endpoints that quick fixes draw. */
import { gatewayServices } from '../../aws/facts/vpc-endpoints'
import type { Element } from '../../design/design'
import { refer } from '../../design/references'
import { vpcEndpoint } from '../../elements/vpc-endpoint'
import { say } from '../../texts/text'
import { addElement } from '../fixes'
import type { Fix } from '../rule'

/** A VPC endpoint for a service such as `ecr.api`: a gateway where there is one, else an interface in the subnets. */
export function endpoint(vpc: string, subnets: readonly string[], name: string, region: string): Element {
  const place = { ServiceName: `com.amazonaws.${region}.${name}`, VpcId: refer(vpc) }
  return {
    kind: vpcEndpoint.kind,
    spec: gatewayServices.includes(name)
      ? { VpcEndpointType: 'Gateway', ...place }
      : {
          VpcEndpointType: 'Interface',
          ...place,
          SubnetIds: subnets.map((subnet) => refer(subnet)),
          PrivateDnsEnabled: true,
        },
  }
}

/** Adds the endpoints for services of AWS that a VPC has none for. */
export function addEndpoints(
  vpc: string,
  subnets: readonly string[],
  services: readonly string[],
  region: string,
): Fix {
  return {
    title: say`Add VPC endpoints for ${services.join(', ')}`,
    apply: (draft) => {
      for (const name of services) {
        const element = endpoint(vpc, subnets, name, region)
        const { ServiceName, VpcId } = element.spec
        const there = Object.values(draft.elements).some(
          ({ kind, spec }) =>
            kind === element.kind && spec.ServiceName === ServiceName && spec.VpcId === VpcId,
        )
        if (!there) addElement(draft, `endpoint-${name.replaceAll('.', '-')}`, element)
      }
    },
  }
}
