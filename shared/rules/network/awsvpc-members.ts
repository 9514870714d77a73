/** Members of a container that don't go with a network interface of the task's own. */
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { networkModesOf } from './modes'

const containerPage = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  checked: '2026-11-26',
}

const hosts = [{ hostname: 'db', ipAddress: '10.0.0.10' }]

export const awsvpcMembers = ruleFamily([
  defineRule({
    id: 'network-hostname-awsvpc',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/hostname'],
    title: 'In awsvpc mode a container has no host name of its own',
    message: 'In awsvpc mode container “{container}” can’t have host name “{hostname}”; remove it.',
    why: 'All containers of the task share its network interface, and the host name follows from the address of that. ECS refuses another one.',
    sources: [containerPage],
    check({ id, spec, graph, report }) {
      for (const { at: holder, called, container } of containersOf(spec)) {
        const { hostname } = container
        if (!hostname || !networkModesOf(graph, id).has('awsvpc')) continue
        const at = `${holder}/hostname`
        const values = { container: called, hostname }
        report({ at, values, fix: removeMember(say`Remove host name ${hostname}`, id, at) })
      }
    },
    examples: () => ({
      valid: {
        'in bridge mode': drawing({ task: onEc2({ hostname: 'web' }, 'bridge') }),
        'no mode on EC2, which means bridge': drawing({ task: onEc2({ hostname: 'web' }) }),
        'an empty text': drawing({ task: onEc2({ hostname: '' }, 'awsvpc') }),
      },
      invalid: {
        'in awsvpc mode': {
          design: drawing({ task: onEc2({ hostname: 'web' }, 'awsvpc') }),
          element: 'task',
          at: '/containerDefinitions/0/hostname',
        },
        'on Fargate': {
          design: drawing({ task: onFargate({ hostname: 'web' }) }),
          element: 'task',
          at: '/containerDefinitions/0/hostname',
        },
      },
    }),
  }),

  defineRule({
    id: 'network-extra-hosts-awsvpc',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/containerDefinitions/*/extraHosts'],
    title: 'In awsvpc mode a container has no extra hosts',
    message: 'In awsvpc mode container “{container}” can’t have extra hosts; remove them and use DNS.',
    why: 'Docker writes extra hosts into the /etc/hosts of a container on its bridge. In awsvpc mode that file belongs to the task, and ECS refuses further lines for it.',
    sources: [containerPage],
    check({ id, spec, graph, report }) {
      for (const { at: holder, called, container } of containersOf(spec)) {
        if (isAbsent(container.extraHosts) || !isForAwsvpcAlone(graph, id, spec)) continue
        const at = `${holder}/extraHosts`
        report({ at, values: { container: called }, fix: removeMember('Remove the extra hosts', id, at) })
      }
    },
    examples: () => ({
      valid: {
        'in bridge mode': drawing({ task: onEc2({ extraHosts: hosts }, 'bridge') }),
        'an empty list': drawing({ task: onEc2({ extraHosts: [] }, 'awsvpc') }),
        'on Fargate, which container-fargate-docker-options reports': drawing({
          task: onFargate({ extraHosts: hosts }),
        }),
      },
      invalid: {
        'in awsvpc mode': {
          design: drawing({ task: onEc2({ extraHosts: hosts }, 'awsvpc') }),
          element: 'task',
          at: '/containerDefinitions/0/extraHosts',
        },
      },
    }),
  }),

  defineRule({
    id: 'network-dns-awsvpc',
    severity: 'warning',
    on: [taskDefinition],
    needs: [
      '/containerDefinitions/*/dnsServers',
      '/containerDefinitions/*/dnsSearchDomains',
      '/containerDefinitions/*/disableNetworking',
    ],
    title: 'On EC2 in awsvpc mode the VPC resolves names',
    message:
      'AWS’s older guide excludes {member} in awsvpc mode, and the API’s text no longer does; try it out, or use the resolver of the VPC.',
    why: 'A task with an interface of its own gets its DNS settings from the VPC. Whether the container’s own ones are used is documented in two ways, so it is better not to count on them.',
    sources: [containerPage, { ref: 'DG-2023:task_definition_parameters', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      for (const { at, container } of containersOf(spec)) {
        for (const member of DNS_MEMBERS) {
          if (isAbsent(container[member]) || !isForAwsvpcAlone(graph, id, spec)) continue
          if (!launchTypesOf(graph, id).has('EC2')) return
          report({ at: `${at}/${member}`, values: { member } })
        }
      }
    },
    examples: () => ({
      valid: {
        'in bridge mode': drawing({ task: onEc2({ dnsServers: ['10.0.0.2'] }, 'bridge') }),
        'networking left on': drawing({ task: onEc2({ disableNetworking: false }, 'awsvpc') }),
        'on Fargate, which container-fargate-docker-options reports': drawing({
          task: onFargate({ dnsServers: ['10.0.0.2'] }),
        }),
      },
      invalid: {
        'DNS servers': {
          design: drawing({ task: onEc2({ dnsServers: ['10.0.0.2'] }, 'awsvpc') }),
          element: 'task',
          at: '/containerDefinitions/0/dnsServers',
        },
        'search domains': {
          design: drawing({ task: onEc2({ dnsSearchDomains: ['shop.internal'] }, 'awsvpc') }),
          element: 'task',
          at: '/containerDefinitions/0/dnsSearchDomains',
        },
        'no network at all': {
          design: drawing({ task: onEc2({ disableNetworking: true }, 'awsvpc') }),
          element: 'task',
          at: '/containerDefinitions/0/disableNetworking',
        },
      },
    }),
  }),
])

const DNS_MEMBERS = ['dnsServers', 'dnsSearchDomains', 'disableNetworking'] as const

/** Is awsvpc what is wrong with it? On Fargate and on Windows the member is refused as such, by a rule of its own. */
function isForAwsvpcAlone(graph: Graph, id: string, spec: TaskDefinitionSpec): boolean {
  if (!networkModesOf(graph, id).has('awsvpc') || runsWindows(spec) !== false) return false
  return !launchTypesOf(graph, id).has('FARGATE')
}

function onEc2(members: Readonly<Record<string, unknown>>, networkMode?: string) {
  return ec2Task({ networkMode, containerDefinitions: [container({ memory: 512, ...members })] })
}

function onFargate(members: Readonly<Record<string, unknown>>) {
  return fargateTask({ containerDefinitions: [container(members)] })
}
