/** What a service or task does that needs a role, beyond its task definition. */
import type { z } from 'zod'
import { service } from '../../elements/service'
import { task } from '../../elements/task'
import type { Graph } from '../graph'
import { specOf } from '../spec'
import { usesOfFiles, usesOfLogging } from './task-definition'
import type { Use, User } from './use'

export function usesOfRunner(graph: Graph, id: string): readonly Use[] {
  const ofService = specOf(graph, service, id)
  const ofTask = specOf(graph, task, id)
  const spec = ofService ?? ofTask ?? {}
  const user = { element: id }
  const uses: Use[] = []
  if (spec.enableExecuteCommand === true)
    uses.push({ ...user, use: 'exec-command', at: '/enableExecuteCommand' })
  for (const [index, { managedEBSVolume }] of (spec.volumeConfigurations ?? []).entries()) {
    const at = `/volumeConfigurations/${index}/managedEBSVolume`
    if (managedEBSVolume) uses.push({ ...user, use: 'ebs-volumes', at, roleAt: `${at}/roleArn` })
  }
  if (ofService) uses.push(...usesOfService(graph, user, ofService))
  for (const [index, override] of (ofTask?.overrides?.containerOverrides ?? []).entries()) {
    uses.push(...usesOfFiles(user, override.environmentFiles, `/overrides/containerOverrides/${index}`))
  }
  return uses
}

function usesOfService(graph: Graph, user: User, spec: z.output<typeof service.spec>): Use[] {
  const uses: Use[] = []
  for (const [index, { advancedConfiguration }] of (spec.loadBalancers ?? []).entries()) {
    const at = `/loadBalancers/${index}/advancedConfiguration`
    if (advancedConfiguration)
      uses.push({ ...user, use: 'load-balancer-changes', at, roleAt: `${at}/roleArn` })
  }
  for (const index of (spec.vpcLatticeConfigurations ?? []).keys()) {
    const at = `/vpcLatticeConfigurations/${index}`
    uses.push({ ...user, use: 'lattice-targets', at, roleAt: `${at}/roleArn` })
  }
  const connect = spec.serviceConnectConfiguration
  for (const [index, { tls }] of (connect?.services ?? []).entries()) {
    const at = `/serviceConnectConfiguration/services/${index}/tls`
    if (tls) uses.push({ ...user, use: 'service-connect-tls', at, roleAt: `${at}/roleArn` })
  }
  const logging = '/serviceConnectConfiguration/logConfiguration'
  return [...uses, ...usesOfLogging(graph, user, connect?.logConfiguration, logging)]
}
