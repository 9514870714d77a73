import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { setMembers } from '../fixes'
import { oneOfValues } from '../limits'
import { portMappingsOf } from '../ports'
import { isKnown, isWritten } from '../reading'
import { defineRule } from '../rule'
import { FIRST, fargatePorts } from './examples'
import { usualPortName } from './port-names'

const protocols = oneOfValues(['http', 'http2', 'grpc'])

export const portAppProtocol = defineRule({
  id: 'port-app-protocol',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/appProtocol'],
  title: 'An application protocol is http, http2 or grpc, on a port with a name',
  message: '“{value}” is no application protocol; use http, http2 or grpc, or leave it out for plain TCP.',
  variants: {
    unnamed: 'Application protocol {value} is for Service Connect, which needs the port to have a name.',
  },
  why: 'The proxy of Service Connect handles these three protocols and takes everything else for plain TCP. It finds the port by its name, so the protocol of a port without one would never be used, and ECS refuses it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
    { ref: 'API:ApplicationProtocol', checked: '2026-11-26' },
    { ref: 'CDK:ServiceConnectRelatedPortMapping', checked: '2026-11-21' },
  ],
  check({ id, element, spec, report }) {
    for (const placed of portMappingsOf(spec)) {
      const { appProtocol: value, name } = placed.mapping
      if (!isKnown(value)) continue
      const at = `${placed.at}/appProtocol`
      if (!protocols.allows(value)) {
        const mended = protocols.mend?.(value)
        const fix =
          mended === undefined
            ? {}
            : { fix: setMembers(say`Change ${value} to ${toText(mended)}`, id, { [at]: mended }) }
        report({ at, values: { value }, ...fix })
        // An empty name is port-name-invalid.
      } else if (name === undefined && !isWritten(element, `${placed.at}/name`)) {
        const better = usualPortName(spec, placed)
        report({
          at,
          variant: 'unnamed',
          values: { value },
          ...(better !== undefined && {
            fix: setMembers(say`Name the port ${better}`, id, { [`${placed.at}/name`]: better }),
          }),
        })
      }
    }
  },
  examples: () => ({
    valid: {
      'with a name, without Service Connect': fargatePorts({
        containerPort: 80,
        name: 'web',
        appProtocol: 'http',
      }),
      'a name alone': fargatePorts({ containerPort: 80, name: 'web' }),
      'an empty name, which port-name-invalid reports': fargatePorts({
        containerPort: 80,
        name: '',
        appProtocol: 'http',
      }),
      'a placeholder': fargatePorts({ containerPort: 80, appProtocol: '{{protocol}}' }),
    },
    invalid: {
      'without a name': {
        design: fargatePorts({ containerPort: 80, appProtocol: 'http' }),
        element: 'task',
        at: `${FIRST}/appProtocol`,
      },
      'another protocol': {
        design: fargatePorts({ containerPort: 80, name: 'web', appProtocol: 'tcp' }),
        element: 'task',
        at: `${FIRST}/appProtocol`,
      },
      'in capitals': {
        design: fargatePorts({ containerPort: 80, name: 'web', appProtocol: 'HTTP' }),
        element: 'task',
        at: `${FIRST}/appProtocol`,
      },
    },
  }),
})
