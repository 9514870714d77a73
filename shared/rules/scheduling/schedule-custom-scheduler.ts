import { externalSystem } from '../../elements/external-system'
import { nameOf } from '../../graph/graph'
import { drawing, element } from '../examples'
import { defineRule } from '../rule'

const CUSTOM = 'Custom scheduler'

export const scheduleCustomScheduler = defineRule({
  id: 'schedule-custom-scheduler',
  severity: 'advice',
  on: [externalSystem],
  title: 'Custom scheduling needs no scheduler such as Blox',
  message:
    'For “{name}” there is StartTask, with events of ECS or the external deployment controller; Blox is no longer developed.',
  why: 'Blox was a collection of open-source tools to build schedulers with; nobody works on it any more. What it did, ECS offers: events of tasks and instances by EventBridge, StartTask to place a task on a chosen instance, and task sets for deployments of one’s own.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:scheduling_tasks', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (spec.type !== CUSTOM && !/\bblox\b/i.test(element.label ?? '')) return
    report({ at: spec.type === undefined ? '' : '/type', values: { name: nameOf(graph, id) } })
  },
  examples: () => ({
    valid: {
      'another system': drawing({ shop: element('external-system', { type: 'Application server' }) }),
      'a name that only sounds like it': drawing({
        box: element('external-system', {}, { label: 'Bloxberg' }),
      }),
    },
    invalid: {
      'a custom scheduler': {
        design: drawing({ scheduler: element('external-system', { type: CUSTOM }, { label: 'planner' }) }),
        element: 'scheduler',
        at: '/type',
      },
      'Blox by its name': {
        design: drawing({ scheduler: element('external-system', {}, { label: 'Blox daemon scheduler' }) }),
        element: 'scheduler',
        at: '',
      },
    },
  }),
})
