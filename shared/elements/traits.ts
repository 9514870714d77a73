/**
 * What a drawing can say about an element that no AWS member holds: that a task runs to its end, that its data must
 * outlive it. People tick them in the inspector; advice rests on them, errors never do.
 */

export interface Trait {
  /** As a statement about the element. */
  readonly label: string
  /** One sentence. */
  readonly help: string
  /** The kinds that it can be said of. */
  readonly on: readonly string[]
}

const WORKLOADS = ['task-definition', 'service', 'task'] as const

export const traits = {
  batch: {
    label: 'Runs to an end',
    help: 'Does a job and exits, instead of waiting for requests.',
    on: WORKLOADS,
  },
  'long-running': {
    label: 'Must stay up',
    help: 'Somebody depends on it all the time.',
    on: ['task', 'task-definition'],
  },
  stateful: {
    label: 'Keeps data on disk',
    help: 'Data that it writes must outlive the task.',
    on: WORKLOADS,
  },
  'shared-files': {
    label: 'Shares files',
    help: 'Several tasks read and write the same files.',
    on: WORKLOADS,
  },
  'audit-logs': {
    label: 'Logs are evidence',
    help: 'No line of its log may be lost, as for an audit.',
    on: ['task-definition'],
  },
  test: { label: 'Not for production', help: 'Tests and trials, which may be interrupted.', on: WORKLOADS },
  'rare-events': {
    label: 'Works on rare, short events',
    help: 'Most of the time it has nothing to do.',
    on: ['service'],
  },
  'simple-web-app': {
    label: 'One plain web application',
    help: 'A single application with nothing around it.',
    on: ['service'],
  },
  'host-control': {
    label: 'Needs control of the host',
    help: 'Rules or tools ask for access to the machine that it runs on.',
    on: WORKLOADS,
  },
  'own-machine-image': {
    label: 'Needs a machine image of its own',
    help: 'Runs only on instances with a certain AMI.',
    on: WORKLOADS,
  },
  'savings-plan': {
    label: 'Covered by a Savings Plan',
    help: 'Its compute is paid for at a committed price.',
    on: ['service', 'cluster'],
  },
  'high-throughput': {
    label: 'Very high throughput',
    help: 'Millions of requests a second, or the lowest latency.',
    on: ['network-load-balancer'],
  },
  'static-addresses': {
    label: 'Needs fixed addresses',
    help: 'Clients know it by IP address.',
    on: ['network-load-balancer'],
  },
  'private-link': {
    label: 'Offered by PrivateLink',
    help: 'Other VPCs reach it by an endpoint service.',
    on: ['network-load-balancer'],
  },
  'multi-cloud': {
    label: 'Must run on several clouds',
    help: 'The same set-up is wanted outside AWS.',
    on: ['cluster'],
  },
  kubernetes: {
    label: 'The team runs Kubernetes',
    help: 'Knowledge and tools for Kubernetes are there already.',
    on: ['cluster'],
  },
  'x86-image': {
    label: 'Image for x86-64',
    help: 'Its images run on x86-64 processors.',
    on: ['ecr-repository'],
  },
  'arm-image': {
    label: 'Image for ARM64',
    help: 'Its images run on Graviton processors.',
    on: ['ecr-repository'],
  },
  'registry-scanning': {
    label: 'Scanned by its registry',
    help: 'A rule of the registry has its images scanned.',
    on: ['ecr-repository'],
  },
  'eni-trunking': {
    label: 'ENI trunking is on',
    help: 'The account setting awsvpcTrunking gives instances more network interfaces.',
    on: ['cluster'],
  },
} as const satisfies Readonly<Record<string, Trait>>

export type TraitId = keyof typeof traits

/** Is that said of the element? */
export function hasTrait(
  element: { readonly traits?: readonly string[] | undefined } | undefined,
  trait: TraitId,
): boolean {
  return element?.traits?.includes(trait) ?? false
}

/** The traits that can be said of a kind. */
export function traitsOf(kind: string): readonly (readonly [TraitId, Trait])[] {
  return (Object.entries(traits) as [TraitId, Trait][]).filter(([, { on }]) => on.includes(kind))
}
