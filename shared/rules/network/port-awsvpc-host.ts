import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { hostPortsThatDiffer } from '../ports'
import { defineRule } from '../rule'
import { networkModesOf } from './modes'

export const portAwsvpcHost = defineRule({
  id: 'port-awsvpc-host',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'In awsvpc mode a host port equals the container port',
  message:
    'In awsvpc mode the host port must be left out or equal to container port {containerPort}; it is {hostPort}.',
  why: 'A task in awsvpc mode has a network interface of its own, so there is no host whose port could be mapped to another one. ECS takes the member for compatibility, and refuses the definition when it differs; 0, the dynamic port of bridge mode, differs too.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-21',
    },
    { ref: 'E3053', checked: '2026-11-21' },
    { ref: 'CDK:MustBeHostPortLeft', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { mapping, at } of hostPortsThatDiffer(spec)) {
      if (!networkModesOf(graph, id).has('awsvpc')) return
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
      'no host port': drawing({ task: withPort({ containerPort: 8080 }) }),
      'the same port': drawing({ task: withPort({ containerPort: 8080, hostPort: 8080 }) }),
      'a dynamic port in bridge mode': drawing({
        task: ec2Task({
          networkMode: 'bridge',
          containerDefinitions: [
            container({ memory: 512, portMappings: [{ containerPort: 80, hostPort: 0 }] }),
          ],
        }),
      }),
      'a port range, which takes no host port': drawing({
        task: withPort({ containerPortRange: '8000-8010' }),
      }),
      'in bridge mode, which network-fargate-awsvpc reports': drawing({
        task: fargateTask({
          networkMode: 'bridge',
          containerDefinitions: [container({ portMappings: [{ containerPort: 80, hostPort: 8080 }] })],
        }),
      }),
    },
    invalid: {
      'another port': {
        design: drawing({ task: withPort({ containerPort: 80, hostPort: 8080 }) }),
        element: 'task',
        at: '/containerDefinitions/0/portMappings/0/hostPort',
      },
      'a dynamic port': {
        design: drawing({ task: withPort({ containerPort: 80, hostPort: 0 }) }),
        element: 'task',
        at: '/containerDefinitions/0/portMappings/0/hostPort',
      },
      'on managed instances, which have awsvpc by default': {
        design: drawing({
          task: fargateTask({
            requiresCompatibilities: ['MANAGED_INSTANCES'],
            networkMode: undefined,
            containerDefinitions: [container({ portMappings: [{ containerPort: 80, hostPort: 0 }] })],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/portMappings/0/hostPort',
      },
      'the second mapping of the second container': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [
              container(),
              container({
                name: 'proxy',
                portMappings: [
                  { containerPort: 443 },
                  { containerPort: 9901, hostPort: 9902, protocol: 'tcp' },
                ],
              }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/1/portMappings/1/hostPort',
      },
    },
  }),
})

function withPort(mapping: Readonly<Record<string, unknown>>) {
  return fargateTask({ containerDefinitions: [container({ portMappings: [mapping] })] })
}
