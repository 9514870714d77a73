import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { removeMember } from '../fixes'
import { hostPortsThatDiffer } from '../ports'
import { defineRule } from '../rule'
import { ec2Ports, FIRST } from './examples'
import { networkModesOf } from './modes'

const host = { networkMode: 'host' }

export const portHostModeHost = defineRule({
  id: 'port-host-mode-host',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'In host mode a host port equals the container port',
  message:
    'In host mode the host port must be left out or equal to container port {containerPort}; it is {hostPort}.',
  why: 'In host mode a container uses the network of its instance itself: the port that it opens is the instance’s port, and nothing stands in between that could map it. ECS refuses a definition that asks for another one, and 0 asks for one, too.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:MustBeHostPortLeft', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { mapping, at } of hostPortsThatDiffer(spec)) {
      if (!networkModesOf(graph, id).has('host')) return
      const { containerPort, hostPort } = mapping
      report({
        at: `${at}/hostPort`,
        values: { containerPort, hostPort },
        fix: removeMember(say`Remove host port ${hostPort}`, id, `${at}/hostPort`),
      })
    }
  },
  examples: () => ({
    valid: {
      'left out': ec2Ports([{ containerPort: 80 }], host),
      'the same port': ec2Ports([{ containerPort: 80, hostPort: 80 }], host),
      'another port in bridge mode': ec2Ports([{ containerPort: 80, hostPort: 8080 }]),
    },
    invalid: {
      'another port': {
        design: ec2Ports([{ containerPort: 80, hostPort: 8080 }], host),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
      'a dynamic port, while nothing says how it is run': {
        design: ec2Ports([{ containerPort: 80, hostPort: 0 }], { ...host, requiresCompatibilities: [] }),
        element: 'task',
        at: `${FIRST}/hostPort`,
      },
    },
  }),
})
