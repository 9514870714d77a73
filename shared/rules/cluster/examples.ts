/** Drawings for the examples of rules about clusters and capacity. */
import type { Design, Element, Spec, StoredConnection } from '../../design/design'
import { drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'

type Elements = Readonly<Record<string, Element>>

export const FARGATE = 'FARGATE'
export const SPOT = 'FARGATE_SPOT'

/** An item of a strategy. */
export function share(capacityProvider: string, weight?: number, base?: number): Spec {
  return {
    capacityProvider,
    ...(weight === undefined ? {} : { weight }),
    ...(base === undefined ? {} : { base }),
  }
}

export function cluster(spec: Spec = {}): Element {
  return element('cluster', { clusterName: 'main', ...spec })
}

/** A service `web` in the cluster `main`, which has both providers of Fargate, on Fargate by a strategy. */
export function byStrategy(items: readonly Spec[], web: Spec = {}, task: Spec = {}): Design {
  return drawing({
    main: cluster({ capacityProviders: [FARGATE, SPOT] }),
    task: fargateTask(task),
    web: service({
      cluster: '@{main}',
      capacityProviderStrategy: items,
      networkConfiguration: inSubnets,
      ...web,
    }),
  })
}

/** A service `web` in the cluster `main` with launch type EC2, and what else is drawn. */
export function onInstances(
  rest: Elements,
  web: Spec = {},
  task: Spec = {},
  connections: Readonly<Record<string, StoredConnection>> = {},
): Design {
  return drawing(
    {
      main: cluster(),
      task: ec2Task(task),
      web: service({ cluster: '@{main}', launchType: 'EC2', ...web }),
      ...rest,
    },
    connections,
  )
}

/** Container instances of the cluster `main`. */
export function instances(spec: Spec = {}): Element {
  return element('container-instance', {
    cluster: '@{main}',
    agentConnected: true,
    ImageId: 'resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id',
    InstanceType: 'm7i.large',
    MinCount: 2,
    MaxCount: 2,
    IamInstanceProfile: { Name: 'ecsInstanceRole' },
    ...spec,
  })
}

/** An Auto Scaling group of container instances. */
export function autoScalingGroup(spec: Spec = {}): Element {
  return element('auto-scaling-group', {
    AutoScalingGroupName: 'workers',
    MinSize: 0,
    MaxSize: 4,
    LaunchTemplateData: { InstanceType: 'm7i.large', IamInstanceProfile: { Name: 'ecsInstanceRole' } },
    ...spec,
  })
}

/** A capacity provider of the Auto Scaling group `workers`. */
export function asgProvider(spec: Spec = {}, provider: Spec = {}): Element {
  return element('capacity-provider', {
    name: 'ec2',
    autoScalingGroupProvider: { autoScalingGroupArn: '@{workers}', ...provider },
    ...spec,
  })
}

/** What managed instances need, drawn elsewhere. */
export const launchTemplate: Spec = {
  ec2InstanceProfileArn: 'arn:aws:iam::123456789012:instance-profile/ecsInstanceRole',
  networkConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] },
}

/** A capacity provider of managed instances in the cluster `main`. */
export function managedProvider(spec: Spec = {}, template: Spec = {}): Element {
  return element('capacity-provider', {
    name: 'managed',
    cluster: '@{main}',
    managedInstancesProvider: {
      infrastructureRoleArn: 'arn:aws:iam::123456789012:role/ecsInfrastructureRole',
      instanceLaunchTemplate: { ...launchTemplate, ...template },
    },
    ...spec,
  })
}
