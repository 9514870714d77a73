/** Service Connect, VPC Lattice and gateways find a port of the task by the name of its mapping. */
import { MAX_GATEWAY_CONNECTORS } from '../../aws/facts/services'
import { service as serviceKind } from '../../elements/service'
import { container, onFargate } from '../examples'
import { isAbsent, isKnown, isWritten } from '../reading'
import type { ServiceSpec } from '../rollout'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { isNoPort, portNameFix } from './port-names'

const CONNECT = '/serviceConnectConfiguration/services'

/** What the three rules say of one reference to a port. */
function reportPort(
  { id, element, graph, report }: RuleContext<ServiceSpec>,
  item: string,
  name?: string,
): void {
  const at = `${item}/portName`
  if (!isWritten(element, at)) report({ at, variant: 'missing', ...portNameFix(graph, id, at, undefined) })
  else if (isKnown(name) && isNoPort(graph, id, name)) {
    report({ at, values: { name }, ...portNameFix(graph, id, at, name) })
  }
}

const mappingPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  checked: '2026-11-26',
}

export const namedPorts = ruleFamily([
  defineRule({
    id: 'service-connect-port-name',
    severity: 'error',
    on: [serviceKind],
    needs: ['/serviceConnectConfiguration'],
    title: 'Service Connect names ports that the task has',
    message:
      'Service Connect looks for a port named “{name}”, and no container of the task has one; name a port mapping so.',
    variants: { missing: 'Say which port others can call: give the name of a port mapping.' },
    why: 'A port is known to Service Connect by the name of its mapping in the task definition, not by its number. CreateService refuses a name that no mapping has.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
        checked: '2026-11-26',
      },
      { ref: 'CDK:PortMappingDoesExist', checked: '2026-11-21' },
    ],
    check(context) {
      const connect = context.spec.serviceConnectConfiguration
      if (connect?.enabled !== true) return
      connect.services?.forEach(({ portName }, index) => {
        reportPort(context, `${CONNECT}/${index}`, portName)
      })
    },
    examples: () => ({
      valid: {
        'a mapping of that name': connected('http', { containerPort: 80, name: 'http' }),
        'a service that only calls others': onFargate({
          serviceConnectConfiguration: { enabled: true, namespace: 'internal' },
        }),
        'turned off': onFargate({
          serviceConnectConfiguration: { enabled: false, services: [{ portName: 'http' }] },
        }),
        'a mapping whose name is not known yet': connected('http', {
          containerPort: 80,
          name: '<port name>',
        }),
        'a task definition that is not drawn': onFargate({
          taskDefinition: 'web:7',
          serviceConnectConfiguration: {
            enabled: true,
            namespace: 'internal',
            services: [{ portName: 'http' }],
          },
        }),
      },
      invalid: {
        'one mapping without a name': {
          design: connected('http', { containerPort: 80 }),
          element: 'web',
          at: `${CONNECT}/0/portName`,
        },
        'one mapping of another name': {
          design: connected('http', { containerPort: 80, name: 'web' }),
          element: 'web',
          at: `${CONNECT}/0/portName`,
        },
        'no name': {
          design: connected('', { containerPort: 80, name: 'web' }),
          element: 'web',
          at: `${CONNECT}/0/portName`,
        },
      },
    }),
  }),

  defineRule({
    id: 'service-lattice-port',
    severity: 'error',
    on: [serviceKind],
    needs: ['/vpcLatticeConfigurations'],
    title: 'VPC Lattice names ports that the task has',
    message:
      'VPC Lattice is to reach a port named “{name}”, and no container of the task has one; name a port mapping so.',
    why: 'ECS registers the address and port of each task with the Lattice target group, and finds the port by the name of its mapping.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html',
        checked: '2026-11-26',
      },
      mappingPage,
    ],
    check(context) {
      context.spec.vpcLatticeConfigurations?.forEach(({ portName }, index) => {
        // Whatever is left out is iam-infrastructure-role-lattice.
        if (!isAbsent(portName)) reportPort(context, `/vpcLatticeConfigurations/${index}`, portName)
      })
    },
    examples: () => ({
      valid: {
        'a mapping of that name': lattice('http', { containerPort: 80, name: 'http' }),
        'no name, which iam-infrastructure-role-lattice reports': lattice('', { containerPort: 80 }),
        'an empty list': onFargate({ vpcLatticeConfigurations: [] }),
      },
      invalid: {
        'a mapping without a name': {
          design: lattice('http', { containerPort: 80 }),
          element: 'web',
          at: '/vpcLatticeConfigurations/0/portName',
        },
      },
    }),
  }),

  defineRule({
    id: 'service-gateway-connector',
    severity: 'error',
    on: [serviceKind],
    needs: ['/gatewayConnectors'],
    title: 'A service has one gateway connector, on a port that the task has',
    message:
      'The gateway is to reach a port named “{name}”, and no container of the task has one; name a port mapping so.',
    variants: {
      missing: 'Say which port the gateway reaches: give the name of a port mapping.',
      several: 'A service takes {most} gateway connector, and this is another one; remove it.',
    },
    why: 'The connector tells a gateway of the cluster which port of the tasks gets its requests, by the name of the port mapping. ECS takes one for each service.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
      mappingPage,
    ],
    check(context) {
      const connectors = context.spec.gatewayConnectors
      if (isAbsent(connectors)) return
      connectors?.slice(0, MAX_GATEWAY_CONNECTORS).forEach(({ portName }, index) => {
        reportPort(context, `/gatewayConnectors/${index}`, portName)
      })
      if ((connectors?.length ?? 0) <= MAX_GATEWAY_CONNECTORS) return
      const at = `/gatewayConnectors/${MAX_GATEWAY_CONNECTORS}`
      context.report({ at, values: { most: MAX_GATEWAY_CONNECTORS }, variant: 'several' })
    },
    examples: () => ({
      valid: {
        'one, on a named port': gateway([{ portName: 'http' }]),
        none: gateway([]),
      },
      invalid: {
        two: {
          design: gateway([{ portName: 'http' }, { portName: 'http' }]),
          element: 'web',
          at: '/gatewayConnectors/1',
        },
        'a port that is not there': {
          design: gateway([{ portName: 'admin' }]),
          element: 'web',
          at: '/gatewayConnectors/0/portName',
        },
        'no port': { design: gateway([{}]), element: 'web', at: '/gatewayConnectors/0/portName' },
      },
    }),
  }),
])

function withMapping(web: Readonly<Record<string, unknown>>, mapping: Readonly<Record<string, unknown>>) {
  return onFargate(web, { containerDefinitions: [container({ portMappings: [mapping] })] })
}

function connected(portName: string, mapping: Readonly<Record<string, unknown>>) {
  const services = [{ portName, clientAliases: [{ port: 80 }] }]
  return withMapping(
    { serviceConnectConfiguration: { enabled: true, namespace: 'internal', services } },
    mapping,
  )
}

function lattice(portName: string, mapping: Readonly<Record<string, unknown>>) {
  const target = {
    portName,
    roleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
    targetGroupArn: 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0',
  }
  return withMapping({ vpcLatticeConfigurations: [target] }, mapping)
}

function gateway(gatewayConnectors: readonly object[]) {
  return withMapping({ gatewayConnectors }, { containerPort: 80, name: 'http' })
}
