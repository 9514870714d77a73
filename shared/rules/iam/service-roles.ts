/** Roles that a service or task names for ECS itself. */
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { nameOf } from '../../graph/graph'
import { container, drawing, ec2Task, element, onEc2, onFargate, service } from '../examples'
import { removeMember } from '../fixes'
import { attachInfrastructureRole } from '../fixes-roles'
import { givesOwnInterface, isAbsent, isWritten } from '../reading'
import { defineRule, ruleFamily } from '../rule'
import { missingFor } from './answers'

const mounted = {
  volumes: [{ name: 'data', configuredAtLaunch: true }],
  containerDefinitions: [
    container({ memory: 256, mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }),
  ],
}
const role = { role: 'arn:aws:iam::123456789012:role/ecsServiceRole' }
const balanced = { loadBalancers: [{ targetGroupArn: '<targets>', containerName: 'web', containerPort: 80 }] }
const listening = {
  containerDefinitions: [container({ memory: 256, portMappings: [{ containerPort: 80 }] })],
}
const lattice = {
  roleArn: '<role-arn>',
  targetGroupArn: 'arn:aws:vpc-lattice:eu-west-1:123456789012:targetgroup/tg-0123456789abcdef0',
  portName: 'http',
}

export const serviceRoles = ruleFamily([
  defineRule({
    id: 'iam-infrastructure-role-ebs',
    severity: 'error',
    on: [serviceKind, taskKind],
    needs: ['/volumeConfigurations'],
    title: 'EBS volumes at launch need the infrastructure role',
    message:
      '“{name}” wants an EBS volume for its tasks but names no role with which ECS may make it; set roleArn.',
    why: 'ECS makes, attaches and deletes the volume in your account, as the infrastructure role that is named beside it. The member is required, and neither the task role nor the execution role stands in.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (isAbsent(spec.volumeConfigurations)) return
      for (const { use, missing } of missingFor(graph, id, ['ebs-volumes'])) {
        if (missing !== 'role' || use.roleAt === undefined) continue
        report({
          at: use.roleAt,
          values: { name: nameOf(graph, id) },
          fix: {
            title: 'Name the infrastructure role, with the policy for volumes',
            apply: (draft) => attachInfrastructureRole(draft, use),
          },
        })
      }
    },
    examples: () => ({
      valid: {
        'with the role': onFargate(withVolume({ roleArn: '<infrastructure-role-arn>' }), mounted),
        'no volumes': onFargate({ volumeConfigurations: [] }),
      },
      invalid: {
        'without the role': {
          design: onFargate(withVolume({}), mounted),
          element: 'web',
          at: '/volumeConfigurations/0/managedEBSVolume/roleArn',
        },
        'a standalone task, beside a service with the role': {
          design: drawing({
            infrastructure: element('iam-role', { RoleName: 'ecsInfrastructureRole' }),
            task: ec2Task(mounted),
            web: service({ launchType: 'EC2', ...withVolume({ roleArn: '@{infrastructure}' }) }),
            nightly: element('task', {
              taskDefinition: '@{task}',
              launchType: 'EC2',
              ...withVolume({ roleArn: null }),
            }),
          }),
          element: 'nightly',
          at: '/volumeConfigurations/0/managedEBSVolume/roleArn',
        },
      },
    }),
  }),
  defineRule({
    id: 'iam-infrastructure-role-lattice',
    severity: 'error',
    on: [serviceKind],
    needs: ['/vpcLatticeConfigurations'],
    title: 'VPC Lattice needs a role, a target group and a port',
    message:
      'The VPC Lattice configuration of “{service}” lacks {missing}; all three of roleArn, targetGroupArn and portName are required.',
    why: 'ECS registers the tasks with the target group itself, as the infrastructure role, and takes the port that a port mapping of that name maps.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, element, spec, graph, report }) {
      for (const index of spec.vpcLatticeConfigurations?.keys() ?? []) {
        const at = `/vpcLatticeConfigurations/${index}`
        const missing = ['roleArn', 'targetGroupArn', 'portName'].filter(
          (member) => !isWritten(element, `${at}/${member}`),
        )
        if (missing.length === 0) continue
        report({
          at: `${at}/${missing[0]}`,
          values: { service: nameOf(graph, id), missing: missing.join(', ') },
        })
      }
    },
    examples: () => ({
      valid: {
        'all three': onFargate({ vpcLatticeConfigurations: [lattice] }),
        none: onFargate({ vpcLatticeConfigurations: [] }),
      },
      invalid: {
        'no role': {
          design: onFargate({ vpcLatticeConfigurations: [{ ...lattice, roleArn: null }] }),
          element: 'web',
          at: '/vpcLatticeConfigurations/0/roleArn',
        },
        'only the target group': {
          design: onFargate({
            vpcLatticeConfigurations: [lattice, { targetGroupArn: lattice.targetGroupArn }],
          }),
          element: 'web',
          at: '/vpcLatticeConfigurations/1/roleArn',
        },
      },
    }),
  }),
  defineRule({
    id: 'iam-service-role-param',
    severity: 'error',
    on: [serviceKind],
    needs: ['/role'],
    title: 'A service names a role only for one load balancer, outside awsvpc',
    message: 'A service without a load balancer takes no role; remove it.',
    variants: {
      awsvpc:
        'The tasks of “{service}” have network interfaces of their own, for which ECS uses its service-linked role; remove role.',
      many: '“{service}” has several target groups, for which ECS uses its service-linked role; remove role.',
      discovery:
        '“{service}” has service discovery, for which ECS uses its service-linked role; remove role.',
      external:
        '“{service}” has an external deployment controller, for which ECS uses its service-linked role; remove role.',
    },
    why: 'The member is from before service-linked roles and lets ECS call one load balancer. For everything that came later ECS takes its own service-linked role, and CreateService refuses another one.',
    sources: [
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (!spec.role) return
      const ownInterface = givesOwnInterface(graph, id) === true
      const variant = refusalOf(spec, ownInterface)
      if (variant === undefined) return
      report({
        at: '/role',
        values: { service: nameOf(graph, id) },
        ...(variant !== 'unbalanced' && { variant }),
        fix: removeMember('Remove role', id, '/role'),
      })
    },
    examples: () => ({
      valid: {
        'one target group, in bridge mode': onEc2({ ...role, ...balanced }, listening),
        'no role': onFargate(balanced, listening),
        'a mode that is still to be filled in': onEc2(
          { ...role, ...balanced },
          { ...listening, networkMode: '<network-mode>' },
        ),
      },
      invalid: {
        'no load balancer': { design: onEc2(role), element: 'web', at: '/role' },
        'in awsvpc mode': {
          design: onFargate({ ...role, ...balanced }, listening),
          element: 'web',
          at: '/role',
        },
        'two target groups': {
          design: onEc2(
            { ...role, loadBalancers: [...balanced.loadBalancers, ...balanced.loadBalancers] },
            listening,
          ),
          element: 'web',
          at: '/role',
        },
        'service discovery': {
          design: onEc2(
            { ...role, ...balanced, serviceRegistries: [{ registryArn: '<registry-arn>' }] },
            listening,
          ),
          element: 'web',
          at: '/role',
        },
        'an external controller': {
          design: onEc2({ ...role, ...balanced, deploymentController: { type: 'EXTERNAL' } }, listening),
          element: 'web',
          at: '/role',
        },
      },
    }),
  }),
])

interface Reached {
  readonly loadBalancers?: readonly unknown[] | undefined
  readonly serviceRegistries?: readonly unknown[] | undefined
  readonly deploymentController?: { readonly type?: string | undefined } | undefined
}

/** Why a service may not name a role; undefined where it may. */
function refusalOf(spec: Reached, ownInterface: boolean): string | undefined {
  if (spec.deploymentController?.type === 'EXTERNAL') return 'external'
  if (isAbsent(spec.loadBalancers)) return 'unbalanced'
  if (ownInterface) return 'awsvpc'
  if ((spec.loadBalancers?.length ?? 0) > 1) return 'many'
  return isAbsent(spec.serviceRegistries) ? undefined : 'discovery'
}

function withVolume(volume: Readonly<Record<string, unknown>>) {
  return { volumeConfigurations: [{ name: 'data', managedEBSVolume: { sizeInGiB: 20, ...volume } }] }
}
