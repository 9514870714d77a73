import { volumeKinds } from '../../aws/facts/volumes'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import { drawing, element, fargateTask, inSubnets, service as serviceOf } from '../examples'
import { onPlatformBelow, toLatestPlatform } from '../platform'
import { defineRule, type RuleContext, ruleFamily } from '../rule'
import { efsVolume, fargateWith, onWindows, shared } from './examples'
import { volumesOfKind, volumeTitle } from './volumes'

const role = element('iam-role', { RoleName: 'ecsInfrastructureRole' })
const ebsVolume = { name: 'data', configuredAtLaunch: true }
const ebsDisk = { name: 'data', managedEBSVolume: { sizeInGiB: 20, roleArn: '@{role}' } }

/** Volumes that old platform versions of Fargate know nothing of. */
export const volumePlatforms = ruleFamily([
  defineRule({
    id: 'volume-efs-platform',
    severity: 'error',
    on: [service, task],
    needs: ['/platformVersion'],
    title: 'On Fargate EFS volumes need platform version 1.4.0',
    message:
      'Platform version {version} of Fargate can’t mount EFS volume “{volume}”; use LATEST, or at least {needed}.',
    why: 'Fargate learned to mount EFS with platform version 1.4.0. Left out, the version is LATEST, which has it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
        checked: '2026-11-21',
      },
    ],
    check: (context) => checkPlatform(context, 'efs'),
    examples: () => ({
      valid: {
        'the version that brought it': drawing({
          shared,
          task: fargateWith([efsVolume]),
          web: onFargate('1.4.0'),
        }),
        LATEST: drawing({ shared, task: fargateWith([efsVolume]), web: onFargate('LATEST') }),
        'an old version without EFS volumes': drawing({ task: fargateTask(), web: onFargate('1.3.0') }),
      },
      invalid: {
        'an old version': {
          design: drawing({ shared, task: fargateWith([efsVolume]), web: onFargate('1.3.0') }),
          element: 'web',
          at: '/platformVersion',
        },
        'in a standalone task': {
          design: drawing({
            shared,
            task: fargateWith([efsVolume]),
            job: element('task', {
              taskDefinition: '@{task}',
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
    id: 'volume-ebs-platform',
    severity: 'error',
    on: [service, task],
    needs: ['/platformVersion'],
    title: 'On Fargate EBS volumes need platform version 1.4.0',
    message:
      'Platform version {version} of Fargate can’t attach EBS volume “{volume}”; use LATEST, or at least {needed}.',
    why: 'Fargate attaches EBS volumes from Linux platform version 1.4.0 on. Left out, the version is LATEST, which has it.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
        checked: '2026-11-21',
      },
    ],
    check: (context) => checkPlatform(context, 'ebs'),
    examples: () => ({
      valid: {
        'the version that brought it': drawing({
          role,
          task: fargateWith([ebsVolume]),
          web: onFargate('1.4.0', { volumeConfigurations: [ebsDisk] }),
        }),
        'Windows, whose versions are counted anew': drawing({
          role,
          task: fargateWith([ebsVolume], { ...onWindows, cpu: '1024', memory: '2048' }),
          web: onFargate('1.0.0', { volumeConfigurations: [ebsDisk] }),
        }),
      },
      invalid: {
        'an old version': {
          design: drawing({
            role,
            task: fargateWith([ebsVolume]),
            web: onFargate('1.3.0', { volumeConfigurations: [ebsDisk] }),
          }),
          element: 'web',
          at: '/platformVersion',
        },
      },
    }),
  }),
])

type RunnerSpec = { readonly platformVersion?: string | undefined }

function checkPlatform(context: RuleContext<RunnerSpec>, kind: 'efs' | 'ebs'): void {
  const needed: string = volumeKinds[kind].platform
  const definition = onPlatformBelow(context, needed)
  const [place] = definition ? volumesOfKind(definition, kind) : []
  if (!place) return
  context.report({
    at: '/platformVersion',
    values: {
      version: context.spec.platformVersion ?? '',
      volume: volumeTitle(place.volume, place.index),
      needed,
    },
    fix: toLatestPlatform(context.id),
  })
}

function onFargate(platformVersion: string, rest = {}) {
  return serviceOf({ launchType: 'FARGATE', platformVersion, networkConfiguration: inSubnets, ...rest })
}
