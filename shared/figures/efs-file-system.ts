import { efsFileSystem } from '../elements/efs-file-system'
import { defineFigure } from './figure'
import { count, factLine } from './forms/marks'
import { node } from './forms/node'

export const efsFileSystemFigure = defineFigure({
  kind: efsFileSystem,
  draw: (context) =>
    node(context, {
      fact: factLine([
        'EFS',
        context.spec.ThroughputMode,
        context.spec.Encrypted === true && 'encrypted',
        count(context.spec.MountTargets?.length, 'mount target'),
      ]),
    }),
})
