import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { containersOf } from '../container/containers'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { removeMember } from '../fixes'
import { isAbsent, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { networkModesOf } from './modes'

const linked = [container({ memory: 512, links: ['db'] }), container({ name: 'db', memory: 512 })]

export const networkLinksBridgeOnly = defineRule({
  id: 'network-links-bridge-only',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/links'],
  title: 'Links exist in bridge mode only',
  message:
    'Container “{container}” has links, which only bridge mode knows; remove them and use localhost instead.',
  why: 'A link gives a container the address of another one on Docker’s bridge. In awsvpc and host mode there is no bridge between the containers of a task: they share one network and reach each other by localhost. ECS refuses the links.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:NetworkModeBridgeContainer', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    for (const { at: holder, called, container } of containersOf(spec)) {
      // On Windows container-windows-unsupported reports them, whatever the mode.
      if (isAbsent(container.links) || runsWindows(spec) !== false) continue
      const modes = networkModesOf(graph, id)
      const elsewhere = [...modes].some((mode) => mode !== 'bridge')
      // Fargate has no links even while its mode is still wrong.
      if (!elsewhere && !launchTypesOf(graph, id).has('FARGATE')) return
      const at = `${holder}/links`
      report({ at, values: { container: called }, fix: removeMember('Remove the links', id, at) })
    }
  },
  examples: () => ({
    valid: {
      'in bridge mode': drawing({ task: ec2Task({ networkMode: 'bridge', containerDefinitions: linked }) }),
      'no mode on EC2, which means bridge': drawing({ task: ec2Task({ containerDefinitions: linked }) }),
      'no mode, while nothing says how it is run': drawing({
        task: ec2Task({ requiresCompatibilities: undefined, containerDefinitions: linked }),
      }),
      'an empty list on Fargate': drawing({
        task: fargateTask({ containerDefinitions: [container({ links: [] })] }),
      }),
    },
    invalid: {
      'in awsvpc mode': {
        design: drawing({ task: ec2Task({ networkMode: 'awsvpc', containerDefinitions: linked }) }),
        element: 'task',
        at: '/containerDefinitions/0/links',
      },
      'in host mode': {
        design: drawing({ task: ec2Task({ networkMode: 'host', containerDefinitions: linked }) }),
        element: 'task',
        at: '/containerDefinitions/0/links',
      },
      'on Fargate': {
        design: drawing({ task: fargateTask({ networkMode: 'bridge', containerDefinitions: linked }) }),
        element: 'task',
        at: '/containerDefinitions/0/links',
      },
    },
  }),
})
