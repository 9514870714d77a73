import { nfsPort } from '../aws/facts/volumes'
import { refer } from '../design/references'
import { efsFileSystem } from '../elements/efs-file-system'
import { securityGroup } from '../elements/security-group'
import { type Graph, nameOf } from '../graph/graph'
import { mountTargetsOf, subnetsOf, vpcOf, zoneOf } from '../graph/network'
import { runsOf } from '../graph/runs'
import { securityGroupsOf } from '../graph/security-groups'
import { addElement } from '../rules/fixes'
import { admit } from '../rules/fixes-security-groups'
import { givesOwnInterface } from '../rules/reading'
import { inWords, say } from '../texts/text'
import { openPort } from './access'
import { type Consequence, defineConsequences } from './consequence'

const NETWORK_ACCESS = 'https://docs.aws.amazon.com/efs/latest/ug/network-access.html'

/** Tasks reach the file system: a mount target in each of their zones, which lets NFS in from them. */
export const fileSystemConsequences = defineConsequences({
  meanings: ['mounts'],
  follow({ graph, line }) {
    if (graph.element(line.to)?.kind !== efsFileSystem.kind) return []
    const runners = runsOf(graph, line.from)
      .map(({ runner }) => runner)
      .filter((runner) => givesOwnInterface(graph, runner) === true)
    const from = [...new Set(runners.flatMap((runner) => securityGroupsOf(graph, runner) ?? []))]
    return [...mountTargets(graph, line.to, runners, from), ...ports(graph, line.to, from)]
  },
})

/** One in each zone that the tasks are in; AWS takes only one a zone. */
function mountTargets(
  graph: Graph,
  fileSystem: string,
  runners: readonly string[],
  from: readonly string[],
): readonly Consequence[] {
  const targets = mountTargetsOf(graph, fileSystem) ?? []
  const covered = new Set(targets.map(({ zone }) => zone))
  const wanted = new Map<string, string>()
  for (const subnet of runners.flatMap((runner) => subnetsOf(graph, runner))) {
    const zone = zoneOf(graph, subnet)
    if (zone !== undefined && !covered.has(zone) && !wanted.has(zone)) wanted.set(zone, subnet)
  }
  const subnets = [...wanted.values()]
  if (subnets.length === 0) return []
  const known = targets.find(({ securityGroups }) => securityGroups)?.securityGroups
  const places = inWords(
    subnets.map((subnet) => `“${nameOf(graph, subnet)}”`),
    'and',
  )
  return [
    {
      id: 'mount-targets',
      title: say`Give “${nameOf(graph, fileSystem)}” a mount target in ${places}`,
      reason: 'Tasks mount the file system at the mount target of their own Availability Zone.',
      source: 'https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html',
      apply: (draft) => {
        const spec = draft.elements[fileSystem]?.spec
        const old: unknown = spec?.MountTargets ?? []
        if (!spec || !Array.isArray(old)) return
        const missing = subnets.filter((subnet) => !old.some((target) => target?.SubnetId === refer(subnet)))
        if (missing.length === 0) return
        const groups = known ?? guard(draft, graph, fileSystem, subnets, from)
        const made = missing.map((subnet) => ({
          SubnetId: refer(subnet),
          ...(groups.length > 0 ? { SecurityGroups: groups.map((group) => refer(group)) } : {}),
        }))
        spec.MountTargets = [...old, ...made]
      },
    },
  ]
}

/** A security group for the new mount targets, open for the tasks alone. */
function guard(
  draft: Parameters<Consequence['apply']>[0],
  graph: Graph,
  fileSystem: string,
  subnets: readonly string[],
  from: readonly string[],
): readonly string[] {
  const vpc = subnets.map((subnet) => vpcOf(graph, subnet)).find((id) => id !== undefined)
  const [source] = from
  if (source === undefined || vpc === undefined || !Object.hasOwn(draft.elements, vpc)) return []
  const name = `${fileSystem}-access`
  const group = addElement(draft, name, {
    kind: securityGroup.kind,
    spec: { ...securityGroup.defaults(name), VpcId: refer(vpc) },
  })
  admit(draft, group, source, { first: nfsPort, last: nfsPort })
  return [group]
}

function ports(graph: Graph, fileSystem: string, from: readonly string[]): readonly Consequence[] {
  const groups = (mountTargetsOf(graph, fileSystem) ?? []).flatMap(
    ({ securityGroups }) => securityGroups ?? [],
  )
  const to = [...new Set(groups)]
  return openPort(graph, {
    id: 'nfs-port',
    port: nfsPort,
    from,
    to,
    reason: 'EFS is reached by NFS; a mount target that does not let it in makes every mount time out.',
  }).map((part) => ({ ...part, source: NETWORK_ACCESS }))
}
