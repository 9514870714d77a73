import { refer } from '../design/references'
import { securityGroup } from '../elements/security-group'
import { service } from '../elements/service'
import { incoming, nameOf } from '../graph/graph'
import { vpcOf } from '../graph/network'
import { securityGroupsOf } from '../graph/security-groups'
import { specOf } from '../graph/spec'
import { frontsOf } from '../graph/traffic'
import { addElement } from '../rules/fixes'
import { admit } from '../rules/fixes-security-groups'
import { givesOwnInterface } from '../rules/reading'
import { say } from '../texts/text'
import { openPort } from './access'
import { type Consequence, type Drawn, defineConsequences } from './consequence'

const REASON = 'Without an inbound rule the load balancer’s requests and health checks never arrive.'

/** The security group of the tasks lets the load balancer in, on the container port. */
export const loadBalancerAccess = defineConsequences({
  meanings: ['registers', 'forwards'],
  follow: (drawn) => {
    const services =
      drawn.line.meaning === 'registers'
        ? [drawn.line.from]
        : incoming(drawn.graph, drawn.line.to, 'registers').map(({ from }) => from)
    return services.flatMap((id) => access(drawn, id))
  },
})

function access({ graph }: Drawn, id: string): readonly Consequence[] {
  if (givesOwnInterface(graph, id) !== true) return []
  return frontsOf(graph, id).flatMap((front) => {
    const port = front.mapping?.containerPort ?? front.containerPort
    const from = front.loadBalancers.flatMap((balancer) => securityGroupsOf(graph, balancer) ?? [])
    const [source] = from
    if (port === undefined || source === undefined) return []
    const protocol = front.mapping?.protocol === 'udp' ? 'udp' : 'tcp'
    const to = securityGroupsOf(graph, id)
    if (to) return openPort(graph, { id: `open-${id}-${port}`, port, protocol, from, to, reason: REASON })
    return newGroup({ graph, id, port, protocol, source })
  })
}

interface NewGroup {
  readonly graph: Drawn['graph']
  readonly id: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  readonly source: string
}

/** Tasks that name no group share the VPC's default one, which lets only its own members in. */
function newGroup({ graph, id, port, protocol, source }: NewGroup): readonly Consequence[] {
  const network = specOf(graph, service, id)?.networkConfiguration?.awsvpcConfiguration
  const vpc = vpcOf(graph, id)
  const groups = network?.securityGroups ?? []
  if (!network || groups.length > 0 || vpc === undefined || !graph.element(vpc)) return []
  const name = `${id}-tasks`
  return [
    {
      id: `group-${id}`,
      title: say`Guard the tasks of “${nameOf(graph, id)}” with a security group that lets ${protocol.toUpperCase()} ${port} in from “${nameOf(graph, source)}”`,
      reason: say`They name none, so the VPC’s default group guards them. ${REASON}`,
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
      apply: (draft) => {
        const configuration = draft.elements[id]?.spec.networkConfiguration as
          | { awsvpcConfiguration?: { securityGroups?: unknown[] } }
          | undefined
        const target = configuration?.awsvpcConfiguration
        if (!target || (target.securityGroups ?? []).length > 0) return
        const group = addElement(draft, name, {
          kind: securityGroup.kind,
          spec: { ...securityGroup.defaults(name), VpcId: refer(vpc) },
        })
        target.securityGroups = [refer(group)]
        admit(draft, group, source, { first: port, last: port }, protocol)
      },
    },
  ]
}
