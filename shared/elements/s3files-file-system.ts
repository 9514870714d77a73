import { ecsTags, flag, spec, text } from './fields'
import { defineKind } from './kind'

/** CreateFileSystem input of S3 Files. https://docs.aws.amazon.com/AmazonS3/latest/API/API_S3Files_CreateFileSystem.html */
export const s3filesFileSystem = defineKind({
  kind: 's3files-file-system',
  label: 'S3 Files file system',
  summary: 'An S3 bucket as files that Linux tasks on Fargate and managed instances mount.',
  category: 'storage',
  keywords: ['s3', 'nfs', 'volume', 'bucket'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html',
  icon: 's3',
  spec: spec({
    bucket: text('Bucket', 'ARN of the bucket, in the same Region.', { main: true, control: 'reference' }),
    prefix: text('Prefix', 'Only objects whose keys begin so, such as uploads/; all when left out.', {
      main: true,
    }),
    roleArn: text('IAM role', 'Lets S3 Files read and write the bucket.', {
      main: true,
      control: 'reference',
    }),
    kmsKeyId: text('KMS key', 'Key for the encryption; one of AWS’s when left out.', { main: true }),
    acceptBucketWarning: flag('Accept warnings', 'Made although the bucket is not set up as advised.'),
    clientToken: text('Client token', 'Makes a repeated create call harmless.'),
    tags: ecsTags(),
  }),
  defaults: () => ({}),
  attributes: { arn: { label: 'ARN' }, fileSystemId: { label: 'File system ID' } },
  relations: [
    { path: '/bucket', to: ['s3-bucket'], attribute: 'arn', meaning: 'backed-by', draw: 'line' },
    { path: '/roleArn', to: ['iam-role'], meaning: 'service-role', draw: 'line' },
  ],
})
