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

/** The subnet of a Multi-AZ file system that its traffic goes to; it is one of its subnets, which have lines already. */
export function preferredSubnet(configuration: string): Relation {
  return {
    path: `/${configuration}/PreferredSubnetId`,
    to: ['subnet'],
    meaning: 'in-network',
    draw: 'line',
    drawable: false,
  }
}
