import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { drawing, element, inSubnets, onFargate } from '../examples'
import { onPlatformBelow, toLatestPlatform } from '../platform'
import { defineRule } from '../rule'
import { ARN, giving, reading } from './examples'
import { ALL_PARTS, secretParts } from './json-keys'
import { secretReferencesOf } from './secret-references'

const MINIMUM = '1.4.0'

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
    const definition = onPlatformBelow({ id, spec, graph }, MINIMUM)
    if (version === undefined || !definition) return
    const part = secretReferencesOf(definition).find(
      ({ valueFrom }) => secretParts(graph, valueFrom)?.length === ALL_PARTS,
    )
    if (!part) return
    report({
      at: '/platformVersion',
      values: { secret: part.called, version, minimum: MINIMUM },
      fix: toLatestPlatform(id),
    })
  },
  examples: () => ({
    valid: {
      'version 1.4.0': onFargate({ platformVersion: '1.4.0' }, giving(`${ARN}:password::`)),
      'no version, which is the newest': onFargate({}, giving(`${ARN}:password::`)),
      'a whole secret': onFargate({ platformVersion: '1.3.0' }, giving(ARN)),
      'Windows, whose versions count apart': onFargate(
        { platformVersion: '1.0.0' },
        {
          ...giving(`${ARN}:password::`),
          cpu: '1024',
          memory: '2048',
          runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
        },
      ),
    },
    invalid: {
      'a key, on version 1.3.0': {
        design: onFargate({ platformVersion: '1.3.0' }, giving(`${ARN}:password::`)),
        element: 'web',
        at: '/platformVersion',
      },
      'a version of a secret in the drawing, for a standalone task': {
        design: drawing({
          db: element('secret', { Name: 'web/db' }),
          task: reading('@{db}::AWSPREVIOUS:'),
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
  }),
})
