import { s3filesFileSystem } from '../elements/s3files-file-system'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const s3filesFileSystemFigure = defineFigure({
  kind: s3filesFileSystem,
  draw: (context) => node(context, { facts: ['S3 Files', context.spec.prefix] }),
})
