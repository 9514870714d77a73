import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { dropItems } from '../fixes'
import { isKnown, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { networkModesOf } from './modes'

export const networkLinksUnknown = defineRule({
  id: 'network-links-unknown',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/links'],
  title: 'A link leads to another container of the task',
  message:
    'There is no other container “{target}” in this task that could be linked; correct the name or remove the link.',
  why: 'A link is written as name or name:alias, and the name is that of a container beside this one. Docker can’t link across tasks, so ECS refuses a name that it does not find.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const containers = spec.containerDefinitions ?? []
    const linking = containers.some(({ links }) => links && links.length > 0)
    // A name that is not known yet may be the one that is meant.
    if (!linking || containers.some(({ name }) => !isKnown(name))) return
    // Where links are wrong as such, network-links-bridge-only or container-windows-unsupported says so.
    if (runsWindows(spec)) return
    if ([...networkModesOf(graph, id)].some((mode) => mode !== 'bridge')) return
    containers.forEach(({ links = [], name }, index) => {
      links.forEach((link, place) => {
        const target = link.split(':')[0]
        if (!isKnown(link) || !target) return
        if (containers.some((other) => other.name === target && other.name !== name)) return
        const list = `/containerDefinitions/${index}/links`
        const fix = dropItems(say`Remove link ${link}`, id, list, (item) => item === link)
        report({ at: `${list}/${place}`, values: { target }, fix })
      })
    })
  },
  examples: () => ({
    valid: {
      'with an alias': drawing({ task: linking('db:database') }),
      'a placeholder': drawing({ task: linking('{{backend}}') }),
      'in awsvpc mode, where no link is right': drawing({
        task: fargateTask({ containerDefinitions: [container({ links: ['ghost'] })] }),
      }),
      'beside a container whose name is not known yet': drawing({
        task: ec2Task({
          containerDefinitions: [
            container({ memory: 512, links: ['db'] }),
            container({ name: '{{name}}', memory: 512 }),
          ],
        }),
      }),
    },
    invalid: {
      'a container that is not there': {
        design: drawing({ task: linking('ghost') }),
        element: 'task',
        at: '/containerDefinitions/0/links/0',
      },
      'to itself': {
        design: drawing({ task: linking('db', 'web:me') }),
        element: 'task',
        at: '/containerDefinitions/0/links/1',
      },
    },
  }),
})

function linking(...links: readonly string[]) {
  return ec2Task({
    containerDefinitions: [container({ memory: 512, links }), container({ name: 'db', memory: 512 })],
  })
}
