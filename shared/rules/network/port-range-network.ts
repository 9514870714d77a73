import { taskDefinition } from '../../elements/task-definition'
import { portMappingsOf } from '../ports'
import { defineRule } from '../rule'
import { ec2Ports, FIRST, fargatePorts } from './examples'
import { networkModesOf } from './modes'

const ranges = [{ containerPortRange: '8000-8010' }]

export const portRangeNetwork = defineRule({
  id: 'port-range-network',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/containerPortRange'],
  title: 'Port ranges need network mode bridge or awsvpc',
  message: 'Port range {range} needs network mode bridge or awsvpc; in host mode name each port by itself.',
  why: 'ECS maps a range to host ports that it finds free (bridge), or to the same ports of the task’s own interface (awsvpc). In host mode it maps nothing, and refuses the range.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:IsRequiredEitherAwsVpcBridge', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { mapping, at } of portMappingsOf(spec)) {
      const range = mapping.containerPortRange
      // With network mode none no port can be mapped at all, which network-none-ports says.
      if (!range || !networkModesOf(graph, id).has('host')) continue
      report({ at: `${at}/containerPortRange`, values: { range } })
    }
  },
  examples: () => ({
    valid: {
      'in awsvpc mode': fargatePorts(...ranges),
      'in bridge mode, the default on EC2': ec2Ports(ranges),
      'a single port in host mode': ec2Ports([{ containerPort: 8000 }], { networkMode: 'host' }),
    },
    invalid: {
      'in host mode': {
        design: ec2Ports(ranges, { networkMode: 'host' }),
        element: 'task',
        at: `${FIRST}/containerPortRange`,
      },
    },
  }),
})
