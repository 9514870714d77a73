/** What the volumes of pods are, behind their claims. */
import { isObject, valueAt } from '../basics/json'
import { referencesIn } from '../design/references'
import { podIn } from '../elements/parts/pod'
import { objectsAt, textAt } from '../elements/parts/reading'
import type { Graph } from './graph'
import { query } from './query'

export interface PodVolume {
  /** JSON pointer of the volume in the workload's spec. */
  readonly at: string
  readonly name: string | undefined
  /** The drawn claim, if it is one. */
  readonly claim: string | undefined
  /** The CSI driver; undefined where the drawing does not tell. */
  readonly driver: string | undefined
  /** Made for the claim by a storage class, instead of being there. */
  readonly dynamic: boolean
  readonly hostPath: boolean
}

/** The volumes of a workload's pods that are more than scratch space or settings. */
export const podVolumes = query((graph, workload: string): readonly PodVolume[] => {
  const manifest = graph.element(workload)?.spec ?? {}
  const list = `${podIn(manifest)}/volumes`
  return objectsAt(manifest, list).flatMap(([index, volume]): PodVolume[] => {
    const at = `${list}/${index}`
    const common = {
      at,
      name: textAt(volume, '/name'),
      claim: undefined,
      driver: undefined,
      dynamic: false,
      hostPath: false,
    }
    if (isObject(volume.hostPath)) return [{ ...common, hostPath: true }]
    const template = valueAt(volume, '/ephemeral/volumeClaimTemplate/spec')
    if (isObject(template)) return [{ ...common, dynamic: true, driver: driverOf(graph, template) }]
    const claim = drawn(graph, valueAt(volume, '/persistentVolumeClaim/claimName'))
    const spec = claim === undefined ? undefined : valueAt(graph.element(claim)?.spec, '/spec')
    if (claim === undefined || !isObject(spec)) return []
    return [{ ...common, claim, ...storageOf(graph, spec) }]
  })
})

function storageOf(
  graph: Graph,
  claim: Readonly<Record<string, unknown>>,
): Pick<PodVolume, 'driver' | 'dynamic'> {
  const volume = drawn(graph, claim.volumeName)
  if (volume !== undefined)
    return { driver: textAt(graph.element(volume)?.spec, '/spec/csi/driver'), dynamic: false }
  return { driver: driverOf(graph, claim), dynamic: true }
}

/** The driver behind the storage class that a claim names. */
export function driverOf(graph: Graph, claim: Readonly<Record<string, unknown>>): string | undefined {
  const storageClass = drawn(graph, claim.storageClassName)
  return storageClass === undefined ? undefined : textAt(graph.element(storageClass)?.spec, '/provisioner')
}

function drawn(graph: Graph, text: unknown): string | undefined {
  const id = typeof text === 'string' ? referencesIn(text)[0]?.id : undefined
  return id !== undefined && graph.element(id) ? id : undefined
}
