/** Label selectors: a Service says by labels which pods answer for it. */
import { isObject, valueAt } from '../../basics/json'
import { say } from '../../texts/text'
import type { MutableSpec, Relation } from '../kind'
import { podIn } from './pod'

type Labels = Readonly<Record<string, unknown>>

/** The line from a Service to the workloads that it picks: `graph/selected.ts` finds them, no reference names them. */
export const podsPicked: Relation = {
  path: '/spec/selector',
  to: ['kubernetes-workload'],
  meaning: 'forwards',
  draw: 'line',
  selects: true,
  connect: (spec, { target, name }) => {
    const labels = podLabels(target.spec)
    if (Object.keys(labels).length === 0)
      return say`The pods of “${name}” have no labels to be found by. Give them one first.`
    if (isObject(spec.spec) && isObject(spec.spec.selector))
      return 'It has a selector already. Remove it first.'
    spec.spec = { ...(isObject(spec.spec) ? spec.spec : {}), selector: selectorFor(target.spec, labels) }
    return undefined
  },
  disconnect: (spec) => {
    delete (spec.spec as MutableSpec).selector
  },
}

/** The labels that a workload's pods have. */
export function podLabels(manifest: Readonly<Record<string, unknown>>): Labels {
  const pod = podIn(manifest)
  // A pod of its own has its labels at the top.
  const at = pod === '/spec' ? '/metadata/labels' : pod.replace(/spec$/, 'metadata/labels')
  const labels = valueAt(manifest, at)
  return isObject(labels) ? labels : {}
}

/** What the workload itself knows its pods by, where that is all labels; versions and the like come and go. */
function selectorFor(manifest: Readonly<Record<string, unknown>>, labels: Labels): Labels {
  const own = valueAt(manifest, '/spec/selector/matchLabels')
  const known = isObject(own) && Object.keys(own).length > 0 && picks(own, labels)
  return { ...(known ? own : labels) }
}

/** Does a selector pick pods with these labels? An empty one picks none: somebody else says where they are. */
export function picks(selector: Labels, labels: Labels): boolean {
  const wanted = Object.entries(selector)
  return (
    wanted.length > 0 &&
    wanted.every(([name, value]) => Object.hasOwn(labels, name) && labels[name] === value)
  )
}
