/** What the FSx file systems have in common. */
import type { Attribute, Relation } from '../kind'

export const fsxAttributes: Readonly<Record<string, Attribute>> = {
  fileSystemId: { label: 'File system ID' },
  dnsName: { label: 'DNS name' },
}

export const fsxRelations: readonly Relation[] = [
  { path: '/SubnetIds/*', to: ['subnet'], meaning: 'in-network', draw: 'line' },
  { path: '/SecurityGroupIds/*', to: ['security-group'], meaning: 'guarded-by', draw: 'line' },
]
