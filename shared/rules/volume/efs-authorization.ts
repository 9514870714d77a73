import { taskDefinition } from '../../elements/task-definition'
import { drawing } from '../examples'
import { removeMember } from '../fixes'
import { wholeBetween } from '../limits'
import { isAbsent, isKnown } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { type EfsVolume, efsVolumes, encrypt, isUnencrypted, needForTls } from './efs-volumes'
import { fargateWith, shared } from './examples'

const ports = { min: 1, max: 65_535 }
const port = wholeBetween(ports.min, ports.max)
const efsPath = '/volumes/0/efsVolumeConfiguration'
const tls = { transitEncryption: 'ENABLED' }
const accessPoint = { accessPointId: 'fsap-0123456789abcdef0' }

/** Access points, authorization and encryption in transit of EFS volumes, which depend on each other. */
export const efsAuthorization = ruleFamily([
  defineRule({
    id: 'volume-efs-access-point-root',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/efsVolumeConfiguration/rootDirectory'],
    title: 'With an access point an EFS volume has no root directory',
    message:
      'EFS volume “{volume}” has an access point, so it can’t begin at “{root}”; leave the root directory out.',
    why: 'An access point brings its own root directory and enforces it. A second one in the volume would contradict it; only / is taken, and it changes nothing.',
    sources: [{ ref: 'API:EFSVolumeConfiguration.rootDirectory', checked: '2026-11-26' }],
    check({ id, spec, report }) {
      for (const { at, title, efs } of efsVolumes(spec)) {
        const root = efs.rootDirectory
        if (isAbsent(efs.authorizationConfig?.accessPointId) || !isKnown(root) || root === '/') continue
        const pointer = `${at}/rootDirectory`
        const fix = removeMember('Leave the root directory to the access point', id, pointer)
        report({ at: pointer, values: { volume: title, root }, fix })
      }
    },
    examples: () => ({
      valid: {
        'an access point alone': efs({ ...tls, authorizationConfig: accessPoint }),
        'an access point and /': efs({ ...tls, rootDirectory: '/', authorizationConfig: accessPoint }),
        'a root directory alone': efs({ ...tls, rootDirectory: '/app' }),
      },
      invalid: {
        'an access point and a folder': {
          design: efs({ ...tls, rootDirectory: '/app', authorizationConfig: accessPoint }),
          element: 'task',
          at: `${efsPath}/rootDirectory`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-efs-tls-required',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/volumes/*/efsVolumeConfiguration/authorizationConfig'],
    title: 'Access points and IAM authorization need encryption in transit',
    message: 'EFS volume “{volume}” uses {what}, which needs transit encryption; set it to ENABLED.',
    why: 'The access point and the task’s credentials are handed to EFS over the encrypted connection that the mount helper opens. Left out, transit encryption is DISABLED.',
    sources: [
      { ref: 'API:EFSAuthorizationConfig.accessPointId', checked: '2026-11-26' },
      { ref: 'API:EFSAuthorizationConfig.iam', checked: '2026-11-26' },
    ],
    check({ id, spec, report }) {
      for (const { at, title, efs } of efsVolumes(spec)) {
        const what = needForTls(efs)
        if (what === undefined || !isUnencrypted(efs)) continue
        report({ at: `${at}/transitEncryption`, values: { volume: title, what }, fix: encrypt(id, at) })
      }
    },
    examples: () => ({
      valid: {
        'IAM with encryption': efs({ ...tls, authorizationConfig: { iam: 'ENABLED' } }),
        'no IAM, no access point': efs({ authorizationConfig: { iam: 'DISABLED' } }),
        'encryption that is a placeholder': efs({
          transitEncryption: '{{tls}}',
          authorizationConfig: accessPoint,
        }),
      },
      invalid: {
        'IAM without encryption': {
          design: efs({ authorizationConfig: { iam: 'ENABLED' } }),
          element: 'task',
          at: `${efsPath}/transitEncryption`,
        },
        'an access point with encryption turned off': {
          design: efs({ transitEncryption: 'DISABLED', authorizationConfig: accessPoint }),
          element: 'task',
          at: `${efsPath}/transitEncryption`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-efs-unencrypted',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/volumes/*/efsVolumeConfiguration'],
    title: 'EFS volumes are encrypted in transit',
    message:
      'Data of EFS volume “{volume}” travels unencrypted between task and file system; enable transit encryption.',
    why: 'NFS itself sends everything in the clear. With transit encryption the mount helper wraps it in TLS, at no extra cost.',
    sources: [
      { ref: 'SH:ECS.18', checked: '2026-11-21' },
      { ref: 'API:EFSVolumeConfiguration.transitEncryption', checked: '2026-11-26' },
    ],
    check({ id, spec, report }) {
      for (const { at, title, efs } of efsVolumes(spec)) {
        if (!isUnencrypted(efs) || needForTls(efs) !== undefined || hasPortForTls(efs)) continue
        report({ at: `${at}/transitEncryption`, values: { volume: title }, fix: encrypt(id, at) })
      }
    },
    examples: () => ({
      valid: {
        encrypted: efs(tls),
        'with an access point, of which volume-efs-tls-required tells': efs({
          authorizationConfig: accessPoint,
        }),
        'with a port for it, of which volume-efs-tls-port tells': efs({ transitEncryptionPort: 2999 }),
        'a placeholder': efs({ transitEncryption: '<ENABLED or DISABLED>' }),
      },
      invalid: {
        'nothing said': { design: efs({}), element: 'task', at: `${efsPath}/transitEncryption` },
        'turned off': {
          design: efs({ transitEncryption: 'DISABLED' }),
          element: 'task',
          at: `${efsPath}/transitEncryption`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-efs-tls-port',
    severity: 'warning',
    on: [taskDefinition],
    needs: ['/volumes/*/efsVolumeConfiguration/transitEncryptionPort'],
    title: 'A port for transit encryption goes with transit encryption',
    message: 'Port {port} of EFS volume “{volume}” has no effect without transit encryption; enable it.',
    why: 'The port is where the mount helper listens for the encrypted connection. Without encryption there is no such connection.',
    sources: [{ ref: 'API:EFSVolumeConfiguration.transitEncryptionPort', checked: '2026-11-26' }],
    check({ id, spec, report }) {
      for (const { at, title, efs } of efsVolumes(spec)) {
        if (!hasPortForTls(efs) || !isUnencrypted(efs) || needForTls(efs) !== undefined) continue
        const values = { port: efs.transitEncryptionPort ?? '', volume: title }
        report({ at: `${at}/transitEncryptionPort`, values, fix: encrypt(id, at) })
      }
    },
    examples: () => ({
      valid: {
        'with encryption': efs({ ...tls, transitEncryptionPort: 2999 }),
        'no port': efs({}),
        'with IAM authorization, of which volume-efs-tls-required tells': efs({
          authorizationConfig: { iam: 'ENABLED' },
          transitEncryptionPort: 2999,
        }),
        'no port chosen, as templates write it': efs({ transitEncryptionPort: 0 }),
      },
      invalid: {
        'without encryption': {
          design: efs({ transitEncryptionPort: 2999 }),
          element: 'task',
          at: `${efsPath}/transitEncryptionPort`,
        },
      },
    }),
  }),
  defineRule({
    id: 'volume-tls-port-range',
    severity: 'error',
    on: [taskDefinition],
    needs: [
      '/volumes/*/efsVolumeConfiguration/transitEncryptionPort',
      '/volumes/*/s3filesVolumeConfiguration/transitEncryptionPort',
    ],
    title: 'A port for transit encryption is from 1 to 65535',
    message: 'Transit encryption port {value} does not exist; use {min} to {max}, or leave it out.',
    why: 'It is a TCP port of the host on which the mount helper listens. Left out, the helper finds a free one.',
    sources: [
      { ref: 'API:EFSVolumeConfiguration.transitEncryptionPort', checked: '2026-11-26' },
      { ref: 'API:S3FilesVolumeConfiguration.transitEncryptionPort', checked: '2026-11-26' },
    ],
    check({ id, spec, report }) {
      spec.volumes?.forEach((volume, index) => {
        for (const member of ['efsVolumeConfiguration', 's3filesVolumeConfiguration'] as const) {
          const value = volume[member]?.transitEncryptionPort
          // AWS's own templates have 0 where no port is chosen.
          if (value === undefined || value === 0 || port.allows(value)) continue
          const at = `/volumes/${index}/${member}/transitEncryptionPort`
          const fix = removeMember('Let the mount helper find a port', id, at)
          report({ at, values: { value, ...ports }, fix })
        }
      })
    },
    examples: () => ({
      valid: {
        'the last port': efs({ ...tls, transitEncryptionPort: 65_535 }),
        'no port chosen, as templates write it': efs({ ...tls, transitEncryptionPort: 0 }),
      },
      invalid: {
        'one too many': {
          design: efs({ ...tls, transitEncryptionPort: 65_536 }),
          element: 'task',
          at: `${efsPath}/transitEncryptionPort`,
        },
        'of an S3 Files volume': {
          design: drawing({
            task: fargateWith(
              [
                {
                  name: 'data',
                  s3filesVolumeConfiguration: { fileSystemArn: '<file system>', transitEncryptionPort: -1 },
                },
              ],
              { taskRoleArn: '<task role>' },
            ),
          }),
          element: 'task',
          at: '/volumes/0/s3filesVolumeConfiguration/transitEncryptionPort',
        },
      },
    }),
  }),
])

/** A port that goes with encryption only; one that does not exist is `volume-tls-port-range`. */
function hasPortForTls({ transitEncryptionPort: written }: EfsVolume['efs']): boolean {
  return written !== undefined && port.allows(written)
}

/** A Fargate task with one EFS volume, so configured, and the task role that IAM authorization needs. */
function efs(members: Readonly<Record<string, unknown>>) {
  const volume = { name: 'data', efsVolumeConfiguration: { fileSystemId: '@{shared}', ...members } }
  return drawing({ shared, task: fargateWith([volume], { taskRoleArn: '<task role>' }) })
}
