/** Which storage pods can have, on nodes and on Fargate. */

import { refer } from '../../design/references'
import { kubernetesStorageClass } from '../../elements/kubernetes-storage-class'
import { kubernetesVolumeClaim } from '../../elements/kubernetes-volume-claim'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { DRIVERS } from '../../elements/parts/persistent'
import { driverOf, podVolumes } from '../../graph/pod-storage'
import { isOnFargate } from '../../graph/pods'
import { addElement, findElement, setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { workload } from './examples'
import { claim, mounting, onFargate, onNodes, storageClass, volume } from './object-examples'

const STORAGE = {
  ref: 'https://docs.aws.amazon.com/eks/latest/userguide/storage.html',
  checked: '2026-11-27',
}
const EFS = { ref: 'https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html', checked: '2026-11-27' }
const EBS = { ref: 'https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html', checked: '2026-11-27' }

const BLOCK: readonly string[] = [DRIVERS.ebs, DRIVERS.autoEbs]
const at = '/spec/template/spec/volumes/0'

export const eksStorage = ruleFamily([
  defineRule({
    id: 'eks-fargate-storage',
    severity: 'error',
    on: [kubernetesWorkload],
    title: 'Pods on Fargate mount EFS only',
    message:
      'Pods on Fargate can’t mount this volume, which is not on EFS; use EFS, or keep these pods on nodes.',
    variants: {
      dynamic:
        'Pods on Fargate can’t mount EFS volumes that a storage class makes; give the claim a volume that is there.',
      host: 'Pods on Fargate can’t mount folders of a host; use EFS, or keep these pods on nodes.',
    },
    why: 'The drivers of EBS, FSx and S3 run on nodes, where they attach and mount. Fargate has the one of EFS built in, for file systems that a persistent volume names; it does not make any.',
    sources: [EFS, EBS, STORAGE],
    check({ id, graph, report }) {
      const volumes = podVolumes(graph, id)
      if (volumes.length === 0 || isOnFargate(graph, id) !== true) return
      for (const { at, driver, dynamic, hostPath } of volumes) {
        if (hostPath) report({ at, variant: 'host' })
        else if (driver === DRIVERS.efs && dynamic) report({ at, variant: 'dynamic' })
        else if (
          driver !== undefined &&
          driver !== DRIVERS.efs &&
          Object.values<string>(DRIVERS).includes(driver)
        )
          report({ at })
      }
    },
    examples: () => ({
      valid: {
        'EFS that is there': onFargate({
          web: mounting(),
          data: claim({ volumeName: '@{files}', storageClassName: '' }),
          files: volume(DRIVERS.efs),
        }),
        'EBS on nodes': onNodes({
          web: mounting(),
          data: claim({ storageClassName: '@{disk}' }),
          disk: storageClass(DRIVERS.ebs),
        }),
        'a claim of which nothing more is drawn': onFargate({
          web: mounting(),
          data: claim({ storageClassName: 'fast' }),
        }),
      },
      invalid: {
        EBS: {
          design: onFargate({
            web: mounting(),
            data: claim({ storageClassName: '@{disk}' }),
            disk: storageClass(DRIVERS.ebs),
          }),
          element: 'web',
          at,
        },
        'EFS by a storage class': {
          design: onFargate({
            web: mounting(),
            data: claim({ storageClassName: '@{disk}' }),
            disk: storageClass(DRIVERS.efs),
          }),
          element: 'web',
          at,
        },
        S3: {
          design: onFargate({
            web: mounting(),
            data: claim({ volumeName: '@{files}', storageClassName: '' }),
            files: volume(DRIVERS.s3),
          }),
          element: 'web',
          at,
        },
        'a folder of the host': {
          design: onFargate({
            web: workload({ pod: { volumes: [{ name: 'logs', hostPath: { path: '/var/log' } }] } }),
          }),
          element: 'web',
          at,
        },
      },
    }),
  }),
  defineRule({
    id: 'eks-claim-storage',
    severity: 'warning',
    on: [kubernetesVolumeClaim],
    title: 'A volume claim says where its volume comes from',
    message:
      'This claim names neither a storage class nor a volume, and a new EKS cluster has no default class; name one.',
    why: 'From Kubernetes 1.30 on, EKS marks none of the storage classes of a new cluster as the default one. A claim without a class waits for ever, and with it the pods that mount it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html',
        checked: '2026-11-27',
      },
      EBS,
    ],
    check({ id, element, spec, report }) {
      const { storageClassName, volumeName } = spec.spec ?? {}
      if (storageClassName !== undefined || volumeName !== undefined || isUnknown(element.spec.spec)) return
      // Somebody picks volumes by labels.
      if (spec.spec?.selector !== undefined) return
      report({ at: '/spec', fix: giveClass(id) })
    },
    examples: () => ({
      valid: {
        'a storage class': onNodes({
          data: claim({ storageClassName: '@{disk}' }),
          disk: storageClass(DRIVERS.ebs),
        }),
        'a class that is not drawn': onNodes({ data: claim({ storageClassName: 'gp3' }) }),
        'a volume': onNodes({
          data: claim({ volumeName: '@{files}', storageClassName: '' }),
          files: volume(DRIVERS.efs),
        }),
      },
      invalid: { neither: { design: onNodes({ data: claim() }), element: 'data', at: '/spec' } },
    }),
  }),
  defineRule({
    id: 'eks-claim-access-mode',
    severity: 'error',
    on: [kubernetesVolumeClaim],
    title: 'An EBS volume is written by one node',
    message:
      'EBS volumes are mounted by one node at a time, so the access mode can’t be {mode}; use ReadWriteOnce, or EFS.',
    why: 'A file system on EBS belongs to the instance that it is attached to. For files that pods on several nodes read and write there is EFS.',
    sources: [EBS, STORAGE],
    check({ id, spec, graph, report }) {
      const modes = spec.spec?.accessModes ?? []
      const driver = driverOf(graph, spec.spec ?? {})
      if (driver === undefined || !BLOCK.includes(driver) || spec.spec?.volumeMode === 'Block') return
      for (const [index, mode] of modes.entries()) {
        if (mode !== 'ReadWriteMany' && mode !== 'ReadOnlyMany') continue
        const place = `/spec/accessModes/${index}`
        report({
          at: place,
          values: { mode },
          fix: setMembers('Set the access mode to ReadWriteOnce', id, {
            '/spec/accessModes': ['ReadWriteOnce'],
          }),
        })
      }
    },
    examples: () => ({
      valid: {
        'one node': onNodes({
          data: claim({ storageClassName: '@{disk}' }),
          disk: storageClass(DRIVERS.ebs),
        }),
        'many nodes on EFS': onNodes({
          data: claim({ accessModes: ['ReadWriteMany'], storageClassName: '@{files}' }),
          files: storageClass(DRIVERS.efs),
        }),
      },
      invalid: {
        'many nodes on EBS': {
          design: onNodes({
            data: claim({ accessModes: ['ReadWriteMany'], storageClassName: '@{disk}' }),
            disk: storageClass(DRIVERS.ebs),
          }),
          element: 'data',
          at: '/spec/accessModes/0',
        },
      },
    }),
  }),
])

const CLASS = 'gp3'

/** A class that makes encrypted gp3 volumes, unless there is one of EBS. */
function giveClass(claimId: string): Fix {
  return {
    title: 'Use a storage class of EBS',
    apply: (draft) => {
      const spec = draft.elements[claimId]?.spec
      if (!spec) return
      const known = findElement(draft, kubernetesStorageClass.kind, 'provisioner', DRIVERS.ebs)
      const { inside } = draft.elements[claimId] ?? {}
      const made = {
        kind: kubernetesStorageClass.kind,
        spec: kubernetesStorageClass.defaults(CLASS),
        ...(inside === undefined ? {} : { inside }),
      }
      const id = known ?? addElement(draft, `${CLASS}-class`, made)
      spec.spec = { ...(spec.spec as object), storageClassName: refer(id) }
    },
  }
}
