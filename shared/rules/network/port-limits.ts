/** What single members of a port mapping may hold. */
import { LAST_PORT, MAX_PORT_RANGES } from '../../aws/facts/ports'
import { toText } from '../../basics/convert'
import type { Spec } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { behindBalancer, container, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { type Limit, limitRule, oneOfValues, reportBreaches, wholeBetween } from '../limits'
import { frontsTo, portMappingsOf, portRange } from '../ports'
import { isKnown } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { ec2Ports, FIRST, fargatePorts } from './examples'

const MAPPINGS = '/containerDefinitions/*/portMappings/*'

const portMappingPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  checked: '2026-11-26',
}

/** The nearest port is not what anybody meant, so these limits mend nothing. */
const containerPorts: Limit = { allows: wholeBetween(1, LAST_PORT).allows }
const hostPorts: Limit = { allows: wholeBetween(0, LAST_PORT).allows }

const protocols = oneOfValues(['tcp', 'udp'])

const ranges: Limit = {
  allows: (value) => {
    const range = typeof value === 'string' ? portRange(value) : undefined
    return range !== undefined && range.first >= 1 && range.first < range.last && range.last <= LAST_PORT
  },
  mend: (value) => {
    const range = portRange(toText(value).replace(/\s/g, ''))
    return range && `${Math.min(range.first, range.last)}-${Math.max(range.first, range.last)}`
  },
}

export const portLimits = ruleFamily([
  defineRule({
    id: 'port-out-of-range',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/portMappings'],
    title: 'Ports go from 1 to 65535',
    message: 'There is no container port {value}; ports go from 1 to {last}.',
    variants: {
      host: 'There is no host port {value}; ports go from 1 to {last}, and 0 asks for a dynamic one.',
    },
    why: 'TCP and UDP number their ports with 16 bits. RegisterTaskDefinition refuses any other number; only a host port may be 0, which means that Docker picks one.',
    sources: [portMappingPage, { ref: 'CDK:ClientAliasPortValid', checked: '2026-11-21' }],
    check(context) {
      const values = { last: LAST_PORT }
      reportBreaches(context, `${MAPPINGS}/containerPort`, containerPorts, { values })
      reportBreaches(context, `${MAPPINGS}/hostPort`, hostPorts, { values, variant: 'host' })
    },
    examples: () => ({
      valid: {
        'the last port': fargatePorts({ containerPort: 65535 }),
        'host port 0, a dynamic one': ec2Ports([{ containerPort: 80, hostPort: 0 }]),
        'a placeholder': fargatePorts({ containerPort: '<port>' }),
      },
      invalid: {
        'container port 70000': {
          design: fargatePorts({ containerPort: 70000 }),
          element: 'task',
          at: `${FIRST}/containerPort`,
        },
        'container port 0': {
          design: ec2Ports([{ containerPort: 0, hostPort: 8080 }]),
          element: 'task',
          at: `${FIRST}/containerPort`,
        },
        'host port 65536': {
          design: ec2Ports([{ containerPort: 80, hostPort: 65536 }]),
          element: 'task',
          at: `${FIRST}/hostPort`,
        },
      },
    }),
  }),

  defineRule({
    id: 'port-protocol-value',
    severity: 'warning',
    on: [taskDefinition],
    title: 'The protocol of a port is tcp or udp',
    message: 'ECS takes protocol “{value}” for tcp; write tcp or udp.',
    why: 'The two values are case-sensitive, and ECS treats everything else as tcp without a word. A port that is meant to be udp then never answers.',
    sources: [portMappingPage],
    needs: [`${MAPPINGS}/protocol`],
    check({ id, spec, graph, report }) {
      for (const { mapping, at, index } of portMappingsOf(spec)) {
        const { protocol: value, containerPort } = mapping
        if (!isKnown(value) || protocols.allows(value)) continue
        const place = `${at}/protocol`
        // An Application Load Balancer carries no UDP: there ECS’s reading of it is the right one.
        const web = frontsTo(graph, id, index, containerPort).some(({ kind }) => kind === 'application')
        const mended = web ? 'tcp' : protocols.mend?.(value)
        report({
          at: place,
          values: { value },
          ...(typeof mended === 'string' && {
            fix: setMembers(say`Change ${value} to ${mended}`, id, { [place]: mended }),
          }),
        })
      }
    },
    examples: () => ({
      valid: {
        udp: fargatePorts({ containerPort: 53, protocol: 'udp' }),
        'left out, which means tcp': fargatePorts({ containerPort: 80 }),
        'a placeholder': fargatePorts({ containerPort: 80, protocol: '{{protocol}}' }),
      },
      invalid: {
        'in capitals': {
          design: fargatePorts({ containerPort: 53, protocol: 'UDP' }),
          element: 'task',
          at: `${FIRST}/protocol`,
        },
        'in capitals, behind an Application Load Balancer': {
          design: behindWeb({ containerPort: 80, protocol: 'UDP' }),
          element: 'task',
          at: `${FIRST}/protocol`,
        },
        'a protocol that has no ports': {
          design: fargatePorts({ containerPort: 80, protocol: 'http' }),
          element: 'task',
          at: `${FIRST}/protocol`,
        },
      },
    }),
  }),

  limitRule({
    id: 'port-range-format',
    severity: 'error',
    on: [taskDefinition],
    title: 'A port range is two ports with a hyphen, the lower one first',
    message: '“{value}” is no port range; write two ports from 1 to 65535, the lower one first: 8000-8010.',
    why: 'ECS reads a range as first-last and refuses one that does not grow, that leaves the ports there are, or that is written in another way.',
    sources: [portMappingPage, { ref: 'CDK:MustBeContainerPortRangeStringFormat', checked: '2026-11-21' }],
    path: `${MAPPINGS}/containerPortRange`,
    limit: ranges,
    examples: () => ({
      valid: {
        'all ports that there are': fargatePorts({ containerPortRange: '1-65535' }),
        'two ports': fargatePorts({ containerPortRange: '8000-8001' }),
        'a placeholder': fargatePorts({ containerPortRange: '<first>-<last>' }),
      },
      invalid: {
        reversed: {
          design: fargatePorts({ containerPortRange: '8010-8000' }),
          element: 'task',
          at: `${FIRST}/containerPortRange`,
        },
        'with blanks': {
          design: fargatePorts({ containerPortRange: '8000 - 8010' }),
          element: 'task',
          at: `${FIRST}/containerPortRange`,
        },
        'one port': {
          design: fargatePorts({ containerPortRange: '8000-8000' }),
          element: 'task',
          at: `${FIRST}/containerPortRange`,
        },
        'beyond the last port': {
          design: fargatePorts({ containerPortRange: '65000-66000' }),
          element: 'task',
          at: `${FIRST}/containerPortRange`,
        },
      },
    }),
  }),

  defineRule({
    id: 'port-range-count',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/portMappings/*/containerPortRange'],
    title: 'A container has at most 100 port ranges',
    message:
      'This container has {count} port ranges, and ECS takes {most}; join ranges that touch, or leave some out.',
    why: 'In bridge mode the agent looks for a free host port for every port of a range, so ECS limits how many ranges one container may ask for.',
    sources: [portMappingPage],
    check({ spec, report }) {
      spec.containerDefinitions?.forEach(({ portMappings = [] }, index) => {
        if (portMappings.length <= MAX_PORT_RANGES) return
        const count = portMappings.filter((mapping) => mapping.containerPortRange).length
        if (count <= MAX_PORT_RANGES) return
        report({
          at: `/containerDefinitions/${index}/portMappings`,
          values: { count, most: MAX_PORT_RANGES },
        })
      })
    },
    examples: () => ({
      valid: {
        'a hundred ranges': fargatePorts(...rangesFrom(100)),
        'a hundred ranges and a single port': fargatePorts({ containerPort: 80 }, ...rangesFrom(100)),
      },
      invalid: {
        'one too many': {
          design: fargatePorts(...rangesFrom(101)),
          element: 'task',
          at: '/containerDefinitions/0/portMappings',
        },
      },
    }),
  }),
])

function rangesFrom(count: number) {
  return Array.from({ length: count }, (_, i) => ({ containerPortRange: `${1000 + 3 * i}-${1001 + 3 * i}` }))
}

function behindWeb(mapping: Spec) {
  const task = fargateTask({ containerDefinitions: [container({ portMappings: [mapping] })] })
  return { ...behindBalancer(), elements: { ...behindBalancer().elements, task } }
}
