/** Networks and load balancers. */
import { type CliCalls, described } from './cli-call'

export const balancing: CliCalls = {
  'elbv2:CreateLoadBalancer': {
    answers: { arn: 'LoadBalancers[0].LoadBalancerArn', dnsName: 'LoadBalancers[0].DNSName' },
    names: { name: 'Name' },
    find: described(
      'elbv2:DescribeLoadBalancers',
      ['--names', '{Name}'],
      'LoadBalancers[0]',
      'LoadBalancerArn',
    ),
    found: { arn: 'LoadBalancerArn', dnsName: 'DNSName' },
  },
  'elbv2:CreateTargetGroup': {
    answers: { arn: 'TargetGroups[0].TargetGroupArn' },
    find: described('elbv2:DescribeTargetGroups', ['--names', '{Name}'], 'TargetGroups[0]', 'TargetGroupArn'),
    found: { arn: 'TargetGroupArn' },
  },
  'elbv2:ModifyLoadBalancerAttributes': { again: true },
  'elbv2:ModifyTargetGroupAttributes': { again: true },
  'elbv2:CreateListener': {
    answers: { arn: 'Listeners[0].ListenerArn' },
    find: described(
      'elbv2:DescribeListeners',
      ['--load-balancer-arn', '{LoadBalancerArn}'],
      'Listeners[?Port==`{Port}`] | [0]',
      'ListenerArn',
    ),
    found: { arn: 'ListenerArn' },
  },
  'elbv2:AddListenerCertificates': { again: true },
  'elbv2:CreateRule': {
    answers: { arn: 'Rules[0].RuleArn' },
    find: described(
      'elbv2:DescribeRules',
      ['--listener-arn', '{ListenerArn}'],
      "Rules[?Priority=='{Priority}'] | [0]",
      'RuleArn',
    ),
    found: { arn: 'RuleArn' },
  },
  'elb:CreateLoadBalancer': {
    answers: { dnsName: 'DNSName' },
    names: { name: 'LoadBalancerName' },
    find: described(
      'elb:DescribeLoadBalancers',
      ['--load-balancer-names', '{LoadBalancerName}'],
      'LoadBalancerDescriptions[0]',
      'LoadBalancerName',
    ),
    found: { dnsName: 'DNSName' },
  },
  'wafv2:CreateWebACL': {
    answers: { arn: 'Summary.ARN', id: 'Summary.Id' },
    find: described('wafv2:ListWebACLs', ['--scope', '{Scope}'], "WebACLs[?Name=='{Name}'] | [0]", 'ARN'),
    found: { arn: 'ARN', id: 'Id' },
  },
  'wafv2:AssociateWebACL': { again: true },
}

export const network: CliCalls = {
  'ec2:CreateVpc': {
    answers: { vpcId: 'Vpc.VpcId' },
    wait: ['ec2', 'vpc-available', '--vpc-ids', '{.vpcId}'],
  },
  'ec2:ModifyVpcAttribute': { again: true },
  'ec2:CreateSubnet': {
    answers: { subnetId: 'Subnet.SubnetId' },
    wait: ['ec2', 'subnet-available', '--subnet-ids', '{.subnetId}'],
  },
  'ec2:ModifySubnetAttribute': { again: true },
  'ec2:CreateInternetGateway': { answers: { internetGatewayId: 'InternetGateway.InternetGatewayId' } },
  'ec2:AttachInternetGateway': { tolerates: 'Resource.AlreadyAssociated' },
  'ec2:AllocateAddress': { answers: { allocationId: 'AllocationId' } },
  'ec2:CreateNatGateway': {
    answers: { natGatewayId: 'NatGateway.NatGatewayId' },
    wait: ['ec2', 'nat-gateway-available', '--nat-gateway-ids', '{.natGatewayId}'],
  },
  'ec2:CreateRouteTable': { answers: { routeTableId: 'RouteTable.RouteTableId' } },
  'ec2:AssociateRouteTable': { tolerates: 'Resource.AlreadyAssociated' },
  'ec2:CreateRoute': { tolerates: 'RouteAlreadyExists' },
  'ec2:CreateVpcEndpoint': { answers: { vpcEndpointId: 'VpcEndpoint.VpcEndpointId' } },
  'ec2:CreateSecurityGroup': {
    answers: { groupId: 'GroupId' },
    find: described(
      'ec2:DescribeSecurityGroups',
      ['--filters', 'Name=group-name,Values={GroupName}', 'Name=vpc-id,Values={VpcId}'],
      'SecurityGroups[0]',
      'GroupId',
    ),
    found: { groupId: 'GroupId' },
  },
  'ec2:AuthorizeSecurityGroupIngress': { tolerates: 'InvalidPermission.Duplicate' },
  'ec2:AuthorizeSecurityGroupEgress': { tolerates: 'InvalidPermission.Duplicate' },
  'ec2:RevokeSecurityGroupEgress': { tolerates: 'InvalidPermission.NotFound' },
}
