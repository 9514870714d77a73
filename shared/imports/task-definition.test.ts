import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isObject, sameJson, valueAt } from '../basics/json'
import { describeFailure } from '../basics/result'
import { parseDesign, serialize } from '../design/serialize'
import { taskDefinition } from '../elements/task-definition'
import { taskDefinitionExport } from '../exports/task-definition'
import { english } from '../texts/text'
import { places } from './collect/places'
import { importFiles } from './import-files'
import type { Imported } from './report'
import { taskDefinitionImport } from './task-definition'

function imported(value: unknown, name = 'orders.json'): Imported {
  const file = { name, text: typeof value === 'string' ? value : JSON.stringify(value) }
  const result = importFiles([file], { format: taskDefinitionImport })
  if (!result.ok) throw new Error(describeFailure(result.error))
  return result.value
}

/** The one file that an export of the imported value gives. */
function exported({ design }: Imported): unknown {
  const { files } = taskDefinitionExport.export(design)
  expect(files).toHaveLength(1)
  return JSON.parse(files[0]!.content)
}

const container = (image: string) => ({ containerDefinitions: [{ name: 'app', image }] })
const kindsIn = ({ design }: Imported) => Object.values(design.elements).map((element) => element.kind)
const imageIn = ({ design }: Imported) => {
  const task = Object.values(design.elements).find((element) => element.kind === 'task-definition')
  return valueAt(task?.spec, '/containerDefinitions/0/image')
}

describe('images', () => {
  test.each([
    ['nginx', '@{docker-hub}nginx'],
    ['nginx:1.27', '@{docker-hub}nginx:1.27'],
    ['library/nginx@sha256:abc', '@{docker-hub}library/nginx@sha256:abc'],
    ['docker.io/library/nginx:1', '@{docker-hub.host}/library/nginx:1'],
    ['public.ecr.aws/nginx/nginx:latest', '@{public-ecr-aws}nginx/nginx:latest'],
    ['localhost/app', '@{localhost}app'],
    ['127.0.0.1:5000/app:1', '@{127-0-0-1-5000}app:1'],
    ['team/app:{{ env `TAG` }}', '@{docker-hub}team/app:{{ env `TAG` }}'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4', '@{orders-repo.uri}:1.4'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders', '@{orders-repo.uri}'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:0f', '@{orders-repo.uri}@sha256:0f'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1@sha256:0f', '@{orders-repo.uri}:1@sha256:0f'],
    ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b:1', '@{a-b-repo.uri}:1'],
    ['123456789012.dkr-ecr.eu-west-1.on.aws/orders:1', '@{orders-repo.uri}:1'],
    [
      '${ACCOUNT}.dkr.ecr.${AWS::Region}.amazonaws.com/orders:${TAG:-latest}',
      '@{orders-repo.uri}:${TAG:-latest}',
    ],
  ])('%s is a reference', (image, written) => {
    const result = imported(container(image))
    expect(imageIn(result)).toBe(written)
    expect(exported(result)).toEqual(container(image))
  })

  test.each([
    '',
    '<IMAGE1_NAME>',
    '${IMAGE}',
    '{{ tfstate `a.b` }}:{{ env `TAG` }}',
    '$REGISTRY/app:1',
    '<your-org/your-image>',
    '${REGISTRY/prod}/app',
    'IMAGE_PLACEHOLDER',
    'not an image',
  ])('“%s” stays text', (image) => {
    const result = imported(container(image))
    expect(kindsIn(result)).toEqual(['task-definition'])
    expect(imageIn(result)).toBe(image)
    expect(exported(result)).toEqual(container(image))
  })

  test('two tags of one repository are one element', () => {
    const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders'
    const result = imported([
      { name: 'a', image: `${image}:1` },
      { name: 'b', image: `${image}:2` },
    ])
    expect(kindsIn(result).filter((kind) => kind === 'ecr-repository')).toHaveLength(1)
    expect(result.design.elements['orders-repo']?.existing).toEqual({ uri: image })
  })
})

describe('roles', () => {
  test.each([
    ['arn:aws:iam::123456789012:role/ecsTaskRole', 'ecs-task-role', '@{ecs-task-role}'],
    ['arn:aws:iam::123456789012:role/teams/orders/apiRole', 'api-role', '@{api-role}'],
    ['arn:aws-cn:iam::<ACCOUNT_ID>:role/apiRole', 'api-role', '@{api-role}'],
    ['ecsTaskRole', 'ecs-task-role', '@{ecs-task-role.name}'],
    ['${TASK_ROLE_ARN}', 'task-role-arn', '@{task-role-arn}'],
  ])('%s', (taskRoleArn, id, written) => {
    const source = { family: 'orders', taskRoleArn }
    const result = imported(source)
    expect(result.design.elements[id]?.kind).toBe('iam-role')
    expect(result.design.elements['orders-task']?.spec.taskRoleArn).toBe(written)
    expect(exported(result)).toEqual(source)
  })

  test('the same role twice is one element', () => {
    const arn = 'arn:aws:iam::123456789012:role/ecsTaskRole'
    expect(kindsIn(imported({ taskRoleArn: arn, executionRoleArn: arn }))).toEqual([
      'task-definition',
      'iam-role',
    ])
  })
})

describe('secrets and parameters', () => {
  const db = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders/db-a1b2C3'
  test.each([
    [db, 'secret', '@{orders-db}'],
    [`${db}:password::`, 'secret', '@{orders-db}:password::'],
    [`${db}:password:AWSCURRENT:9d4c`, 'secret', '@{orders-db}:password:AWSCURRENT:9d4c'],
    ['${DB_SECRET}:password::', 'secret', '@{db-secret}:password::'],
    ['arn:aws:ssm:eu-west-1:123456789012:parameter/orders/url', 'ssm-parameter', '@{orders-url.arn}'],
    ['/orders/url', 'ssm-parameter', '@{orders-url}'],
    ['ORDERS_URL', 'ssm-parameter', '@{orders-url}'],
  ])('%s is a %s', (valueFrom, kind, written) => {
    const source = {
      family: 'orders',
      containerDefinitions: [{ name: 'app', secrets: [{ name: 'DB', valueFrom }] }],
    }
    const result = imported(source)
    expect(kindsIn(result)).toContain(kind)
    expect(JSON.stringify(result.design.elements['orders-task']?.spec)).toContain(JSON.stringify(written))
    expect(exported(result)).toEqual(source)
  })

  test('a placeholder could be either, so it stays text, and the report says so', () => {
    const result = imported({
      containerDefinitions: [{ name: 'a', secrets: [{ name: 'A', valueFrom: '${A}' }] }],
    })
    expect(kindsIn(result)).toEqual(['task-definition'])
    expect(result.report.notes).toContainEqual(
      expect.objectContaining({
        kind: 'kept',
        code: 'unresolved-name',
        pointer: '/containerDefinitions/0/secrets/0/valueFrom',
      }),
    )
  })
})

describe('storage and logs', () => {
  test('volumes of one file system are one element', () => {
    const volume = (name: string) => ({
      name,
      efsVolumeConfiguration: { fileSystemId: 'fs-0123', rootDirectory: `/${name}` },
    })
    const source = { family: 'orders', volumes: [volume('a'), volume('b')] }
    const result = imported(source)
    expect(result.design.elements['fs-0123']).toEqual({
      kind: 'efs-file-system',
      spec: {},
      existing: { fileSystemId: 'fs-0123' },
    })
    expect(kindsIn(result)).toEqual(['task-definition', 'efs-file-system'])
    expect(exported(result)).toEqual(source)
  })

  test('a file system of S3 Files is known by its ARN', () => {
    const fileSystemArn = 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0a1b2c3d4e5f60718'
    const source = {
      family: 'orders',
      volumes: [{ name: 'files', s3filesVolumeConfiguration: { fileSystemArn } }],
    }
    const result = imported(source)
    expect(kindsIn(result)).toEqual(['task-definition', 's3files-file-system'])
    expect(exported(result)).toEqual(source)
  })

  test('a log group is one element for each Region', () => {
    const logs = (region: string) => ({
      name: region,
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/orders', 'awslogs-region': region },
      },
    })
    const source = {
      family: 'orders',
      containerDefinitions: [logs('eu-west-1'), logs('us-east-1'), logs('eu-west-1')],
    }
    const result = imported(source)
    expect(Object.keys(result.design.elements)).toEqual([
      'orders-task',
      'ecs-orders-logs',
      'ecs-orders-logs-2',
    ])
    expect(result.design.region).toBeUndefined()
    expect(exported(result)).toEqual(source)
  })
})

test('every relation of a task definition has a place that import reads', () => {
  expect(Object.keys(places['task-definition'] ?? {}).sort()).toEqual(
    [...new Set(taskDefinition.relations.map((relation) => relation.path))].sort(),
  )
})

describe('Region and account', () => {
  const image = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders'
  test('where everything agrees', () => {
    expect(imported(container(image)).design).toMatchObject({ region: 'eu-west-1', account: '123456789012' })
  })
  test('the account of a role counts more than that of an image', () => {
    const taskRoleArn = 'arn:aws:iam::210987654321:role/r'
    expect(imported({ ...container(image), taskRoleArn }).design.account).toBe('210987654321')
  })
  test('AWS’s own image accounts and placeholders say nothing', () => {
    const fluentBit = '906394416424.dkr.ecr.us-west-2.amazonaws.com/aws-for-fluent-bit:stable'
    expect(
      imported({ ...container(fluentBit), taskRoleArn: 'arn:aws:iam::XXXXXXXXXXXX:role/r' }).design.account,
    ).toBeUndefined()
  })
})

describe('shapes of the file', () => {
  const body = { family: 'orders', ...container('nginx') }

  test('describe-task-definition output: wrapper, read-only members and tags', () => {
    const answer = {
      taskDefinition: {
        taskDefinitionArn: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7',
        ...body,
        revision: 7,
        status: 'ACTIVE',
      },
      tags: [{ key: 'team', value: 'orders' }],
    }
    const result = imported(answer)
    expect(exported(result)).toEqual({ ...body, tags: answer.tags })
    expect(result.design).toMatchObject({ name: 'orders', region: 'eu-west-1', account: '123456789012' })
    expect(result.report.notes.filter((note) => note.kind === 'dropped').map((note) => note.pointer)).toEqual(
      [
        '/taskDefinition',
        '/taskDefinition/taskDefinitionArn',
        '/taskDefinition/revision',
        '/taskDefinition/status',
      ],
    )
  })

  test('a list of containers comes back as a list, one container as one', () => {
    const list = [
      { name: 'a', image: 'nginx' },
      { name: 'b', image: 'redis' },
    ]
    expect(exported(imported(list))).toEqual(list)
    expect(exported(imported(list[0]))).toEqual(list[0])
  })

  test('a list of task definitions becomes several elements', () => {
    const result = imported([body, { taskDefinition: { ...body, family: 'batch' } }])
    expect(taskDefinitionExport.export(result.design).files.map((file) => file.name)).toEqual([
      'orders.json',
      'batch.json',
    ])
  })

  test('several files share the elements that they both name', () => {
    const role = { executionRoleArn: 'arn:aws:iam::123456789012:role/exec' }
    const file = (family: string) => ({ name: `${family}.json`, text: JSON.stringify({ family, ...role }) })
    const result = importFiles([file('a'), file('b')])
    expect(result.ok && kindsIn(result.value)).toEqual(['task-definition', 'iam-role', 'task-definition'])
  })

  test('a fragment with any member of a task definition', () => {
    const fragment = { volumes: [{ name: 'data' }] }
    expect(exported(imported(fragment, 'volumes.json'))).toEqual(fragment)
  })

  test('nothing else in the file is touched', () => {
    const odd =
      '{"family":"주문","containerDefinitions":[{"name":"@{a}","environment":[{"name":"X","value":"@@{b.c} @{ ${d}"}],"image":"@{x}","dockerLabels":{"__proto__":"1","constructor":"2"},"portBindings":[],"cpu":null}],"volumes":null}'
    const result = imported(odd)
    expect(sameJson(exported(result), JSON.parse(odd))).toBe(true)
    expect(parseDesign(serialize(result.design))).toEqual({ ok: true, value: result.design })
  })
})

describe('the report', () => {
  const codes = (value: unknown) =>
    imported(value).report.notes.map((note) => `${note.kind} ${note.code} ${note.pointer}`)

  test('names members that AWS does not know, and the spelling it does', () => {
    const { report } = imported({
      containerDefinitions: [{ name: 'a', image: '', portBindings: [], PortMappings: [] }],
    })
    const unknown = report.notes.filter((note) => note.code === 'unknown-member')
    expect(unknown.map((note) => english(note.text))).toEqual([
      '“portBindings” is kept as it was written, but AWS does not know it here.',
      '“PortMappings” is kept as it was written, but AWS spells it “portMappings”.',
    ])
  })

  test('names values of a type that AWS does not take', () => {
    expect(
      codes({
        containerDefinitions: [{ name: 'a', logConfiguration: [{ logDriver: 'awslogs' }], cpu: '${CPU}' }],
      }),
    ).toEqual([
      'mapped task-definition ',
      'kept wrong-type /containerDefinitions/0/logConfiguration',
      'kept placeholder /containerDefinitions/0/cpu',
    ])
  })

  test('points into a bare list', () => {
    expect(codes([{ name: 'a', image: 'nginx' }])).toEqual([
      'mapped task-definition ',
      'mapped image-registry /0/image',
    ])
  })

  test('names members that stand twice', () => {
    expect(codes('{"family":"a","family":"b"}')).toContain('dropped duplicate-member /family')
  })
})

describe('files that can’t be used', () => {
  test.each([
    [
      '{"Resources":{"T":{"Type":"AWS::ECS::TaskDefinition"}}}',
      'This looks like CloudFormation, not like a task definition.',
    ],
    [
      '{"name":"app","version":"1.0.0","dependencies":{}}',
      'This looks like a package.json, not like a task definition.',
    ],
    [
      '{"serviceName":"api","taskDefinition":"orders:7","tags":[]}',
      'This looks like an ECS service definition, not like a task definition.',
    ],
    [
      '{"services":{"web":{"image":"nginx"}},"volumes":{}}',
      'This looks like a Compose file, not like a task definition.',
    ],
    ['{"format":"fairlead/1","name":"x"}', 'This looks like a Fairlead design, not like a task definition.'],
    [
      '{"taskDefinition":"orders","count":1}',
      'This looks like a request or answer about tasks, which names a task definition but does not hold one, not like a task definition.',
    ],
    [
      '[{"name":"app","imageUri":"nginx"}]',
      'This looks like image definitions for CodePipeline, not like a task definition.',
    ],
    [
      '{"a":1,"b":2}',
      'This is not a task definition: it has the members “a”, “b”, and none that AWS knows there.',
    ],
    ['"text"', 'The file holds a text, not a task definition.'],
    ['[]', 'The file holds an empty list, not a task definition.'],
    ['null', 'The file holds null, not a task definition.'],
  ])('%s', (text, what) => {
    const result = importFiles([{ name: 'x.json', text }], { format: taskDefinitionImport })
    const error = result.ok ? undefined : result.error
    expect(error).toMatchObject({ code: 'not-a-task-definition', file: 'x.json' })
    expect(error && english(error.what)).toBe(what)
  })

  test('one bad file of several stops the import and is named', () => {
    const result = importFiles(
      [
        { name: 'good.json', text: '{"family":"a"}' },
        { name: 'bad.json', text: '{"family": $NAME}' },
      ],
      { format: taskDefinitionImport },
    )
    expect(result.ok ? undefined : result.error).toMatchObject({
      file: 'bad.json',
      line: 1,
      column: 12,
      pointer: '/family',
    })
  })
})

const CORPUS = '../shared/corpus/task-definitions'

describe('task definitions that other people wrote', () => {
  if (!existsSync(CORPUS)) {
    test.skip(`${CORPUS} is absent, so only the examples above are checked`, () => {})
    return
  }
  const files = readdirSync(CORPUS)
  const READ_ONLY = [
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
  ]

  /** What has to come back: without the wrapper and what only AWS sets. */
  const registerInput = (value: unknown): unknown => {
    if (!isObject(value)) return value
    const wrapped = isObject(value.taskDefinition)
    const body: Record<string, unknown> = wrapped ? { ...(value.taskDefinition as object) } : { ...value }
    for (const key of READ_ONLY) delete body[key]
    return wrapped && Array.isArray(value.tags) && value.tags.length > 0
      ? { ...body, tags: value.tags }
      : body
  }

  test.each(files.filter((file) => file.endsWith('.json')))('%s comes back as it was', (file) => {
    const text = readFileSync(`${CORPUS}/${file}`, 'utf8')
    const result = imported(text, file)
    expect(sameJson(exported(result), registerInput(JSON.parse(text)))).toBe(true)
    expect(parseDesign(serialize(result.design))).toEqual({ ok: true, value: result.design })
  })

  test.each(files.filter((file) => file.endsWith('.not-json.txt')))('%s: says where and why', (file) => {
    const result = importFiles([{ name: file, text: readFileSync(`${CORPUS}/${file}`, 'utf8') }], {
      format: taskDefinitionImport,
    })
    const error = result.ok ? undefined : result.error
    expect(error).toMatchObject({
      code: 'json-syntax',
      file,
      line: expect.any(Number),
      column: expect.any(Number),
    })
    expect(error && english(error.what)).toMatch(/placeholder|stands for something left out|names a type/)
  })
})
