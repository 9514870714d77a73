/** Kubernetes workloads of the drawn EKS clusters. */
import { toText } from '../../../basics/convert'
import { valueAt } from '../../../basics/json'
import { kubernetesWorkload } from '../../../elements/kubernetes-workload'
import { podIn } from '../../../elements/parts/pod'
import { objectsAt, textAt } from '../../../elements/parts/reading'
import { elementsOfKind, nameOf, targetOf } from '../../../graph/graph'
import { frameOf } from '../../../graph/network'
import type { Line, Part, Row } from '../report'
import { type Source, shown, specText } from '../source'

/** A table of workloads; none for a design without. */
export function kubernetesParts(source: Source): readonly Part[] {
  const { graph, words } = source
  const ids = elementsOfKind(graph, kubernetesWorkload.kind)
  if (ids.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('Kubernetes workloads')],
      blocks: [
        {
          block: 'table',
          caption: words('Kubernetes workloads'),
          columns: [
            { heading: words('Workload'), share: 24 },
            { heading: words('Cluster'), share: 20 },
            { heading: words('Containers'), share: 40 },
            { heading: words('Replicas'), share: 16, isNumber: true },
          ],
          rows: ids.map((id) => workloadRow(source, id)),
        },
      ],
    },
  ]
}

function workloadRow(source: Source, id: string): Row {
  const { graph } = source
  const spec = graph.element(id)?.spec ?? {}
  const home = targetOf(graph, id, 'in-cluster') ?? frameOf(graph, id, 'eks-cluster')
  const replicas = valueAt(spec, '/spec/replicas')
  const containers = objectsAt(spec, `${podIn(spec)}/containers`)
  const lines = containers.map(([, container]): Line => {
    const image = specText(source, textAt(container, '/image'))
    return [`${shown(textAt(container, '/name') ?? '')} `, { code: image }]
  })
  return [
    [[{ strong: shown(nameOf(graph, id)) }], [{ muted: shown(textAt(spec, '/kind') ?? '', '') }]],
    [[home === undefined ? '–' : shown(nameOf(graph, home))]],
    lines.length === 0 ? [['–']] : lines,
    [[typeof replicas === 'number' ? toText(replicas) : '–']],
  ]
}
