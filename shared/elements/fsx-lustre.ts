import { choice, group, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { fsxAttributes, fsxRelations } from './parts/fsx'

/** CreateFileSystem input of FSx for Lustre. https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html */
export const fsxLustre = defineKind({
  kind: 'fsx-lustre',
  label: 'FSx for Lustre',
  summary: 'A fast file system for computing; a task definition has no volume for it.',
  category: 'storage',
  keywords: ['fsx', 'hpc', 'volume'],
  docs: 'https://docs.aws.amazon.com/fsx/latest/LustreGuide/what-is.html',
  icon: 'fsx-lustre',
  spec: spec({
    FileSystemType: choice('File system type', 'Given by the element.', ['LUSTRE']),
    FileSystemTypeVersion: text('Lustre version', 'Such as 2.15.'),
    StorageCapacity: whole('Storage capacity', '1200, or a multiple of 2400.', { unit: 'GiB', main: true }),
    StorageType: choice('Storage type', 'What it is kept on.', ['SSD', 'HDD', 'INTELLIGENT_TIERING'], {
      default: 'SSD',
      main: true,
    }),
    SubnetIds: list('Subnets', 'Exactly one.', line, { main: true, control: 'reference' }),
    SecurityGroupIds: list('Security groups', 'What may reach it.', line, {
      main: true,
      control: 'reference',
    }),
    LustreConfiguration: group(
      'Lustre configuration',
      'Deployment and throughput.',
      {
        DeploymentType: choice(
          'Deployment type',
          'Scratch data, or data that lasts.',
          ['SCRATCH_2', 'SCRATCH_1', 'PERSISTENT_1', 'PERSISTENT_2'],
          { default: 'SCRATCH_1', main: true },
        ),
        PerUnitStorageThroughput: whole('Throughput per unit', 'For persistent file systems.', {
          unit: 'MB/s/TiB',
          main: true,
        }),
        DataCompressionType: choice('Compression', 'Of the data.', ['NONE', 'LZ4'], { default: 'NONE' }),
        ImportPath: text('Import path', 'S3 data repository, such as s3://bucket/prefix.'),
        ExportPath: text('Export path', 'Where changes are written to.'),
      },
      { main: true },
    ),
    KmsKeyId: text('KMS key', 'Key for the encryption at rest.'),
    Tags: tags(),
  }),
  defaults: () => ({
    FileSystemType: 'LUSTRE',
    StorageCapacity: 1200,
    StorageType: 'SSD',
    LustreConfiguration: { DeploymentType: 'SCRATCH_2' },
  }),
  attributes: fsxAttributes,
  relations: fsxRelations,
})
