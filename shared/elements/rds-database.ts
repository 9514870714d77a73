import { choice, flag, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { arnOf, named } from './parts/identifiers'
import { textAt } from './parts/reading'

/**
 * CreateDBInstance input. The master password is no member here: it does not belong in a design.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
export const rdsDatabase = defineKind({
  kind: 'rds-database',
  label: 'RDS database',
  summary: 'A relational database that tasks reach over the network, with a user and a password.',
  category: 'database',
  keywords: ['relational database service', 'aurora', 'postgresql', 'mysql', 'sql'],
  docs: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  icon: 'rds',
  spec: spec({
    DBInstanceIdentifier: text('Identifier', 'Unique in the Region.', { main: true }),
    Engine: choice(
      'Engine',
      'Which database.',
      [
        'postgres',
        'mysql',
        'mariadb',
        'aurora-postgresql',
        'aurora-mysql',
        'oracle-ee',
        'oracle-se2',
        'sqlserver-ee',
        'sqlserver-se',
        'sqlserver-web',
        'sqlserver-ex',
        'db2-se',
        'db2-ae',
      ],
      { main: true },
    ),
    EngineVersion: text('Engine version', 'AWS’s default one when left out.', { main: true }),
    DBInstanceClass: text('Instance class', 'Such as db.t4g.medium.', { main: true }),
    MultiAZ: flag('Multi-AZ', 'Keeps a standby in another Availability Zone.', { main: true }),
    AllocatedStorage: whole('Storage', 'How much; not for Aurora.', { unit: 'GiB', main: true }),
    StorageType: choice('Storage type', 'Speed and price.', ['gp3', 'gp2', 'io2', 'io1', 'standard']),
    StorageEncrypted: flag('Encryption at rest', 'Can only be chosen when it is created.', { main: true }),
    KmsKeyId: text('KMS key', 'Key for the encryption; the AWS managed key when left out.'),
    DBName: text('Database name', 'A first database, if wanted.'),
    Port: whole('Port', 'Of the engine when left out: 5432 for PostgreSQL, 3306 for MySQL.', { main: true }),
    MasterUsername: text('Master user', 'Name of the first user.'),
    ManageMasterUserPassword: flag('Managed password', 'RDS keeps the password in Secrets Manager.', {
      main: true,
    }),
    VpcSecurityGroupIds: list('Security groups', 'What may reach it.', line, {
      main: true,
      control: 'reference',
    }),
    DBSubnetGroupName: text('Subnet group', 'Subnets that it may be in.', { main: true }),
    AvailabilityZone: text('Availability Zone', 'AWS picks one when left out; not with Multi-AZ.', {
      control: 'reference',
    }),
    PubliclyAccessible: flag('Public access', 'Has a public address.', { main: true }),
    BackupRetentionPeriod: whole('Backup retention', '0 turns backups off.', { unit: 'days', default: '1' }),
    DeletionProtection: flag('Deletion protection', 'Keeps it from being deleted.', { main: true }),
    EnableIAMDatabaseAuthentication: flag('IAM authentication', 'Tokens of a role instead of a password.'),
    DBClusterIdentifier: text('DB cluster', 'Aurora cluster that it is a part of.'),
    Tags: tags(),
  }),
  defaults: (name) => ({
    DBInstanceIdentifier: name,
    Engine: 'postgres',
    DBInstanceClass: 'db.t4g.medium',
    AllocatedStorage: 20,
    StorageEncrypted: true,
    ManageMasterUserPassword: true,
  }),
  name: '/DBInstanceIdentifier',
  attributes: {
    endpoint: { label: 'Endpoint' },
    identifier: named('Identifier', '/DBInstanceIdentifier'),
    arn: arnOf('rds', ({ spec }) => {
      const identifier = textAt(spec, '/DBInstanceIdentifier')
      return identifier && `db:${identifier}`
    }),
  },
  relations: [
    { path: '/AvailabilityZone', to: ['availability-zone'], meaning: 'in-network', draw: 'inside' },
    { path: '/VpcSecurityGroupIds/*', to: ['security-group'], meaning: 'guarded-by', draw: 'line' },
  ],
})
