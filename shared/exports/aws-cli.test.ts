import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { deploymentOf } from '../deployment/deployment-of'
import { makers } from '../deployment/makers/by-kind'
import { resourceTypes } from '../deployment/resource-types'
import type { Design } from '../design/design'
import { knownKind } from '../elements/kinds'
import { drawing, element, link } from '../rules/examples'
import { answerHas, inputFaults, operationOf } from '../testing/aws-inputs'
import { type Bench, benchWith, type Call, type Run } from '../testing/fake-aws'
import { nastyDesign } from '../testing/nasty'
import { awsCliExport } from './aws-cli'
import { cliCall, commandOf } from './aws-cli/calls'
import { environmentName } from './aws-cli/shell'

const TEMPLATES = fileURLToPath(new URL('../../assets/templates/', import.meta.url))

const benches: Bench[] = []
afterEach(() => {
  for (const bench of benches.splice(0)) bench.remove()
})

function benchFor(design: Design): Bench {
  const bench = benchWith(awsCliExport.export(design).files)
  benches.push(bench)
  return bench
}

/** A value for everything that is asked for. */
function answers(design: Design): Record<string, string> {
  return Object.fromEntries(
    deploymentOf(design).inputs.map((input) => [
      environmentName(input),
      input.many ? `${input.name}-1, ${input.name}-2` : `${input.name}-1`,
    ]),
  )
}

const made = ({ calls }: Run) => calls.filter(({ input }) => input !== undefined)

describe.each(readdirSync(TEMPLATES))('%s', (file) => {
  const design = JSON.parse(readFileSync(TEMPLATES + file, 'utf8')) as Design
  const { resources } = deploymentOf(design)

  test('is made call by call, in order, each as AWS’s model has it', () => {
    const run = benchFor(design).run({ ...answers(design), RUN_TASKS: 'yes' })
    expect(run).toMatchObject({ code: 0, left: [] })
    const calls = made(run)
    expect(calls.map(({ name }) => name)).toEqual(resources.map(({ type }) => commandOf(type).join(':')))
    const faults = calls.flatMap(({ name, input }, index) => {
      const type = resources[index]?.type ?? ''
      const open =
        JSON.stringify(input).match(/<[a-z0-9-]+(?:\/[a-z0-9-]+)?\.[A-Za-z]+>|<[a-z-]+-(?:id|arn)>|@\{/g) ??
        []
      return [...inputFaults(type, input), ...open].map((fault) => `${name}: ${fault}`)
    })
    expect(faults).toEqual([])
  })

  test('asks for what it needs before the first call', () => {
    const needed = Object.keys(answers(design))
    const run = benchFor(design).run()
    if (needed.length === 0) return
    expect(run).toMatchObject({ code: 2, calls: [] })
    for (const name of needed) expect(run.errors).toContain(name)
  })
})

test('a second run makes nothing that is there', () => {
  const design = JSON.parse(readFileSync(`${TEMPLATES}multi-az-efs.fairlead`, 'utf8')) as Design
  const bench = benchFor(design)
  expect(bench.run(answers(design)).code).toBe(0)
  const again = bench.run(answers(design))
  expect(again.code).toBe(0)
  const names = made(again).map(({ name }) => name)
  // AWS itself refuses a second mount target in a subnet.
  expect([...new Set(names.filter((name) => name.includes(':create-')))]).toEqual(['efs:create-mount-target'])
  expect(again.calls.map(({ name }) => name)).toContain('ecs:update-service')
})

test.each(['dash', 'bash', 'busybox'].filter(isThere))('%s runs it, too', (shell) => {
  const design = drawing({
    role: element('iam-role', { RoleName: 'it’s "a" role', AssumeRolePolicyDocument: '{}' }),
  })
  const run = benchFor(design).run({}, shell === 'busybox' ? ['busybox', 'sh'] : [shell])
  expect(run).toMatchObject({ code: 0, left: [] })
  expect(made(run)[0]?.input).toEqual({ RoleName: 'it’s "a" role', AssumeRolePolicyDocument: '{}' })
})

function isThere(shell: string): boolean {
  return ['/bin/', '/usr/bin/'].some((folder) => existsSync(folder + shell))
}

test('identifiers stand where the calls before them answered', () => {
  const design = drawing({
    targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80 }),
    balancer: element('application-load-balancer', {
      Name: 'web',
      Listeners: [
        { Port: 80, Protocol: 'HTTP', DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] },
      ],
    }),
  })
  const run = benchFor(design).run({ VPC_ID: 'vpc-1', PUBLIC_SUBNET_IDS: 'subnet-1, subnet-2' })
  const [targets, balancer, listener] = made(run)
  const id = (call: Call | undefined) => `id-${call ? run.calls.indexOf(call) + 1 : '?'}`
  expect(targets?.input).toMatchObject({ VpcId: 'vpc-1' })
  expect(balancer?.input).toMatchObject({ Subnets: ['subnet-1', 'subnet-2'] })
  expect(listener?.input).toMatchObject({
    LoadBalancerArn: id(balancer),
    DefaultActions: [{ TargetGroupArn: id(targets) }],
  })
})

test('a value of somebody’s own goes in as it is, and never into a file of the export', () => {
  const design = drawing({ token: element('ssm-parameter', { Name: '/web/token', Type: 'SecureString' }) })
  const value = 'a"b\\c\n$(touch x)\t`d`\'é'
  const run = benchFor(design).run({ TOKEN_VALUE: value })
  expect(run).toMatchObject({ code: 0, left: [] })
  expect(made(run)[0]?.input).toEqual({ Name: '/web/token', Type: 'SecureString', Value: value })
})

test('what only CloudFormation works out is asked for, lists and numbers as what they are', () => {
  const design = drawing({
    web: element('service', {
      serviceName: 'web',
      desiredCount: { Ref: 'TaskCount' },
      deploymentConfiguration: { alarms: { 'Fn::If': ['x', { enable: true }, { Ref: 'AWS::NoValue' }] } },
      networkConfiguration: { awsvpcConfiguration: { subnets: { Ref: 'PrivateSubnets' } } },
    }),
  })
  const values = { TASK_COUNT: '3', PRIVATE_SUBNETS: 'subnet-1,subnet-2' }
  const run = benchFor(design).run(values)
  expect(made(run)[0]?.input).toEqual({
    serviceName: 'web',
    desiredCount: 3,
    deploymentConfiguration: {},
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } },
  })
  const left = awsCliExport.export(design).notes.filter(({ code }) => code === 'left-out')
  expect(left.map(({ element }) => element)).toEqual(['web'])
})

test('another value that JSON would read is refused', () => {
  const design = drawing({ web: element('security-group', { GroupName: 'web' }) })
  const run = benchFor(design).run({ VPC_ID: 'vpc-1","GroupName":"x' })
  expect(run).toMatchObject({ code: 1, calls: [] })
  expect(run.errors).toContain('VPC_ID may not hold quotation marks')
})

test('a call that fails stops the script, and what was made is known the next time', () => {
  const design = drawing({
    net: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    out: element('internet-gateway', { VpcId: '@{net}' }),
  })
  const { files } = awsCliExport.export(design)
  const broken = files.map((file) =>
    file.name === 'apply.sh'
      ? { ...file, content: file.content.replace(/\nsay '2\//, '\naws() { return 1; }\n$&') }
      : file,
  )
  const bench = benchWith(broken)
  benches.push(bench)
  expect(made(bench.run()).map(({ name }) => name)).toEqual(['ec2:create-vpc'])
  expect(made(bench.run())).toEqual([])
})

test('a queue admits the topic that feeds it, by a policy that is set when both are there', () => {
  const design = drawing(
    {
      jobs: element('sqs-queue', { QueueName: 'jobs' }),
      news: element('sns-topic', { Name: 'news' }),
    },
    { feeds: link('news', 'feeds', 'jobs') },
  )
  const run = benchFor(design).run()
  expect(run.code).toBe(0)
  const calls = made(run)
  expect(calls.map(({ name }) => name)).toEqual([
    ...['sqs:create-queue', 'sns:create-topic', 'sns:subscribe', 'sqs:set-queue-attributes'],
  ])
  expect(JSON.stringify(calls.at(-1)?.input)).toContain('aws:SourceArn')
})

test('whatever texts a design holds, nothing of them is run', () => {
  const words = [
    "'; touch gotcha; '",
    '$(touch gotcha)',
    '`touch gotcha`',
    '"; touch gotcha #',
    '\n touch gotcha\n',
    '${x:=gotcha}',
  ]
  for (const first of [0, 3]) {
    const design = nastyDesign(words, first)
    const run = benchFor(design).run(answers(design))
    expect(run.left).toEqual([])
    expect(run.errors).not.toMatch(/not found|syntax|unexpected/i)
  }
})

test('two exports are the same to the byte', () => {
  const design = nastyDesign(['a', 'b'], 0)
  expect(awsCliExport.export(design)).toEqual(awsCliExport.export(structuredClone(design)))
})

describe('the table of calls is AWS’s', () => {
  test.each(resourceTypes)('%s', (type) => {
    const call = cliCall(type)
    for (const path of Object.values(call.answers ?? {}))
      expect([path, answerHas(type, path)]).toEqual([path, true])
    const { find } = call
    if (!find) return
    const at = find.at === '@' ? '' : `${find.at.replace(/\[\?.*?\] \| \[0\]/, '[0]')}.`
    for (const member of [find.key, ...Object.values(call.found ?? {})]) {
      expect([at + member, answerHas(find.call, at + member)]).toEqual([at + member, true])
    }
    expect(operationOf(find.call)).toBeDefined()
  })

  test('knows every identifier of the kinds that a call makes', () => {
    const unknown = Object.keys(makers).flatMap((kind) => {
      const design = drawing({ one: element(kind, knownKind(kind).defaults('one')) })
      const type = deploymentOf(design).resources.find(({ id }) => id === 'one')?.type
      const call = type && cliCall(type)
      const knows = (attribute: string) =>
        [call?.answers, call?.names, call?.found, call?.more].some((all) => all?.[attribute] !== undefined)
      return Object.keys(knownKind(kind).attributes)
        .filter((attribute) => !knows(attribute) && attribute !== 'resourceId')
        .map((attribute) => `${kind}.${attribute}`)
    })
    // A bucket's ARN follows from its name, and a VPC or subnet alone is none that is made.
    expect(unknown).toEqual(['s3-bucket.arn', 'subnet.subnetId', 'vpc.vpcId'])
  })
})
