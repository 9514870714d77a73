/** Adding what the pods of an EKS cluster can run on. */
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { eksFargateProfile } from '../../elements/eks-fargate-profile'
import { eksNodeGroup } from '../../elements/eks-node-group'
import { addElement, findElement } from '../fixes'
import type { Fix } from '../rule'

const isThere = (draft: DesignDraft, kind: string, cluster: string) =>
  findElement(draft, kind, 'clusterName', refer(cluster)) !== undefined

/** Gives a cluster a group of nodes, unless it has one. */
export function addNodeGroup(cluster: string): Fix {
  return {
    title: 'Add a node group',
    apply: (draft) => {
      if (isThere(draft, eksNodeGroup.kind, cluster)) return
      const name = `${cluster}-nodes`
      const spec = { ...eksNodeGroup.defaults(name), clusterName: refer(cluster) }
      addElement(draft, name, { kind: eksNodeGroup.kind, spec })
    },
  }
}

/** Gives a cluster a Fargate profile for the pods of some namespaces, unless it has one. */
export function addFargateProfile(cluster: string, namespaces: readonly string[]): Fix {
  return {
    title: 'Add a Fargate profile',
    apply: (draft) => {
      if (isThere(draft, eksFargateProfile.kind, cluster)) return
      const name = `${cluster}-fargate`
      const spec = {
        ...eksFargateProfile.defaults(name),
        clusterName: refer(cluster),
        podExecutionRoleArn: '<pod-execution-role-arn>',
        selectors: namespaces.map((namespace) => ({ namespace })),
      }
      addElement(draft, name, { kind: eksFargateProfile.kind, spec })
    },
  }
}
