/** Which Compose services become containers of one task: those that share a network namespace. */

import { imageName } from '../../elements/parts/image-name'
import { member, type Node, textOf } from '../containers/node'
import { entriesOf, namedMap } from './merge'
import type { Project } from './project'

export interface Member {
  readonly key: string
  readonly service: Node
}

export interface Group {
  /** Its name is that of the task. */
  readonly main: Member
  readonly others: readonly Member[]
  /** Nobody but itself needs it to stay: others wait for its end, or it runs only when asked for. */
  readonly once: boolean
  /** Services that only held the network, as ECS does by itself. */
  readonly holders: readonly Member[]
}

/** The groups of a project, in the order of the file. */
export function groupsOf({ services }: Project): readonly Group[] {
  const byKey = new Map(services)
  const holderOf = (key: string): string => {
    const joined = joinedBy(byKey.get(key))
    return joined === undefined || joined === key || !byKey.has(joined) ? key : holderOf2(byKey, joined)
  }
  const members = new Map<string, Member[]>()
  for (const [key, service] of services) {
    const holder = holderOf(key)
    members.set(holder, [...(members.get(holder) ?? []), { key, service }])
  }
  const awaited = awaitedOf(services)
  return [...members].map(([holder, all]) => {
    const holders = all.filter((one) => one.key === holder && all.length > 1 && isPause(one.service))
    const containers = all.filter((one) => !holders.includes(one))
    const main = mainOf(containers, holder) ?? all[0]
    if (!main) throw new Error('A group has a member.')
    return {
      main,
      holders,
      others: containers.filter((one) => one !== main),
      once: isOnce(main.service) || (awaited.has(main.key) && containers.length === 1),
    }
  })
}

/** One step more, so that two services that join each other are no circle. */
function holderOf2(byKey: ReadonlyMap<string, Node>, key: string): string {
  const joined = joinedBy(byKey.get(key))
  return joined !== undefined && byKey.has(joined) && joinedBy(byKey.get(joined)) === undefined ? joined : key
}

function joinedBy(service: Node | undefined): string | undefined {
  return /^service:(.+)$/.exec(textOf(member(service, 'network_mode')) ?? '')?.[1]
}

function isPause(service: Node): boolean {
  return /(?:^|\/)pause$/.test(imageName(textOf(member(service, 'image')) ?? '').repository)
}

/** The one whose name all others begin with, or that holds the network. */
function mainOf(containers: readonly Member[], holder: string): Member | undefined {
  return (
    containers.find((one) =>
      containers.every((other) => other === one || other.key.startsWith(`${one.key}-`)),
    ) ??
    containers.find(({ key }) => key === holder) ??
    containers[0]
  )
}

/** What runs to an end on its own: explicitly never restarted, and started only when asked for. */
function isOnce(service: Node): boolean {
  const profiles = member(service, 'profiles')?.items?.length ?? 0
  const restart = textOf(member(service, 'restart'))
  return profiles > 0 && (restart === undefined || restart === 'no')
}

/** The services whose successful end others wait for. */
function awaitedOf(services: Project['services']): ReadonlySet<string> {
  const found = services.flatMap(([, service]) => {
    const waits = member(service, 'depends_on')
    return waits ? entriesOf(namedMap(waits)) : []
  })
  return new Set(
    found
      .filter(([, node]) => textOf(member(node, 'condition')) === 'service_completed_successfully')
      .map(([key]) => key),
  )
}
