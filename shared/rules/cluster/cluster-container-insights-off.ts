import { CONTAINER_INSIGHTS } from '../../aws/facts/clusters'
import { cluster as clusterKind } from '../../elements/cluster'
import { nameOf } from '../../graph/graph'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'

const BEST = 'enhanced'

export const clusterContainerInsightsOff = defineRule({
  id: 'cluster-container-insights-off',
  severity: 'advice',
  on: [clusterKind],
  title: 'Container Insights measures a cluster',
  message:
    'Container Insights is off for “{cluster}”; set it to enhanced, or enabled, for metrics of services and tasks.',
  why: 'Without it CloudWatch only has CPU and memory of whole services. With it there are metrics of tasks and containers, and events that say why a task stopped. They are billed as custom metrics. A default of the account may turn it on as well; saying it here makes it sure.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html',
      checked: '2026-11-26',
    },
    { ref: 'SH:ECS.12', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const settings = spec.settings ?? []
    const index = settings.findIndex(({ name }) => name === CONTAINER_INSIGHTS)
    if (index >= 0 && (settings[index]?.value ?? 'disabled') !== 'disabled') return
    // What a cluster in AWS is set to, and what stands there in another shape, is not known.
    if (index < 0 && (element.existing || !isAbsent(element.spec.settings))) return
    const [at, fix] =
      index < 0
        ? ['/settings', { '/settings': [{ name: CONTAINER_INSIGHTS, value: BEST }] }]
        : [`/settings/${index}`, { [`/settings/${index}/value`]: BEST }]
    report({
      at,
      values: { cluster: nameOf(graph, id) },
      fix: setMembers(say`Set Container Insights to ${BEST}`, id, fix),
    })
  },
  examples: () => ({
    valid: {
      'with more detail': cluster([{ name: CONTAINER_INSIGHTS, value: 'enhanced' }]),
      enabled: cluster([{ name: CONTAINER_INSIGHTS, value: 'enabled' }]),
      'a placeholder': cluster([{ name: CONTAINER_INSIGHTS, value: '<insights>' }]),
      'a cluster in AWS, whose settings are not drawn': drawing({
        main: element('cluster', {}, { existing: { name: 'main' } }),
      }),
    },
    invalid: {
      'nothing set': { design: cluster(undefined), element: 'main', at: '/settings' },
      disabled: {
        design: cluster([{ name: CONTAINER_INSIGHTS, value: 'disabled' }]),
        element: 'main',
        at: '/settings/0',
      },
    },
  }),
})

function cluster(settings: readonly object[] | undefined) {
  return drawing({ main: element('cluster', { clusterName: 'main', settings }) })
}
