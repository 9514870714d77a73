import { efsFileSystem } from '../../elements/efs-file-system'
import { eksCluster } from '../../elements/eks-cluster'
import { nameOf } from '../../graph/graph'
import { workloadsIn } from '../../graph/pods'
import { say } from '../../texts/text'
import { eks, nodes, workload } from '../eks/examples'
import { drawing, element as elementOf } from '../examples'
import { defineRule, type Fix, ruleFamily } from '../rule'

/** Fewer workloads than that seldom repay a control plane of their own. */
const FEW = 3

/** Services around ECS that cost more than they need to. */
export const otherCosts = ruleFamily([
  defineRule({
    id: 'cost-eks-control-plane',
    severity: 'advice',
    on: [eksCluster],
    title: 'A Kubernetes control plane is worth its price',
    message:
      'EKS cluster “{cluster}” runs fewer than {few} workloads, but its control plane is billed by the hour; on ECS the control plane costs nothing.',
    why: 'An EKS cluster costs the same for one pod as for hundreds. For a few containers, and without need for Kubernetes’ own tools, ECS does the same without that price.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, graph, report }) {
      if (element.existing || workloadsIn(graph, id).length >= FEW) return
      report({ at: '', values: { cluster: nameOf(graph, id), few: FEW } })
    },
    examples: () => ({
      valid: {
        'three workloads': eks({ nodes, web: workload(), api: workload(), jobs: workload() }),
        'a cluster that is there already': drawing({
          shop: elementOf('eks-cluster', { name: 'shop' }, { existing: { name: 'shop' } }),
          web: workload(),
        }),
      },
      invalid: {
        'two workloads': {
          design: eks({ nodes, web: workload(), api: workload() }),
          element: 'shop',
          at: '',
        },
        'no workload yet': { design: eks({ nodes }), element: 'shop', at: '' },
      },
    }),
  }),
  defineRule({
    id: 'cost-efs-provisioned',
    severity: 'advice',
    on: [efsFileSystem],
    needs: ['/ThroughputMode'],
    title: 'EFS throughput is not bought in advance',
    message:
      'EFS “{fileSystem}” pays for provisioned throughput, used or not; elastic throughput follows the load.',
    why: 'EFS bills what is stored; provisioned throughput comes on top. It is for loads that are known, steady and high for the amount of data; for all others elastic throughput, billed by use, costs less.',
    sources: [
      { ref: 'EFS:CreateFileSystemRequest.ThroughputMode', checked: '2026-11-26' },
      {
        ref: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
        checked: '2026-11-21',
      },
    ],
    check({ id, spec, graph, report }) {
      if (spec.ThroughputMode !== 'provisioned') return
      const fix = toMode(id, spec.PerformanceMode === 'maxIO' ? 'bursting' : 'elastic')
      report({ at: '/ThroughputMode', values: { fileSystem: nameOf(graph, id) }, fix })
    },
    examples: () => ({
      valid: { elastic: efs({ ThroughputMode: 'elastic' }), 'bursting, which is the default': efs({}) },
      invalid: {
        provisioned: {
          design: efs({ ThroughputMode: 'provisioned', ProvisionedThroughputInMibps: 100 }),
          element: 'shared',
          at: '/ThroughputMode',
        },
        'provisioned, with a performance mode that has no elastic throughput': {
          design: efs({
            ThroughputMode: 'provisioned',
            ProvisionedThroughputInMibps: 100,
            PerformanceMode: 'maxIO',
          }),
          element: 'shared',
          at: '/ThroughputMode',
        },
      },
    }),
  }),
])

function efs(members: Readonly<Record<string, unknown>>) {
  return drawing({
    shared: elementOf('efs-file-system', { CreationToken: 'shared', Encrypted: true, ...members }),
  })
}

function toMode(id: string, mode: string): Fix {
  return {
    title: say`Change to ${mode} throughput`,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      if (spec?.ThroughputMode !== 'provisioned') return
      spec.ThroughputMode = mode
      delete spec.ProvisionedThroughputInMibps
    },
  }
}
