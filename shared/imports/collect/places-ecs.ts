/** The places of services, clusters, load balancers and the like whose text names another resource. */

import { logGroup, role, secretOrParameter } from './named'
import {
  autoScalingGroup,
  bucketName as bucket,
  capacityProvider,
  classicLoadBalancer,
  cluster,
  instanceProfile,
  securityGroup,
  subnet,
  targetGroup,
  taskDefinition,
  vpc,
} from './named-ecs'
import type { Reader } from './resource'

type Places = Readonly<Record<string, Reader>>

const runner: Places = {
  '/cluster': cluster,
  '/taskDefinition': taskDefinition,
  '/capacityProviderStrategy/*/capacityProvider': capacityProvider,
  '/networkConfiguration/awsvpcConfiguration/subnets/*': subnet,
  '/networkConfiguration/awsvpcConfiguration/securityGroups/*': securityGroup,
  '/volumeConfigurations/*/managedEBSVolume/roleArn': role,
}

const service: Places = {
  ...runner,
  '/role': role,
  '/loadBalancers/*/targetGroupArn': targetGroup,
  '/loadBalancers/*/loadBalancerName': classicLoadBalancer,
  '/loadBalancers/*/advancedConfiguration/alternateTargetGroupArn': targetGroup,
  '/loadBalancers/*/advancedConfiguration/roleArn': role,
  '/vpcLatticeConfigurations/*/roleArn': role,
  '/deploymentConfiguration/lifecycleHooks/*/roleArn': role,
  '/serviceConnectConfiguration/services/*/tls/roleArn': role,
  '/serviceConnectConfiguration/logConfiguration/options/awslogs-group': logGroup,
  '/serviceConnectConfiguration/logConfiguration/secretOptions/*/valueFrom': secretOrParameter,
}

const forwarding: Places = {
  '/Listeners/*/DefaultActions/*/TargetGroupArn': targetGroup,
  '/Listeners/*/DefaultActions/*/ForwardConfig/TargetGroups/*/TargetGroupArn': targetGroup,
  '/Listeners/*/Rules/*/Actions/*/TargetGroupArn': targetGroup,
  '/Listeners/*/Rules/*/Actions/*/ForwardConfig/TargetGroups/*/TargetGroupArn': targetGroup,
}

const balancer: Places = {
  '/Subnets/*': subnet,
  '/SubnetMappings/*/SubnetId': subnet,
  '/SecurityGroups/*': securityGroup,
  ...forwarding,
}

const instances = '/managedInstancesProvider/instanceLaunchTemplate'

/** By kind. */
export const ecsPlaces: Readonly<Record<string, Places>> = {
  service,
  task: {
    ...runner,
    '/overrides/taskRoleArn': role,
    '/overrides/executionRoleArn': role,
  },
  cluster: {
    '/capacityProviders/*': capacityProvider,
    '/defaultCapacityProviderStrategy/*/capacityProvider': capacityProvider,
    '/configuration/executeCommandConfiguration/logConfiguration/cloudWatchLogGroupName': logGroup,
    '/configuration/executeCommandConfiguration/logConfiguration/s3BucketName': bucket,
  },
  'capacity-provider': {
    '/cluster': cluster,
    '/autoScalingGroupProvider/autoScalingGroupArn': autoScalingGroup,
    '/managedInstancesProvider/infrastructureRoleArn': role,
    [`${instances}/ec2InstanceProfileArn`]: instanceProfile,
    [`${instances}/networkConfiguration/subnets/*`]: subnet,
    [`${instances}/networkConfiguration/securityGroups/*`]: securityGroup,
  },
  'application-load-balancer': balancer,
  'network-load-balancer': balancer,
  'gateway-load-balancer': balancer,
  'classic-load-balancer': { '/Subnets/*': subnet, '/SecurityGroups/*': securityGroup },
  'target-group': { '/VpcId': vpc },
  'efs-file-system': {
    '/MountTargets/*/SubnetId': subnet,
    '/MountTargets/*/SecurityGroups/*': securityGroup,
  },
}
