import { choice, flag, group, item, list, spec, text } from './fields'
import { defineKind } from './kind'
import { named, partitionOf } from './parts/identifiers'
import { textAt } from './parts/reading'

/** CreateBucket input. https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export const s3Bucket = defineKind({
  kind: 's3-bucket',
  label: 'S3 bucket',
  summary: 'Objects that tasks read and write by API calls, environment files, and session logs.',
  category: 'storage',
  keywords: ['simple storage service', 'object', 'file'],
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingBucket.html',
  icon: 's3',
  spec: spec({
    Bucket: text('Bucket name', 'Unique in all of AWS: 3 to 63 lower-case letters, digits and hyphens.', {
      main: true,
    }),
    CreateBucketConfiguration: group('Configuration', 'Where it is made.', {
      LocationConstraint: text('Region', 'Left out for us-east-1.'),
      Tags: list(
        'Tags',
        'Keys and values for cost allocation and search.',
        item({
          Key: text('Key', 'At most 128 characters.'),
          Value: text('Value', 'At most 256 characters.'),
        }),
      ),
    }),
    ObjectOwnership: choice(
      'Object ownership',
      'Who owns objects that others write.',
      ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'],
      { default: 'BucketOwnerEnforced', main: true },
    ),
    ObjectLockEnabledForBucket: flag('Object Lock', 'Objects can be kept from being deleted.', {
      main: true,
    }),
    ACL: choice('ACL', 'Better left out.', [
      'private',
      'public-read',
      'public-read-write',
      'authenticated-read',
    ]),
  }),
  defaults: (name) => ({ Bucket: name }),
  name: '/Bucket',
  attributes: {
    name: named('Name', '/Bucket'),
    arn: {
      label: 'ARN',
      derive: ({ spec }, { region }) => {
        const name = textAt(spec, '/Bucket')
        return name && `arn:${partitionOf(region)}:s3:::${name}`
      },
    },
  },
  relations: [],
})
