import { describe, expect, it } from 'vitest'
import type { Design, Element, Spec } from '../design/design'
import { container, drawing, element, fargateTask, link, service } from '../rules/examples'
import { graphOf } from './graph'
import { usesOf } from './usage'

const around: Readonly<Record<string, Element>> = {
  repo: element('ecr-repository', { repositoryName: 'orders' }),
  logs: element('log-group', { logGroupName: '/ecs/orders' }),
  password: element('secret', { Name: 'password' }),
  token: element('secret', { Name: 'token', KmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/1' }),
  host: element('ssm-parameter', { Name: '/orders/host', KeyId: 'alias/aws/ssm' }),
  files: element('s3-bucket', { Bucket: 'files' }),
  data: element('efs-file-system'),
  orders: element('sqs-queue', { QueueName: 'orders' }),
  clicks: element('kinesis-stream', { StreamName: 'clicks' }),
  table: element('dynamodb-table', { TableName: 'orders' }),
}

const uses = (design: Design, id: string) =>
  usesOf(graphOf(design), id).map(({ element: holder, ...use }) => {
    expect(holder).toBe(id)
    return use
  })

/** What a task definition of these members uses. */
const ofTask = (spec: Spec, connections: Design['connections'] = {}) =>
  uses(drawing({ ...around, task: fargateTask(spec) }, connections), 'task')

const ofContainer = (spec: Spec) => ofTask({ containerDefinitions: [container(spec)] })

describe('a container', () => {
  it('with a public image, and nothing else, needs no role', () => expect(ofContainer({})).toEqual([]))

  it('pulls from a private repository, drawn or not', () => {
    expect(ofContainer({ image: '@{repo.uri}:1' })).toEqual([
      {
        use: 'pull-image',
        at: '/containerDefinitions/0/image',
        container: 0,
        target: 'repo',
        resource: '@{repo.arn}',
      },
    ])
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders:1'
    expect(ofContainer({ image })).toMatchObject([
      { use: 'pull-image', resource: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/orders' },
    ])
    const dualStack = '123456789012.dkr-ecr.cn-north-1.on.aws/orders@sha256:0'
    expect(ofContainer({ image: dualStack })).toMatchObject([
      { resource: 'arn:aws-cn:ecr:cn-north-1:123456789012:repository/orders' },
    ])
  })

  it('writes logs, and may make the group', () => {
    const options = { 'awslogs-group': '@{logs}', 'awslogs-create-group': 'True' }
    expect(ofContainer({ logConfiguration: { logDriver: 'awslogs', options } })).toMatchObject([
      { use: 'write-logs', target: 'logs', resource: '@{logs.arn}:*' },
      {
        use: 'create-log-group',
        at: '/containerDefinitions/0/logConfiguration/options/awslogs-create-group',
      },
    ])
    const literal = { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } }
    expect(ofContainer({ logConfiguration: literal })).toMatchObject([
      { use: 'write-logs', resource: 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web:*' },
    ])
    expect(ofContainer({ logConfiguration: { logDriver: 'json-file' } })).toEqual([])
  })

  it('reads secrets and parameters', () => {
    const valueFroms = [
      '@{password}:user::',
      '@{host}',
      'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:user::',
      '/orders/port',
    ]
    const secrets = valueFroms.map((valueFrom, i) => ({ name: `S${i}`, valueFrom }))
    expect(ofContainer({ secrets })).toMatchObject([
      { use: 'read-secret', target: 'password', resource: '@{password.arn}' },
      { use: 'read-parameter', target: 'host', resource: '@{host.arn}' },
      { use: 'read-secret', resource: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' },
      { use: 'read-parameter', resource: 'arn:aws:ssm:eu-west-1:123456789012:parameter/orders/port' },
    ])
  })

  it('decrypts with a key of the account, not with AWS’s own', () => {
    expect(ofContainer({ secrets: [{ name: 'T', valueFrom: '@{token}' }] })).toMatchObject([
      { use: 'read-secret' },
      { use: 'decrypt-secret', resource: 'arn:aws:kms:eu-west-1:123456789012:key/1' },
    ])
  })

  it('logs in to a registry, and reads environment files', () => {
    expect(
      ofContainer({
        repositoryCredentials: { credentialsParameter: '@{password}' },
        environmentFiles: [{ value: '@{files.arn}/prod.env', type: 's3' }],
      }),
    ).toMatchObject([
      { use: 'registry-credentials', resource: '@{password.arn}' },
      { use: 'environment-files', target: 'files', resource: '@{files.arn}/prod.env' },
    ])
  })

  it('routes logs with FireLens', () => {
    const router = {
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::conf/extra.conf' },
      },
    }
    const app = { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'kinesis_firehose' } } }
    const other = { logConfiguration: { logDriver: 'awsfirelens', options: { Name: 'datadog' } } }
    expect(ofTask({ containerDefinitions: [container(router), container(app), container(other)] })).toEqual([
      {
        use: 'firelens-config',
        at: '/containerDefinitions/0/firelensConfiguration/options/config-file-value',
        container: 0,
        resource: 'arn:aws:s3:::conf/extra.conf',
      },
      { use: 'firehose-put', at: '/containerDefinitions/1/logConfiguration/options/Name', container: 1 },
    ])
  })
})

describe('volumes', () => {
  const efs = { fileSystemId: '@{data}', authorizationConfig: { iam: 'ENABLED' } }
  const volumes = [{ name: 'data', efsVolumeConfiguration: efs }]
  const mounted = (readOnly: boolean) => [container({ mountPoints: [{ sourceVolume: 'data', readOnly }] })]

  it('of EFS need the task role with IAM authorization only', () => {
    expect(ofTask({ volumes })).toMatchObject([{ use: 'mount-efs', target: 'data', resource: '@{data.arn}' }])
    const plain = [{ name: 'data', efsVolumeConfiguration: { fileSystemId: '@{data}' } }]
    expect(ofTask({ volumes: plain })).toEqual([])
  })

  it('that nobody writes to are mounted read only', () => {
    expect(ofTask({ volumes, containerDefinitions: mounted(true) })).toMatchObject([
      { use: 'mount-efs-read-only' },
    ])
    expect(ofTask({ volumes, containerDefinitions: mounted(false) })).toMatchObject([{ use: 'mount-efs' }])
  })

  it('of S3 Files always need it', () => {
    const fileSystemArn = 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-1'
    expect(ofTask({ volumes: [{ name: 's', s3filesVolumeConfiguration: { fileSystemArn } }] })).toMatchObject(
      [{ use: 'mount-s3files', resource: fileSystemArn }],
    )
  })

  it('of FSx for Windows need somebody who logs in', () => {
    const authorizationConfig = { credentialsParameter: '@{password}' }
    const fsxWindowsFileServerVolumeConfiguration = { fileSystemId: 'fs-1', authorizationConfig }
    expect(ofTask({ volumes: [{ name: 'w', fsxWindowsFileServerVolumeConfiguration }] })).toMatchObject([
      { use: 'share-credentials', target: 'password' },
    ])
  })
})

describe('lines', () => {
  it.each(['__proto__', 'constructor'])('a kind that is called %s needs nothing', (kind) => {
    const graph = graphOf(
      drawing({ task: fargateTask(), odd: { kind, spec: {} } }, { line: link('task', 'calls', 'odd') }),
    )
    expect(usesOf(graph, 'task')).toEqual([])
  })

  it('to what the application calls, and from what feeds it', () => {
    const calls = {
      a: link('task', 'calls', 'files'),
      b: link('task', 'calls', 'table'),
      c: link('task', 'calls', 'orders'),
      d: link('clicks', 'feeds', 'task'),
    }
    expect(ofTask({}, calls)).toEqual([
      { use: 's3-objects', at: '', target: 'files', resource: '@{files.arn}/*' },
      { use: 'dynamodb-items', at: '', target: 'table', resource: '@{table.arn}' },
      { use: 'sqs-send', at: '', target: 'orders', resource: '@{orders.arn}' },
      { use: 'kinesis-get', at: '', target: 'clicks', resource: '@{clicks.arn}' },
    ])
  })

  it('from a queue to a service make its tasks receive', () => {
    const design = drawing(
      { ...around, task: fargateTask(), worker: service() },
      { a: link('orders', 'feeds', 'worker') },
    )
    expect(uses(design, 'task')).toMatchObject([{ use: 'sqs-receive', target: 'orders' }])
  })
})

describe('a service or task', () => {
  const of = (it: Element) => uses(drawing({ ...around, task: fargateTask(), it }), 'it')

  it('needs roles for its options', () => {
    const managedEBSVolume = { sizeInGiB: 10 }
    expect(
      of(
        service({
          enableExecuteCommand: true,
          volumeConfigurations: [{ name: 'data', managedEBSVolume }],
          loadBalancers: [{ targetGroupArn: 'a' }, { advancedConfiguration: {} }],
          vpcLatticeConfigurations: [{}],
          serviceConnectConfiguration: {
            services: [{ portName: 'http', tls: {} }],
            logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '@{logs}' } },
          },
        }),
      ).map(({ use, at, roleAt }) => [use, roleAt ?? at]),
    ).toEqual([
      ['exec-command', '/enableExecuteCommand'],
      ['ebs-volumes', '/volumeConfigurations/0/managedEBSVolume/roleArn'],
      ['load-balancer-changes', '/loadBalancers/1/advancedConfiguration/roleArn'],
      ['lattice-targets', '/vpcLatticeConfigurations/0/roleArn'],
      ['service-connect-tls', '/serviceConnectConfiguration/services/0/tls/roleArn'],
      ['write-logs', '/serviceConnectConfiguration/logConfiguration/logDriver'],
    ])
  })

  it('needs none without', () => expect(of(service())).toEqual([]))

  it('may override environment files', () => {
    const containerOverrides = [{ name: 'web', environmentFiles: [{ value: 'arn:aws:s3:::conf/a.env' }] }]
    expect(
      of(element('task', { taskDefinition: '@{task}', overrides: { containerOverrides } })),
    ).toMatchObject([
      { use: 'environment-files', at: '/overrides/containerOverrides/0/environmentFiles/0/value' },
    ])
  })
})

describe('capacity', () => {
  const of = (it: Element) => uses(drawing({ it }), 'it')

  it('registers, or is started by ECS', () => {
    expect(of(element('container-instance'))).toEqual([{ use: 'register-instance', at: '' }])
    expect(of(element('capacity-provider', { managedInstancesProvider: {} }))).toEqual([
      {
        use: 'managed-instances',
        at: '/managedInstancesProvider',
        roleAt: '/managedInstancesProvider/infrastructureRoleArn',
      },
      { use: 'register-instance', at: '/managedInstancesProvider/instanceLaunchTemplate' },
    ])
    expect(of(element('capacity-provider', { autoScalingGroupProvider: {} }))).toEqual([])
  })
})
