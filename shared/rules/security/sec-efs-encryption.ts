import { efsFileSystem } from '../../elements/efs-file-system'
import { drawing, element } from '../examples'
import { setMembers } from '../fixes'
import { isWritten } from '../reading'
import { defineRule } from '../rule'

export const secEfsEncryption = defineRule({
  id: 'sec-efs-encryption',
  severity: 'warning',
  on: [efsFileSystem],
  title: 'EFS file systems are encrypted at rest',
  message:
    'This file system is not encrypted at rest; encrypt it when you make it, since that can’t be changed later.',
  why: 'Encryption at rest costs nothing and needs no change in the tasks. It is chosen when the file system is made: an unencrypted one has to be copied to a new one.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html',
      checked: '2026-11-26',
    },
    { ref: 'EFS:CreateFileSystemRequest.Encrypted', checked: '2026-11-26' },
    { ref: 'ACR:ecs-infrastructure-patterns', checked: '2026-11-21' },
  ],
  check({ id, element, spec, report }) {
    const exists = Object.keys(element.existing ?? {}).length > 0
    const encrypted = spec.Encrypted ?? (isWritten(element, '/Encrypted') || exists)
    if (encrypted) return
    report({
      at: '/Encrypted',
      ...(!exists && { fix: setMembers('Encrypt it at rest', id, { '/Encrypted': true }) }),
    })
  },
  examples: () => ({
    valid: {
      encrypted: drawing({
        shared: element('efs-file-system', { CreationToken: 'shared', Encrypted: true }),
      }),
      'a placeholder': drawing({
        shared: element('efs-file-system', { CreationToken: 'shared', Encrypted: '<encrypted>' }),
      }),
      'an existing one of which the drawing does not say': drawing({
        shared: element('efs-file-system', {}, { existing: { fileSystemId: 'fs-0123456789abcdef0' } }),
      }),
    },
    invalid: {
      'not said, which means no': {
        design: drawing({ shared: element('efs-file-system', { CreationToken: 'shared' }) }),
        element: 'shared',
        at: '/Encrypted',
      },
      'an existing one without it': {
        design: drawing({
          shared: element(
            'efs-file-system',
            { Encrypted: false },
            { existing: { fileSystemId: 'fs-0123456789abcdef0' } },
          ),
        }),
        element: 'shared',
        at: '/Encrypted',
      },
    },
  }),
})
