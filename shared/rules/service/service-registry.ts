import { MAX_REGISTRIES } from '../../aws/facts/services'
import { service as serviceKind } from '../../elements/service'
import type { Graph } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { isSettled } from '../container/containers'
import { container, onEc2, onFargate } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { containerPortsOf, portMappingsOf } from '../ports'
import {
  definitionOf,
  isAbsent,
  isKnown,
  isWritten,
  networkModeOf,
  type TaskDefinitionSpec,
} from '../reading'
import type { ServiceSpec } from '../rollout'
import { defineRule, type Fix, type RuleContext } from '../rule'

const AT = '/serviceRegistries'
const registryArn = 'arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-0123456789abcdef'
const ports = { containerDefinitions: [container({ memory: 512, portMappings: [{ containerPort: 80 }] })] }

type Registry = NonNullable<ServiceSpec['serviceRegistries']>[number]
type Context = RuleContext<ServiceSpec>

export const serviceRegistry = defineRule({
  id: 'service-registry',
  severity: 'error',
  on: [serviceKind],
  needs: ['/serviceRegistries'],
  title: 'Service discovery fits the network mode and the ports of the task',
  message: 'A service can be registered with {most} Cloud Map service, and this is another one; remove it.',
  variants: {
    none: 'Tasks with network mode none have no address to register; choose another mode, or remove service discovery.',
    classic:
      'Service discovery does not go with a Classic Load Balancer; use another load balancer, or remove one of the two.',
    bridge:
      'In {mode} mode tasks share the addresses of their instances, so only SRV records with the port work; give containerName and containerPort.',
    both: 'Give either the port or a container with its port, not both.',
    container: 'Service discovery names container “{name}”, which the task does not have.',
    port: 'Service discovery names port {port} of container “{name}”, which has no such port mapping.',
  },
  why: 'Cloud Map answers with the addresses of tasks. In awsvpc mode each task has one of its own; in bridge and host mode it takes the instance’s address together with the port, which an SRV record holds.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:service-discovery', checked: '2026-11-26' },
    { ref: 'CDK:CannotAssociateGiven', checked: '2026-11-21' },
  ],
  check(context) {
    const { id, spec, graph, report } = context
    const registries = spec.serviceRegistries ?? []
    const [first] = registries
    // External instances are service-external-launch.
    if (!first || spec.launchType === 'EXTERNAL') return
    if (registries.length > MAX_REGISTRIES) {
      report({ at: `${AT}/${MAX_REGISTRIES}`, values: { most: MAX_REGISTRIES } })
    }
    if (spec.loadBalancers?.some((one) => !isAbsent(one.loadBalancerName))) {
      report({ at: `${AT}/0`, variant: 'classic' })
      return
    }
    const definition = definitionOf(graph, id)?.spec
    const mode = definition && networkModeOf(definition, runOf(graph, id)?.launch)
    if (mode === 'none') report({ at: `${AT}/0`, variant: 'none' })
    else if ((mode === 'bridge' || mode === 'host') && !namesPort(context)) {
      report({ at: `${AT}/0`, values: { mode }, variant: 'bridge', ...onlyPort(graph, id) })
    } else reportPort(context, first, definition)
  },
  examples: () => ({
    valid: {
      'A records in awsvpc mode': onFargate({ serviceRegistries: [{ registryArn }] }),
      'SRV records in awsvpc mode': onFargate({ serviceRegistries: [{ registryArn, port: 8080 }] }),
      'SRV records in bridge mode': onEc2(
        { serviceRegistries: [{ registryArn, containerName: 'web', containerPort: 80 }] },
        ports,
      ),
      'a port of a range': onFargate(
        { serviceRegistries: [{ registryArn, containerName: 'web', containerPort: 8001 }] },
        { containerDefinitions: [container({ portMappings: [{ containerPortRange: '8000-8010' }] })] },
      ),
      placeholders: onEc2(
        { serviceRegistries: [{ registryArn, containerName: '<container>', containerPort: '<port>' }] },
        ports,
      ),
    },
    invalid: {
      two: {
        design: onFargate({ serviceRegistries: [{ registryArn }, { registryArn }] }),
        element: 'web',
        at: `${AT}/1`,
      },
      'A records in bridge mode': {
        design: onEc2({ serviceRegistries: [{ registryArn }] }, ports),
        element: 'web',
        at: `${AT}/0`,
      },
      'network mode none': {
        design: onEc2({ serviceRegistries: [{ registryArn }] }, { networkMode: 'none' }),
        element: 'web',
        at: `${AT}/0`,
      },
      'behind a Classic Load Balancer': {
        design: onEc2(
          {
            serviceRegistries: [{ registryArn, containerName: 'web', containerPort: 80 }],
            loadBalancers: [{ loadBalancerName: 'old', containerName: 'web', containerPort: 80 }],
          },
          ports,
        ),
        element: 'web',
        at: `${AT}/0`,
      },
      'port and container port': {
        design: onFargate(
          { serviceRegistries: [{ registryArn, port: 80, containerName: 'web', containerPort: 80 }] },
          ports,
        ),
        element: 'web',
        at: `${AT}/0/port`,
      },
      'a container that is not there': {
        design: onEc2(
          { serviceRegistries: [{ registryArn, containerName: 'ghost', containerPort: 80 }] },
          ports,
        ),
        element: 'web',
        at: `${AT}/0/containerName`,
      },
      'a port that is not mapped': {
        design: onEc2(
          { serviceRegistries: [{ registryArn, containerName: 'web', containerPort: 8080 }] },
          ports,
        ),
        element: 'web',
        at: `${AT}/0/containerPort`,
      },
    },
  }),
})

function namesPort({ element }: Context): boolean {
  return ['containerName', 'containerPort'].every((one) => isWritten(element, `${AT}/0/${one}`))
}

/** With a single port mapping there is nothing to choose. */
function onlyPort(graph: Graph, service: string): { readonly fix?: Fix } {
  const definition = definitionOf(graph, service)?.spec
  const [only, ...others] = definition ? portMappingsOf(definition) : []
  const port = only?.mapping.containerPort
  const name = only?.container.name
  if (others.length > 0 || !name || port === undefined) return {}
  const members = { [`${AT}/0/containerName`]: name, [`${AT}/0/containerPort`]: port }
  return { fix: setMembers(say`Register port ${port} of container “${name}”`, service, members) }
}

function reportPort(
  { id, report }: Context,
  registry: Registry,
  definition: TaskDefinitionSpec | undefined,
): void {
  const { port, containerName: name, containerPort } = registry
  if (port !== undefined && (containerPort !== undefined || !isAbsent(name))) {
    const at = `${AT}/0/port`
    report({ at, variant: 'both', fix: removeMember(say`Remove port ${port}`, id, at) })
  }
  const containers = definition?.containerDefinitions ?? []
  if (!isKnown(name) || containers.length === 0 || !containers.every((one) => isSettled(one.name))) return
  if (!containers.some((one) => one.name === name)) {
    report({ at: `${AT}/0/containerName`, values: { name }, variant: 'container' })
  } else if (containerPort !== undefined && definition && isNotMapped(definition, name, containerPort)) {
    report({ at: `${AT}/0/containerPort`, values: { name, port: containerPort }, variant: 'port' })
  }
}

/** Undefined ports are placeholders: one of them may be the one. */
function isNotMapped(definition: TaskDefinitionSpec, name: string, port: number): boolean {
  return portMappingsOf(definition).every(({ container, mapping }) => {
    const range = containerPortsOf(mapping)
    return container.name !== name || (range !== undefined && (port < range.first || port > range.last))
  })
}
