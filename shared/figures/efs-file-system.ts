import { efsFileSystem } from '../elements/efs-file-system'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

export const efsFileSystemFigure = defineFigure({
  kind: efsFileSystem,
  draw: (context) =>
    node(context, {
      facts: [
        'EFS',
        context.spec.ThroughputMode,
        context.spec.Encrypted === true && term('encrypted'),
        count(context.spec.MountTargets?.length, 'mount target'),
      ],
    }),
})
