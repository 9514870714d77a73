/** Services behind load balancers and security groups, for the examples of the rules about them. */
import type { Element, Spec } from '../../design/design'
import { container, ec2Task, element, fargateTask, inSubnets, service } from '../examples'

type Elements = Readonly<Record<string, Element>>

/** A security group with these inbound rules. */
export function group(rules: readonly Spec[], name = 'inner'): Element {
  return element('security-group', { GroupName: name, Description: name, SecurityGroupIngress: rules })
}

/** An inbound rule that opens one port to everybody. */
export function open(port: number): Spec {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '0.0.0.0/0' }
}

const entry = { targetGroupArn: '@{targets}', containerName: 'web', containerPort: 8080 }

/** A service on Fargate that the security group `inner` guards; `targets` is yet to be drawn. */
export const onFargate: Elements = {
  task: fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 8080 }] })] }),
  web: service({
    launchType: 'FARGATE',
    loadBalancers: [entry],
    networkConfiguration: {
      awsvpcConfiguration: { ...inSubnets.awsvpcConfiguration, securityGroups: ['@{inner}'] },
    },
  }),
}

/** The same on container instances in bridge mode; 0 is a dynamic port. */
export function onInstances(hostPort: number): Elements {
  const web = container({ memory: 512, portMappings: [{ containerPort: 8080, hostPort }] })
  return {
    shop: element('cluster', { clusterName: 'shop' }),
    task: ec2Task({ networkMode: 'bridge', containerDefinitions: [web] }),
    web: service({ cluster: '@{shop}', launchType: 'EC2', loadBalancers: [entry] }),
    instances: element('container-instance', {
      cluster: '@{shop}',
      InstanceType: 'm7g.large',
      agentConnected: true,
      SecurityGroupIds: ['@{inner}'],
    }),
  }
}

/** An Application Load Balancer, guarded by a security group, with its target group `targets`. */
export function balancer(securityGroup: string, targetType = 'ip'): Elements {
  return {
    targets: element('target-group', {
      Name: 'web',
      Protocol: 'HTTP',
      Port: 8080,
      TargetType: targetType,
    }),
    front: element('application-load-balancer', {
      Name: 'web',
      SecurityGroups: [securityGroup],
      Listeners: [listener('HTTP')],
    }),
  }
}

export function listener(Protocol: string): Spec {
  return { Protocol, Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] }
}
