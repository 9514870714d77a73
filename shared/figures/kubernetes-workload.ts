import type { z } from 'zod'
import { referencesIn } from '../design/references'
import { kubernetesWorkload } from '../elements/kubernetes-workload'
import { podIn } from '../elements/parts/pod'
import { say, term } from '../texts/text'
import { defineFigure, type FigureContext } from './figure'
import { type CardRow, card } from './forms/card'

type Spec = z.output<typeof kubernetesWorkload.spec>
type Pod = Pick<NonNullable<Spec['spec']>, 'containers' | 'volumes'>
type Container = NonNullable<Pod['containers']>[number]

export const kubernetesWorkloadFigure = defineFigure({
  kind: kubernetesWorkload,
  draw: (context) => {
    const { kind, metadata, spec } = context.spec
    const { containers = [], volumes = [] } = podOf(context.spec) ?? {}
    const at = podIn(context.spec)
    return card(context, {
      facts: [
        kind,
        spec?.replicas !== undefined && `×${spec.replicas}`,
        spec?.schedule,
        // One that is drawn is the frame around it.
        metadata?.namespace !== undefined &&
          referencesIn(metadata.namespace).length === 0 &&
          metadata.namespace,
      ],
      rows: containers.map((container, index) => row(context, container, `${at}/containers/${index}`, index)),
      footer:
        volumes.length === 0
          ? undefined
          : {
              pointer: `${at}/volumes`,
              glyph: 'volume',
              facts: volumes.map(({ name }) => name ?? term('volume')),
            },
      empty: term('No containers'),
    })
  },
})

/** The pod itself, or that of a template. */
function podOf({ kind, spec }: Spec): Pod | undefined {
  if (kind === 'Pod') return spec
  return kind === 'CronJob' ? spec?.jobTemplate?.spec?.template?.spec : spec?.template?.spec
}

function row(context: FigureContext<Spec>, container: Container, pointer: string, index: number): CardRow {
  const probed = container.livenessProbe !== undefined || container.readinessProbe !== undefined
  return {
    pointer,
    name: container.name === undefined ? say`Container ${index + 1}` : context.text(container.name),
    detail: container.image === undefined ? term('no image') : context.text(container.image),
    // Kubernetes knows no containers that a pod can do without.
    essential: true,
    chips: (container.ports ?? []).map(portText),
    glyphs: probed ? ['health'] : [],
  }
}

function portText({ containerPort, hostPort, protocol }: NonNullable<Container['ports']>[number]): string {
  const port = hostPort === undefined ? `${containerPort ?? '?'}` : `${hostPort}→${containerPort ?? '?'}`
  return `${port}/${(protocol ?? 'TCP').toLowerCase()}`
}
