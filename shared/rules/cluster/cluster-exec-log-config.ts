import { valueAt } from '../../basics/json'
import { cluster as clusterKind } from '../../elements/cluster'
import { drawing, element } from '../examples'
import { removeMember, setMembers } from '../fixes'
import { isAbsent, isUnknown, isWritten } from '../reading'
import { defineRule, type Finding } from '../rule'

const EXEC = '/configuration/executeCommandConfiguration'
const LOGGING = `${EXEC}/logging`
const LOG = `${EXEC}/logConfiguration`

/** What each encryption flag is about. */
const encrypted = [
  { flag: 's3EncryptionEnabled', target: 's3BucketName', variant: 'bucket' },
  {
    flag: 'cloudWatchEncryptionEnabled',
    target: 'cloudWatchLogGroupName',
    variant: 'group',
  },
] as const

export const clusterExecLogConfig = defineRule({
  id: 'cluster-exec-log-config',
  severity: 'error',
  on: [clusterKind],
  needs: ['/configuration'],
  title: 'The log configuration of ECS Exec goes with logging OVERRIDE',
  message:
    'Logging OVERRIDE means a log configuration of the cluster’s own, and there is none; add one, or use DEFAULT.',
  variants: {
    unused:
      'Logging {logging} leaves no room for a log configuration; set it to OVERRIDE, or remove the configuration.',
    bucket: 'There is no bucket to encrypt; name the bucket, or leave its encryption out.',
    group: 'There is no log group to encrypt; name the log group, or leave its encryption out.',
  },
  why: 'Sessions of ECS Exec are logged by the container’s own log configuration (DEFAULT), by the cluster’s (OVERRIDE), or not at all (NONE). A configuration therefore comes with OVERRIDE and never with another setting, and encryption is asked of a bucket or log group that is named.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:ExecuteCommandConfigurationOnly', checked: '2026-11-26' },
    { ref: 'CDK:SpecifyBucketNameExecute', checked: '2026-11-26' },
    { ref: 'CDK:SpecifyCloudWatchGroupExecute', checked: '2026-11-26' },
  ],
  check({ id, element, spec, report }) {
    const exec = spec.configuration?.executeCommandConfiguration
    if (!exec || isUnknown(exec.logging)) return
    const given = !isAbsent(valueAt(element.spec, LOG))
    const logging = exec.logging || 'DEFAULT'
    if (logging === 'OVERRIDE' && !given) {
      return report({ at: LOGGING, fix: setMembers('Set logging to DEFAULT', id, { [LOGGING]: 'DEFAULT' }) })
    }
    // Other words are what cluster-exec-logging-value reports.
    if (given && ['DEFAULT', 'NONE'].includes(logging)) return report(unused(id, logging))
    for (const { flag, target, variant } of encrypted) {
      if (exec.logConfiguration?.[flag] !== true || isWritten(element, `${LOG}/${target}`)) continue
      const only = Object.keys(exec.logConfiguration).length === 1
      const at = `${LOG}/${flag}`
      report({
        at,
        variant,
        ...(!only && { fix: removeMember('Leave the encryption out', id, at) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'a log group of the cluster’s own': exec({
        logging: 'OVERRIDE',
        logConfiguration: { cloudWatchLogGroupName: 'sessions', cloudWatchEncryptionEnabled: true },
      }),
      'the container’s log configuration': exec({ logging: 'DEFAULT' }),
      'no log, with a key for the session': exec({ logging: 'NONE', kmsKeyId: 'alias/sessions' }),
      'an empty log configuration says nothing': exec({ logging: 'DEFAULT', logConfiguration: {} }),
      'a bucket without encryption': exec({
        logging: 'OVERRIDE',
        logConfiguration: { s3BucketName: '<bucket>', s3EncryptionEnabled: false },
      }),
      'a placeholder': exec({ logging: '<logging>', logConfiguration: { s3BucketName: 'sessions' } }),
    },
    invalid: {
      'OVERRIDE with nothing': { design: exec({ logging: 'OVERRIDE' }), element: 'main', at: LOGGING },
      'a log configuration beside DEFAULT': {
        design: exec({ logging: 'DEFAULT', logConfiguration: { s3BucketName: 'sessions' } }),
        element: 'main',
        at: LOG,
      },
      'a log configuration and no log': {
        design: exec({ logging: 'NONE', logConfiguration: { s3BucketName: 'sessions' } }),
        element: 'main',
        at: LOG,
      },
      'a log configuration alone, which means DEFAULT': {
        design: exec({ logConfiguration: { cloudWatchLogGroupName: 'sessions' } }),
        element: 'main',
        at: LOG,
      },
      'encryption of no bucket': {
        design: exec({
          logging: 'OVERRIDE',
          logConfiguration: { cloudWatchLogGroupName: 'sessions', s3EncryptionEnabled: true },
        }),
        element: 'main',
        at: `${LOG}/s3EncryptionEnabled`,
      },
      'encryption of no log group, and nothing else': {
        design: exec({ logging: 'OVERRIDE', logConfiguration: { cloudWatchEncryptionEnabled: true } }),
        element: 'main',
        at: `${LOG}/cloudWatchEncryptionEnabled`,
      },
    },
  }),
})

/** Who wrote NONE wants no log; who left it out, or at its default, wants the one that is configured. */
function unused(id: string, logging: string): Finding {
  const fix =
    logging === 'NONE'
      ? removeMember('Remove the log configuration', id, LOG)
      : setMembers('Set logging to OVERRIDE', id, { [LOGGING]: 'OVERRIDE' })
  return { at: LOG, variant: 'unused', values: { logging }, fix }
}

function exec(executeCommandConfiguration: Readonly<Record<string, unknown>>) {
  return drawing({
    main: element('cluster', { clusterName: 'main', configuration: { executeCommandConfiguration } }),
  })
}
