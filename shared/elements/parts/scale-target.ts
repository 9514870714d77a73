import { isObject, removePruned, valueAt } from '../../basics/json'
import type { MutableSpec, Relation } from '../kind'
import { textAt } from './reading'

const AT = '/spec/scaleTargetRef'

/** An autoscaler names its workload, and says of what kind it is. */
export const scalesWorkload: Relation = {
  path: `${AT}/name`,
  to: ['kubernetes-workload'],
  meaning: 'scales',
  draw: 'line',
  connect: (spec, { reference, target }) => {
    if (valueAt(spec, AT) !== undefined) return 'It scales another workload already. Disconnect that first.'
    const inner: MutableSpec = isObject(spec.spec) ? spec.spec : {}
    const scaleTargetRef = {
      apiVersion: textAt(target.spec, '/apiVersion') ?? 'apps/v1',
      kind: textAt(target.spec, '/kind') ?? 'Deployment',
      name: reference,
    }
    spec.spec = { ...inner, scaleTargetRef }
    return undefined
  },
  disconnect: (spec) => removePruned(spec, AT),
}
