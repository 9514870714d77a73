import { isBelow, LATEST } from '../../aws/facts/platform-versions'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { runOf } from '../../graph/runs'
import { container, drawing, element, fargateTask, inSubnets, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { definitionOf, runsWindows } from '../reading'
import { defineRule } from '../rule'
import { ALL_PARTS, secretParts } from './json-keys'
import { secretReferencesOf } from './secret-references'

const MINIMUM = '1.4.0'
const ARN = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:web/db-a1b2c3'

export const secretJsonKeyPlatform = defineRule({
  id: 'secret-json-key-platform',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/platformVersion'],
  title: 'A key of a secret needs platform version 1.4.0',
  message:
    'Secret “{secret}” is a key or version of a secret, which platform version {version} can’t read; use {minimum} or LATEST.',
  why: 'Older platform versions read a secret as a whole and know nothing of the fields behind its ARN, so the container would not start.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const { platformVersion: version } = spec
    if (!version || !isBelow(version, MINIMUM) || runOf(graph, id)?.launch !== 'FARGATE') return
    const definition = definitionOf(graph, id)
    if (!definition || runsWindows(definition.spec) !== false) return
    const part = secretReferencesOf(definition.spec).find(
      ({ valueFrom }) => secretParts(graph, valueFrom)?.length === ALL_PARTS,
    )
    if (!part) return
    report({
      at: '/platformVersion',
      values: { secret: part.called, version, minimum: MINIMUM },
      fix: setMembers(`Set the platform version to ${LATEST}`, id, { '/platformVersion': LATEST }),
    })
  },
  examples: {
    valid: {
      'version 1.4.0': onFargate({ platformVersion: '1.4.0' }, reading(`${ARN}:password::`)),
      'no version, which is the newest': onFargate({}, reading(`${ARN}:password::`)),
      'a whole secret': onFargate({ platformVersion: '1.3.0' }, reading(ARN)),
      'Windows, whose versions count apart': onFargate(
        { platformVersion: '1.0.0' },
        {
          ...reading(`${ARN}:password::`),
          cpu: '1024',
          memory: '2048',
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        },
      ),
    },
    invalid: {
      'a key, on version 1.3.0': {
        design: onFargate({ platformVersion: '1.3.0' }, reading(`${ARN}:password::`)),
        element: 'web',
        at: '/platformVersion',
      },
      'a version of a secret in the drawing, for a standalone task': {
        design: drawing({
          db: element('secret', { Name: 'web/db' }),
          task: fargateTask(reading('@{db}::AWSPREVIOUS:')),
          nightly: element('task', {
            taskDefinition: '@{task}',
            launchType: 'FARGATE',
            platformVersion: '1.3.0',
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'nightly',
        at: '/platformVersion',
      },
    },
  },
})

function reading(valueFrom: string) {
  return {
    executionRoleArn: '<execution-role-arn>',
    containerDefinitions: [container({ secrets: [{ name: 'DB_PASSWORD', valueFrom }] })],
  }
}
