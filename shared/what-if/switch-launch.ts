/** Puts a service or task on another launch type. What does not fit there is left as it is: rules say so, and mend it. */
import { MANAGED_INSTANCE_POLICY } from '../aws/facts/role-uses'
import type { DesignDraft } from '../design/edit'
import { refer, referencesIn } from '../design/references'
import { capacityProvider } from '../elements/capacity-provider'
import type { MutableSpec } from '../elements/kind'
import { textAt } from '../elements/parts/reading'
import type { LaunchType } from '../graph/runs'
import { addElement } from '../rules/fixes'
import { infrastructureRole, instanceProfileFor } from '../rules/fixes-roles'

/** Where tasks can be switched to. An external machine is no matter of a switch: it has to be there. */
export type SwitchTarget = Extract<LaunchType, 'EC2' | 'FARGATE' | 'MANAGED_INSTANCES'>

/** Changes where one service or standalone task runs. */
export function switchLaunch(draft: DesignDraft, id: string, target: SwitchTarget): void {
  const spec = draft.elements[id]?.spec as MutableSpec | undefined
  if (!spec) return
  if (target === 'MANAGED_INSTANCES') {
    delete spec.launchType
    spec.capacityProviderStrategy = [{ capacityProvider: refer(managedProvider(draft, spec)), weight: 1 }]
    return
  }
  delete spec.capacityProviderStrategy
  spec.launchType = target
}

/** A provider of managed instances of the service's cluster; one is drawn when there is none. */
function managedProvider(draft: DesignDraft, runner: MutableSpec): string {
  const home = referencesIn(textAt(runner, '/cluster') ?? '')[0]?.id
  const known = providersOf(draft, home).find(
    (id) => draft.elements[id]?.spec.managedInstancesProvider !== undefined,
  )
  if (known !== undefined) return known
  const made = addElement(draft, home === undefined ? 'managed-instances' : `${home}-managed-instances`, {
    kind: capacityProvider.kind,
    spec: {
      name: home === undefined ? 'managed-instances' : `${home}-managed-instances`,
      ...(home === undefined ? {} : { cluster: refer(home) }),
      managedInstancesProvider: {
        infrastructureRoleArn: refer(
          infrastructureRole(
            draft,
            'ecsInfrastructureRoleForManagedInstances',
            'AmazonECSInfrastructureRolePolicyForManagedInstances',
          ),
        ),
        instanceLaunchTemplate: {
          ec2InstanceProfileArn: refer(instanceProfileFor(draft, MANAGED_INSTANCE_POLICY)),
          networkConfiguration: { subnets: subnetsOf(runner) },
        },
      },
    },
  })
  return made
}

function providersOf(draft: DesignDraft, home: string | undefined): readonly string[] {
  const listed: unknown = home === undefined ? [] : (draft.elements[home]?.spec.capacityProviders ?? [])
  const texts = Array.isArray(listed) ? listed.filter((one) => typeof one === 'string') : []
  const inside = Object.entries(draft.elements).filter(
    ([, { kind, spec }]) =>
      kind === capacityProvider.kind && home !== undefined && spec.cluster === refer(home),
  )
  return [...texts.flatMap((text) => referencesIn(text).map(({ id }) => id)), ...inside.map(([id]) => id)]
}

function subnetsOf(runner: MutableSpec): readonly string[] {
  const subnets: unknown = runner.networkConfiguration?.awsvpcConfiguration?.subnets
  return Array.isArray(subnets) && subnets.length > 0 ? [...subnets] : ['<subnet-id>']
}
