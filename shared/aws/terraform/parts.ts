/** Parts of elements that are resources of their own in Terraform: listeners, rules, mount targets. */
import { type Counterpart, of, under } from './counterpart'

const actions = (member: string, block: string) => ({
  [member]: block,
  ...under(member, block, {
    ForwardConfig: 'forward',
    'ForwardConfig/TargetGroups': 'forward/target_group',
    'ForwardConfig/TargetGroups/TargetGroupArn': 'forward/target_group/arn',
    'ForwardConfig/TargetGroupStickinessConfig': 'forward/stickiness',
    'ForwardConfig/TargetGroupStickinessConfig/DurationSeconds': 'forward/stickiness/duration',
    RedirectConfig: 'redirect',
    FixedResponseConfig: 'fixed_response',
    AuthenticateOidcConfig: 'authenticate_oidc',
    AuthenticateCognitoConfig: 'authenticate_cognito',
    JwtValidationConfig: 'jwt_validation',
    'JwtValidationConfig/AdditionalClaims': 'jwt_validation/additional_claim',
  }),
})

/** Parts of elements that are resources of their own, by what the part is. */
export const parts = {
  listener: of('aws_lb_listener', {
    names: {
      ...actions('/DefaultActions', '/default_action'),
      '/Certificates': '',
      '/Certificates/CertificateArn': '/certificate_arn',
      '/AlpnPolicy': '/alpn_policy',
    },
    conversions: { '/AlpnPolicy': 'first' },
    implied: ['/Certificates/IsDefault', '/Rules'],
  }),
  rule: of('aws_lb_listener_rule', {
    names: {
      ...actions('/Actions', '/action'),
      '/Conditions': '/condition',
      ...under('/Conditions', '/condition', {
        PathPatternConfig: 'path_pattern',
        HostHeaderConfig: 'host_header',
        HttpHeaderConfig: 'http_header',
        HttpRequestMethodConfig: 'http_request_method',
        QueryStringConfig: '',
        'QueryStringConfig/Values': 'query_string',
        SourceIpConfig: 'source_ip',
      }),
    },
    implied: ['/Conditions/Field'],
  }),
  launchTemplate: of('aws_launch_template', {
    names: {
      '/LaunchTemplateName': '/name',
      '/LaunchTemplateData': '',
      '/LaunchTemplateData/SecurityGroupIds': '/vpc_security_group_ids',
      '/LaunchTemplateData/BlockDeviceMappings': '/block_device_mappings',
      '/LaunchTemplateData/NetworkInterfaces': '/network_interfaces',
      '/LaunchTemplateData/NetworkInterfaces/Groups': '/network_interfaces/security_groups',
      '/LaunchTemplateData/TagSpecifications': '/tag_specifications',
    },
  }),
  clusterCapacity: of('aws_ecs_cluster_capacity_providers', {
    names: { '/cluster': '/cluster_name' },
  }),
  mountTarget: of('aws_efs_mount_target'),
  accessPoint: of('aws_efs_access_point', {
    names: {
      '/RootDirectory/CreationInfo': '/root_directory/creation_info',
      '/RootDirectory/CreationInfo/OwnerUid': '/root_directory/creation_info/owner_uid',
    },
    implied: ['/ClientToken'],
  }),
  scalableTarget: of('aws_appautoscaling_target'),
  route: of('aws_route', { names: { '/EgressOnlyInternetGatewayId': '/egress_only_gateway_id' } }),
  routeTable: of('aws_route_table', { tagged: 'route-table' }),
  address: of('aws_eip', { tagged: 'elastic-ip' }),
} as const satisfies Readonly<Record<string, Counterpart>>
