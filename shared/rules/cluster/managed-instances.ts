/** What a capacity provider of ECS Managed Instances must say. */
import { MANAGED_INSTANCE_POLICY } from '../../aws/facts/role-uses'
import { isObject, setAt, valueAt } from '../../basics/json'
import type { Element, Spec } from '../../design/design'
import { refer } from '../../design/references'
import { capacityProvider } from '../../elements/capacity-provider'
import { inWords } from '../../texts/text'
import { drawing } from '../examples'
import { removeMember } from '../fixes'
import { attachInfrastructureRole, instanceProfileFor } from '../fixes-roles'
import { isAbsent, isUnknownAt, isWritten } from '../reading'
import { defineRule, type Finding, type Fix, ruleFamily } from '../rule'
import { launchTemplate, managedProvider } from './examples'

const PROVIDER = '/managedInstancesProvider'
const ROLE = `${PROVIDER}/infrastructureRoleArn`
const TEMPLATE = `${PROVIDER}/instanceLaunchTemplate`
const PROFILE = `${TEMPLATE}/ec2InstanceProfileArn`
const NETWORK = `${TEMPLATE}/networkConfiguration`
const REQUIREMENTS = `${TEMPLATE}/instanceRequirements`
const page = (type: string) => ({
  ref: `https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_${type}.html`,
  checked: '2026-11-26',
})

/** Pairs of `InstanceRequirementsRequest` of which only one may be given. */
const exclusive = [
  ['allowedInstanceTypes', 'excludedInstanceTypes'],
  ['spotMaxPricePercentageOverLowestPrice', 'onDemandMaxPricePercentageOverLowestPrice'],
  ['spotMaxPricePercentageOverLowestPrice', 'maxSpotPriceAsPercentageOfOptimalOnDemandPrice'],
] as const

export const managedInstances = ruleFamily([
  defineRule({
    id: 'capacity-managed-required',
    severity: 'error',
    on: [capacityProvider],
    title: 'Managed instances have roles, a network and complete requirements',
    message:
      'Managed instances need an infrastructure role, with which ECS starts and ends them; attach one.',
    variants: {
      template:
        'Managed instances need a launch template, with an instance profile and at least one subnet; add it.',
      profile: 'Managed instances need an instance profile, with which they register; attach one.',
      subnets: 'Managed instances need at least one subnet to be started in; name it.',
      groups: 'The list of security groups is empty; name at least one, or leave the list out.',
      requirements:
        'Instance requirements say how many vCPUs and how much memory are the least; add {missing}, or leave them out.',
    },
    why: 'ECS starts these instances itself. For that it needs a role of yours, the profile that the instances get, and the subnets that they are started in. What they must offer may be left to ECS; said in part it can’t be used.',
    sources: [
      page('CreateManagedInstancesProviderConfiguration'),
      page('InstanceLaunchTemplate'),
      page('InstanceRequirementsRequest'),
      { ref: 'CDK:ShouldBeSubnetsRequiredShould', checked: '2026-11-26' },
      { ref: 'CDK:SecurityGroupsCannotEmpty', checked: '2026-11-26' },
    ],
    check({ id, element, report }) {
      if (element.existing || !isObject(element.spec.managedInstancesProvider)) return
      if (isAbsent(element.spec.managedInstancesProvider)) return
      if (!isWritten(element, ROLE)) report({ at: ROLE, fix: roleFix(id) })
      if (isAbsent(valueAt(element.spec, TEMPLATE))) return report({ at: TEMPLATE, variant: 'template' })
      for (const finding of missingInTemplate(id, element)) report(finding)
    },
    examples: () => ({
      valid: {
        'all of it': managed(),
        'complete requirements': managed({
          instanceRequirements: { vCpuCount: { min: 2 }, memoryMiB: { min: 4096, max: 8192 } },
        }),
        placeholders: managed({
          ec2InstanceProfileArn: '<instance-profile-arn>',
          networkConfiguration: { subnets: '<subnets>' },
        }),
      },
      invalid: {
        'no infrastructure role': {
          design: drawing({
            managed: managedProvider({
              cluster: 'main',
              managedInstancesProvider: { instanceLaunchTemplate: launchTemplate },
            }),
          }),
          element: 'managed',
          at: ROLE,
        },
        'no launch template': {
          design: drawing({
            managed: managedProvider({
              cluster: 'main',
              managedInstancesProvider: { infrastructureRoleArn: '<infrastructure-role-arn>' },
            }),
          }),
          element: 'managed',
          at: TEMPLATE,
        },
        'no instance profile': {
          design: managed({ ec2InstanceProfileArn: '' }),
          element: 'managed',
          at: PROFILE,
        },
        'no subnets': {
          design: managed({ networkConfiguration: { subnets: [] } }),
          element: 'managed',
          at: `${NETWORK}/subnets`,
        },
        'an empty list of security groups': {
          design: managed({
            networkConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: [] },
          }),
          element: 'managed',
          at: `${NETWORK}/securityGroups`,
        },
        'requirements without memory': {
          design: managed({ instanceRequirements: { vCpuCount: { min: 2 } } }),
          element: 'managed',
          at: REQUIREMENTS,
        },
      },
    }),
  }),

  defineRule({
    id: 'capacity-managed-requirements-conflict',
    severity: 'error',
    on: [capacityProvider],
    title: 'Requirements of managed instances do not contradict each other',
    message: '“{first}” and “{second}” exclude each other; keep one of them.',
    why: 'Instance types are either allowed or excluded: a list of both leaves open what becomes of the rest. And there is one limit to the price, on what the capacity provider buys.',
    sources: [page('InstanceRequirementsRequest'), { ref: 'CDK:CannotSpecifyBoth', checked: '2026-11-26' }],
    check({ element, report }) {
      const requirements = valueAt(element.spec, REQUIREMENTS)
      if (!isObject(requirements)) return
      const both = exclusive.find((pair) => pair.every((member) => !isAbsent(requirements[member])))
      if (both) report({ at: `${REQUIREMENTS}/${both[1]}`, values: { first: both[0], second: both[1] } })
    },
    examples: () => ({
      valid: {
        'types that are allowed': requiring({ allowedInstanceTypes: ['m7g.*'] }),
        'one list, and an empty other': requiring({
          allowedInstanceTypes: [],
          excludedInstanceTypes: ['t*'],
        }),
        'one limit to the price': requiring({ spotMaxPricePercentageOverLowestPrice: 50 }),
      },
      invalid: {
        'both lists': {
          design: requiring({ allowedInstanceTypes: ['m7g.*'], excludedInstanceTypes: ['m7g.metal'] }),
          element: 'managed',
          at: `${REQUIREMENTS}/excludedInstanceTypes`,
        },
        'limits for Spot and On-Demand': {
          design: requiring({
            spotMaxPricePercentageOverLowestPrice: 50,
            onDemandMaxPricePercentageOverLowestPrice: 20,
          }),
          element: 'managed',
          at: `${REQUIREMENTS}/onDemandMaxPricePercentageOverLowestPrice`,
        },
        'two limits for Spot': {
          design: requiring({
            spotMaxPricePercentageOverLowestPrice: 50,
            maxSpotPriceAsPercentageOfOptimalOnDemandPrice: 60,
          }),
          element: 'managed',
          at: `${REQUIREMENTS}/maxSpotPriceAsPercentageOfOptimalOnDemandPrice`,
        },
      },
    }),
  }),
])

function* missingInTemplate(id: string, element: Element): Generator<Finding> {
  if (!isWritten(element, PROFILE)) yield { at: PROFILE, variant: 'profile', fix: profileFix(id) }
  const network = valueAt(element.spec, NETWORK)
  if (!isObject(network) && !isUnknownAt(element, NETWORK)) yield { at: NETWORK, variant: 'subnets' }
  else if (isObject(network) && isAbsent(network.subnets))
    yield { at: `${NETWORK}/subnets`, variant: 'subnets' }
  if (isObject(network) && Array.isArray(network.securityGroups) && network.securityGroups.length === 0) {
    const at = `${NETWORK}/securityGroups`
    yield { at, variant: 'groups', fix: removeMember('Leave the security groups out', id, at) }
  }
  const requirements = valueAt(element.spec, REQUIREMENTS)
  if (isAbsent(requirements)) return
  const missing = ['vCpuCount', 'memoryMiB'].filter(
    (one) => !isWritten(element, `${REQUIREMENTS}/${one}/min`),
  )
  if (missing.length === 0) return
  const names = inWords(
    missing.map((one) => `${one}.min`),
    'and',
  )
  yield { at: REQUIREMENTS, variant: 'requirements', values: { missing: names } }
}

function roleFix(id: string): Fix {
  return {
    title: 'Attach the infrastructure role ecsInfrastructureRole',
    apply: (draft) =>
      attachInfrastructureRole(draft, { use: 'managed-instances', element: id, at: PROVIDER, roleAt: ROLE }),
  }
}

function profileFix(id: string): Fix {
  return {
    title: 'Attach the instance profile ecsInstanceRole',
    apply: (draft) => {
      const element = draft.elements[id]
      if (!element || isWritten(element, PROFILE)) return
      setAt(element.spec, PROFILE, refer(instanceProfileFor(draft, MANAGED_INSTANCE_POLICY)))
    },
  }
}

/** With something else in the launch template. */
function managed(template: Spec = {}) {
  return drawing({ managed: managedProvider({ cluster: 'main' }, template) })
}

function requiring(more: Spec) {
  return managed({ instanceRequirements: { vCpuCount: { min: 2 }, memoryMiB: { min: 4096 }, ...more } })
}
