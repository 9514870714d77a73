import { MAX_PORT_NAME } from '../../aws/facts/ports'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, fargateTask, inSubnets, service } from '../examples'
import { removeMember } from '../fixes'
import { type PlacedMapping, portMappingsOf } from '../ports'
import { isUnknown, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { FIRST, fargatePorts } from './examples'
import { isPortName, nearestPortName, portAskedFor, renamePort, usualPortName } from './port-names'

export const portNameInvalid = defineRule({
  id: 'port-name-invalid',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/name'],
  title: 'Port names are lower-case letters, digits, underscores and hyphens',
  message:
    'Port name “{name}” is not allowed; use up to {most} lower-case letters, digits, underscores and hyphens, no hyphen first.',
  variants: { empty: 'The name of this port mapping is empty; give it one, or leave the member out.' },
  why: 'Service Connect and VPC Lattice find a port by this name, and Service Connect makes a DNS name of it. RegisterTaskDefinition refuses other characters.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const placed of portMappingsOf(spec)) {
      const { name } = placed.mapping
      if (name === undefined || isUnknown(name) || isPortName(name)) continue
      const at = `${placed.at}/name`
      const wanted = portAskedFor(graph, id, spec)
      const fix =
        name === '' && wanted === undefined
          ? unnamed(id, spec, placed)
          : renamed(id, at, name, wanted ?? nearestPortName(spec, name))
      report({
        at,
        values: { name, most: MAX_PORT_NAME },
        ...(name === '' && { variant: 'empty' }),
        ...(fix && { fix }),
      })
    }
  },
  examples: () => ({
    valid: {
      'letters, digits and a hyphen': named('web-80'),
      'an underscore first': named('_web'),
      '64 characters': named('w'.repeat(64)),
      'no name': fargatePorts({ containerPort: 80 }),
      'a placeholder': named('{{name}}'),
    },
    invalid: {
      capitals: { design: named('Web-80'), element: 'task', at: `${FIRST}/name` },
      'a hyphen first': { design: named('-web'), element: 'task', at: `${FIRST}/name` },
      '65 characters': { design: named('w'.repeat(65)), element: 'task', at: `${FIRST}/name` },
      'nothing that could stay': { design: named('웹'), element: 'task', at: `${FIRST}/name` },
      empty: { design: named(''), element: 'task', at: `${FIRST}/name` },
      'empty, with a protocol that needs one': {
        design: fargatePorts({ containerPort: 80, name: '', appProtocol: 'http' }),
        element: 'task',
        at: `${FIRST}/name`,
      },
      'known to Service Connect': {
        design: drawing({
          task: fargateTask({
            containerDefinitions: [container({ portMappings: [{ containerPort: 80, name: 'Web' }] })],
          }),
          web: service({
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            serviceConnectConfiguration: {
              enabled: true,
              namespace: 'shop',
              services: [{ portName: 'Web' }],
            },
          }),
        }),
        element: 'task',
        at: `${FIRST}/name`,
      },
    },
  }),
})

function named(name: string) {
  return fargatePorts({ containerPort: 80, name })
}

function renamed(id: string, at: string, from: string, to: string | undefined): Fix | undefined {
  if (to === undefined) return undefined
  return { title: say`Rename the port to ${to}`, apply: (draft) => renamePort(draft, id, at, from, to) }
}

/** Without a name there is no application protocol, so with one the port gets its usual name. */
function unnamed(id: string, spec: TaskDefinitionSpec, placed: PlacedMapping): Fix | undefined {
  const at = `${placed.at}/name`
  if (!placed.mapping.appProtocol) return removeMember('Remove the empty port name', id, at)
  return renamed(id, at, '', usualPortName(spec, placed))
}
