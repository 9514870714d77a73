import { s3Bucket } from '../elements/s3-bucket'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const s3BucketFigure = defineFigure({
  kind: s3Bucket,
  draw: (context) => node(context, { facts: [term('S3 bucket')] }),
})
