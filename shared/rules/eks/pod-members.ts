/** What pods ask of the machine that they run on. */

import { type Member, membersAt } from '../../basics/members'
import { podIn } from '../../elements/parts/pod'
import type { Workload } from '../../graph/pods'

const CONTAINERS = ['containers', 'initContainers'] as const

/** `privileged: true`, wherever it stands. */
export function privilegedIn(manifest: Workload): readonly Member[] {
  return inContainers(manifest, 'securityContext/privileged').filter(({ value }) => value === true)
}

/** What opens the network of the node: `hostNetwork: true`, and host ports. */
export function hostNetworkIn(manifest: Workload): readonly Member[] {
  return [
    ...membersAt(manifest, `${podIn(manifest)}/hostNetwork`).filter(({ value }) => value === true),
    ...inContainers(manifest, 'ports/*/hostPort').filter(({ value }) => value !== 0),
  ]
}

/** Does a pod ask for what only a node has? */
export function needsNode(manifest: Workload): boolean {
  if (manifest.kind === 'DaemonSet') return true
  return privilegedIn(manifest).length > 0 || hostNetworkIn(manifest).length > 0
}

function inContainers(manifest: Workload, member: string): readonly Member[] {
  return CONTAINERS.flatMap((list) => membersAt(manifest, `${podIn(manifest)}/${list}/*/${member}`))
}
