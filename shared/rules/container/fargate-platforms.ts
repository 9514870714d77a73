/** What containers can have on Fargate only since a platform version, which an old one named explicitly lacks. */
import { fargatePlatforms } from '../../aws/facts/container-members'
import { isBelow } from '../../aws/facts/platform-versions'
import { valueAt } from '../../basics/json'
import type { Spec } from '../../design/design'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { runOf } from '../../graph/runs'
import { container, drawing, element, fargateTask, inSubnets, service as serviceOf } from '../examples'
import { toLatestPlatform } from '../platform'
import { definitionOf, isAbsent } from '../reading'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { linuxContainersOf } from './containers'

type Member = keyof typeof fargatePlatforms

const tracing = { linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }
const keepalive = { systemControls: [{ namespace: 'net.ipv4.tcp_keepalive_time', value: '60' }] }
const fromFile = { environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::settings/web.env' }] }

export const fargatePlatformMembers = ruleFamily([
  defineRule({
    id: 'container-capability-fargate-platform',
    severity: 'error',
    on: [service, task],
    needs: ['/platformVersion'],
    title: 'On Fargate adding a capability needs platform version 1.4.0',
    message:
      'Platform version {version} of Fargate can’t add capabilities, as container “{container}” asks; use LATEST, or at least {needed}.',
    why: 'Dropping capabilities works on every platform version; adding SYS_PTRACE came with 1.4.0. Left out, the version is LATEST, which has it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
        checked: '2026-11-26',
      },
    ],
    check: (context) => checkPlatform(context, '/linuxParameters/capabilities/add'),
    examples: () => ({
      valid: {
        LATEST: running(tracing, 'LATEST'),
        'the version that brought it': running(tracing, '1.4.0'),
        'an old version, and capabilities that are dropped': running(
          { linuxParameters: { capabilities: { drop: ['NET_RAW'] } } },
          '1.3.0',
        ),
      },
      invalid: {
        'an old version': { design: running(tracing, '1.3.0'), element: 'web', at: '/platformVersion' },
        'a standalone task': {
          design: drawing({
            definition: fargateTask({ containerDefinitions: [container(tracing)] }),
            job: element('task', {
              taskDefinition: '@{definition}',
              launchType: 'FARGATE',
              platformVersion: '1.3.0',
              networkConfiguration: inSubnets,
            }),
          }),
          element: 'job',
          at: '/platformVersion',
        },
      },
    }),
  }),
  defineRule({
    id: 'container-sysctl-fargate-platform',
    severity: 'error',
    on: [service, task],
    needs: ['/platformVersion'],
    title: 'On Fargate kernel parameters need platform version 1.4.0',
    message:
      'Platform version {version} of Fargate can’t set kernel parameters, as container “{container}” asks; use LATEST, or at least {needed}.',
    why: 'Fargate takes systemControls since platform version 1.4.0. Left out, the version is LATEST, which has it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_SystemControl.html',
        checked: '2026-11-26',
      },
    ],
    check: (context) => checkPlatform(context, '/systemControls'),
    examples: () => ({
      valid: {
        'no version': running(keepalive, undefined),
        'an empty list on an old version': running({ systemControls: [] }, '1.3.0'),
      },
      invalid: {
        'an old version': { design: running(keepalive, '1.3.0'), element: 'web', at: '/platformVersion' },
      },
    }),
  }),
  defineRule({
    id: 'container-env-file-fargate-platform',
    severity: 'error',
    on: [service, task],
    needs: ['/platformVersion'],
    title: 'On Fargate environment files need platform version 1.4.0',
    message:
      'Platform version {version} of Fargate reads no environment files, as container “{container}” asks; use LATEST, or at least {needed}.',
    why: 'Fargate reads environment files from S3 since platform version 1.4.0. Left out, the version is LATEST, which does.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
        checked: '2026-11-26',
      },
    ],
    check: (context) => checkPlatform(context, '/environmentFiles'),
    examples: () => ({
      valid: {
        'the version that brought them': running(fromFile, '1.4.0'),
        'a placeholder for the version': running(fromFile, '<platform-version>'),
      },
      invalid: {
        'an old version': { design: running(fromFile, '1.3.0'), element: 'web', at: '/platformVersion' },
      },
    }),
  }),
])

type Runner = RuleContext<{ readonly platformVersion?: string | undefined }>

function checkPlatform({ id, spec, graph, report }: Runner, member: Member): void {
  const needed = fargatePlatforms[member]
  const version = spec.platformVersion
  if (version === undefined || !isBelow(version, needed) || runOf(graph, id)?.launch !== 'FARGATE') return
  const definition = definitionOf(graph, id)?.spec
  const asking = definition
    ? linuxContainersOf(definition).find(({ container }) => !isAbsent(valueAt(container, member)))
    : undefined
  if (!asking) return
  report({
    at: '/platformVersion',
    values: { version, needed, container: asking.called },
    fix: toLatestPlatform(id),
  })
}

function running(members: Spec, platformVersion: string | undefined) {
  return drawing({
    role: element('iam-role', { RoleName: 'ecsTaskExecutionRole' }),
    task: fargateTask({ executionRoleArn: '@{role}', containerDefinitions: [container(members)] }),
    web: serviceOf({ launchType: 'FARGATE', platformVersion, networkConfiguration: inSubnets }),
  })
}
