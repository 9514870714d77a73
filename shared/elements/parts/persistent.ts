/** Storage of Kubernetes: which CSI driver is for which service of AWS, and the lines from volumes to it. */
import { isObject, removePruned, valueAt } from '../../basics/json'
import type { MutableSpec, Relation } from '../kind'
import { textAt } from './reading'

export const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] as const

/** The CSI drivers of AWS. https://docs.aws.amazon.com/eks/latest/userguide/storage.html */
export const DRIVERS = {
  ebs: 'ebs.csi.aws.com',
  /** The one that EKS Auto Mode brings. */
  autoEbs: 'ebs.csi.eks.amazonaws.com',
  efs: 'efs.csi.aws.com',
  lustre: 'fsx.csi.aws.com',
  openzfs: 'fsx.openzfs.csi.aws.com',
  s3: 's3.csi.aws.com',
} as const

const HANDLE = '/spec/csi/volumeHandle'

/** A volume that stands for a file system, or a volume, of AWS. */
const handle = (to: readonly string[], driver: string): Relation => ({
  path: HANDLE,
  to,
  meaning: 'backed-by',
  draw: 'line',
  connect: (spec, { reference }) => {
    if (textAt(spec, HANDLE) !== undefined)
      return 'It stands for another volume already. Disconnect that first.'
    const inner: MutableSpec = isObject(spec.spec) ? spec.spec : {}
    spec.spec = {
      ...inner,
      csi: { ...(isObject(inner.csi) ? inner.csi : { driver }), volumeHandle: reference },
    }
    return undefined
  },
  disconnect: (spec) => removePruned(spec, '/spec/csi'),
})

/** By identifier; a bucket by its name beside the handle. */
export const volumeRelations: readonly Relation[] = [
  handle(['efs-file-system'], DRIVERS.efs),
  handle(['ebs-volume'], DRIVERS.ebs),
  handle(['fsx-lustre'], DRIVERS.lustre),
  handle(['fsx-openzfs'], DRIVERS.openzfs),
  {
    path: '/spec/csi/volumeAttributes/bucketName',
    to: ['s3-bucket'],
    meaning: 'backed-by',
    draw: 'line',
    connect: (spec, { reference, name }) => {
      if (valueAt(spec, '/spec/csi') !== undefined)
        return 'It stands for another volume already. Disconnect that first.'
      const inner: MutableSpec = isObject(spec.spec) ? spec.spec : {}
      const csi = { driver: DRIVERS.s3, volumeHandle: name, volumeAttributes: { bucketName: reference } }
      spec.spec = { ...inner, csi }
      return undefined
    },
    disconnect: (spec) => removePruned(spec, '/spec/csi'),
  },
]

/** The kinds of storage that a claim reaches through a volume. */
export const STORAGE = ['efs-file-system', 'ebs-volume', 'fsx-lustre', 'fsx-openzfs', 's3-bucket'] as const
